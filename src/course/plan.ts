// What an author says of a course beforehand: `_data/courses/NAME.yml`, or `courses:` in the configuration.

import type { Config } from '../config/config.ts'
import { isMap, textOf } from '../config/readers.ts'
import type { Data, DataMap } from '../model.ts'
import { slugify, tagSlug } from '../text/slug.ts'
import { keyOf } from './code.ts'
import { readNumeral } from './numeral.ts'

export interface CoursePlan {
  /** By which it is found: `cs329s`, `distributed-systems`. */
  readonly key: string
  readonly title: string
  readonly code: string
  readonly description: string
  readonly term: string
  readonly instructor: string
  /** Its own page at the university. */
  readonly url: string
  readonly lectures: readonly PlannedLecture[]
}

export interface PlannedLecture {
  readonly number: string
  readonly title: string
  /** The part of the course it stands in; may be empty. */
  readonly module: string
  readonly slides: string
  readonly video: string
  readonly keywords: readonly string[]
}

/** All plans there are; of one course what its own file says counts before the configuration. */
export function readPlans({ data: config }: Pick<Config, 'data'>, data: DataMap): CoursePlan[] {
  const inFiles = isMap(data['courses']) ? namedMaps(data['courses']) : []
  const all = [...inFiles, ...namedMaps(config['courses'] ?? null)].map(([name, about]) => planOf(name, about))
  return all.filter(({ key }, index) => all.findIndex(other => other.key === key) === index)
}

/** `cs329s: {…}`, or a list of groups that name themselves. */
function namedMaps(value: Data): (readonly [string, DataMap])[] {
  if (Array.isArray(value)) return value.filter(isMap).map(about => [nameOf(about), about] as const)
  if (!isMap(value)) return []
  // A file that is only a list holds lectures.
  return Object.entries(value).flatMap(([name, about]) => {
    if (Array.isArray(about)) return [[name, { lectures: about }] as const]
    return isMap(about) ? [[name, about] as const] : []
  })
}

function nameOf(about: DataMap): string {
  return firstText(about, ['name', 'id', 'slug', 'code', 'title'])
}

function planOf(name: string, about: DataMap): CoursePlan {
  return {
    key: courseKey(name),
    title: firstText(about, ['title']),
    code: firstText(about, ['code']),
    description: firstText(about, ['description', 'summary']),
    term: firstText(about, ['term', 'semester', 'when']),
    instructor: namesIn(about['instructor'] ?? about['instructors'] ?? about['lecturer'] ?? null),
    url: firstText(about, ['url', 'link', 'website']),
    lectures: lecturesOf(about),
  }
}

// A lecture that says no number has the one behind the lecture before it, through all modules.
function lecturesOf(about: DataMap): PlannedLecture[] {
  const modules = Array.isArray(about['modules']) ? about['modules'].filter(isMap) : []
  const rows: (readonly [string, Data])[] = [
    ...listOf(about['lectures'] ?? about['parts']).map(row => ['', row] as const),
    ...modules.flatMap(module => listOf(module['lectures']).map(row => [firstText(module, ['title', 'name']), row] as const)),
  ]
  let last = 0
  return rows.map(([module, row]) => {
    const own = isMap(row) ? readNumeral(firstText(row, ['lecture', 'number', 'part'])) : undefined
    const number = own ?? String(last + 1)
    last = Math.floor(Number.parseFloat(number)) || last
    return { ...plannedLecture(row), number, module: module || (isMap(row) ? firstText(row, ['module']) : '') }
  })
}

function plannedLecture(row: Data): Omit<PlannedLecture, 'number' | 'module'> {
  if (!isMap(row)) return { title: textOf(row) ?? '', slides: '', video: '', keywords: [] }
  return {
    title: firstText(row, ['title', 'name', 'topic']),
    slides: firstText(row, ['slides']),
    video: firstText(row, ['video', 'recording']),
    keywords: listOf(row['keywords']).flatMap(word => textOf(word) ?? []),
  }
}

/** By which a course is found however its name is written: `CS 329s`, `cs329s`; `Distributed Systems`, `distributed-systems`. */
export function courseKey(name: string): string {
  const key = keyOf(name)
  return /^\p{L}{2,5}\d{2,4}\p{L}{0,2}$/u.test(key) || /^\d/.test(key) ? key : slugify(name) || tagSlug(name)
}

function listOf(value: Data | undefined): readonly Data[] {
  return Array.isArray(value) ? value : []
}

function firstText(about: DataMap, names: readonly string[]): string {
  return names.map(name => textOf(about[name] ?? null)).find(text => text !== undefined) ?? ''
}

function namesIn(value: Data): string {
  const names = (Array.isArray(value) ? value : [value]).map(person =>
    isMap(person) ? firstText(person, ['name']) : (textOf(person) ?? ''),
  )
  return names.filter(name => name !== '').join(', ')
}
