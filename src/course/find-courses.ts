// All entries of a site into its courses: each entry's clues are gathered, the rules say of which course it is, and what is found becomes courses.

import type { Checked } from '../diagnostic.ts'
import type { DataMap, Entry } from '../model.ts'
import { type Clues, cluesOf, fileWords } from './clues.ts'
import type { Course } from './course.ts'
import { courseProblems, fileProblems, lectureProblems, type PlaceOf } from './course-problems.ts'
import { isBesides, withExercises } from './exercises.ts'
import type { Finding } from './finding.ts'
import { numberOf } from './lecture-number.ts'
import { makeCourse } from './make-course.ts'
import { readPlans } from './plan.ts'
import { type Around, nameIn, rules } from './rules.ts'
import { withNamedCourses } from './same-course.ts'
import { withSeriesParts } from './series-parts.ts'
import { type SiteFacts, siteCourseOf } from './site-course.ts'
import { withSubNumbers } from './sub-numbers.ts'

export interface FindingOptions {
  /** Lectures that are written and not published, newest first: they close gaps. */
  readonly hidden: readonly Entry[]
  readonly config: SiteFacts
  /** What the files of `_data` hold. */
  readonly data: DataMap
  readonly placeOf: PlaceOf
  /** Whether the site has a file of that path. */
  readonly hasFile: (path: string) => boolean
}

export interface Findings {
  readonly courses: readonly Course[]
  readonly of: ReadonlyMap<Entry, Finding>
}

/** What is found where the site has none, or wants none. */
export const noCourses: Findings = { courses: [], of: new Map() }

/** `entries` come newest first: posts, and documents of collections that have pages. */
export function findCourses(entries: readonly Entry[], { config, data, hidden, placeOf, hasFile }: FindingOptions): Checked<Findings> {
  if (config.data['courses'] === false) return { value: noCourses, diagnostics: [] }
  const all = withSubNumbers(withSeriesParts(entries.map(cluesOf)))
  const plans = new Map(readPlans(config, data).map(plan => [plan.key, plan]))
  const around = aroundOf(all, plans, config)
  const published = all.flatMap(clues => findingOf(clues, around) ?? [])
  const drafted = hidden.flatMap(entry => findingOf(cluesOf(entry), around) ?? [])
  const together = withNamedCourses([...published, ...drafted])
  const [found, unseen] = [together.slice(0, published.length), together.slice(published.length)]
  const byKey = new Map<string, Finding[]>()
  for (const finding of found) byKey.set(finding.course.key, [...(byKey.get(finding.course.key) ?? []), finding])
  const planned = [...plans.values()].filter(({ lectures }) => lectures.length > 0).map(({ key }) => key)
  // Courses by their newest lecture, and behind them those that are only planned.
  const keys = [...new Set([...byKey.keys(), ...planned])]
  const made = keys.flatMap(key => makeCourse(key, withExercises(byKey.get(key) ?? []), plans.get(key)) ?? [])
  const of = new Map([...made.flatMap(({ findings }) => findings), ...unseen].map(finding => [finding.entry, finding]))
  return {
    value: { courses: made.map(({ course }) => course), of },
    diagnostics: [
      ...all.flatMap(clues => lectureProblems(clues, of.get(clues.entry), placeOf)),
      ...all.flatMap(clues => (of.has(clues.entry) ? fileProblems(clues, placeOf, hasFile) : [])),
      ...made.flatMap(({ course }) => courseProblems(course, numbersOf(course.key, unseen), placeOf)),
    ],
  }
}

function aroundOf(all: readonly Clues[], plans: Around['plans'], config: SiteFacts): Around {
  const stems = new Map<string, Set<string>>()
  const codes = new Map<string, number>()
  for (const { title, titleCode, labelCodes } of all) {
    if (title !== undefined) stems.set(stemKey(title.stem), (stems.get(stemKey(title.stem)) ?? new Set()).add(title.number))
    for (const key of new Set([titleCode, ...labelCodes].flatMap(code => code?.key ?? []))) codes.set(key, (codes.get(key) ?? 0) + 1)
  }
  return {
    plans,
    numbersOfStem: stem => stems.get(stemKey(stem))?.size ?? 0,
    entriesOfCode: key => codes.get(key) ?? 0,
    site: siteCourseOf(config, all),
  }
}

function stemKey(stem: string): string {
  return nameIn(stem).toLowerCase()
}

function findingOf(clues: Clues, around: Around): Finding | undefined {
  if (clues.keys.course === false || clues.entry.redirectTo !== undefined) return undefined
  for (const rule of rules) {
    const course = rule(clues, around)
    if (course === undefined) continue
    const number = numberOf(clues, course)
    return {
      entry: clues.entry,
      keys: clues.keys,
      course,
      number,
      title: clues.title,
      isBesides: isBesides(clues.entry, fileWords(clues.entry), number.number),
    }
  }
  return undefined
}

function numbersOf(key: string, findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.filter(({ course }) => course.key === key).map(({ number }) => number.number))
}
