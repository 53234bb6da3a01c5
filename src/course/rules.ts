// THE LIST of what makes an entry a lecture of a course, the surest first. Each rule answers the course and says why, or nothing. Where no
// two things agree, there is no course: one that is missed can be named in a word, one that is made up annoys.

import { slugify } from '../text/slug.ts'
import type { Clues } from './clues.ts'
import { type Code, codeAs, codeIn } from './code.ts'
import { collectionHolds, isPartOfSite } from './collections.ts'
import type { Course } from './course.ts'
import { trimmed } from './numbered-title.ts'
import { type CoursePlan, courseKey } from './plan.ts'
import { besidesWords, nameTrimmings } from './words.ts'

/** The course of an entry, and why. */
export interface CourseFound {
  readonly key: string
  readonly kind: Course['kind']
  /** What it is called; empty where only its code is known. */
  readonly name: string
  readonly code: string
  /** Which rule says so, and what it saw. */
  readonly because: string
  /** Whether a word for a part counts a lecture in it, and a number without any word. */
  readonly numbers: 'any' | 'worded' | 'lectures'
}

/** What rules know of all entries together. */
export interface Around {
  readonly plans: ReadonlyMap<string, CoursePlan>
  /** How many numbers there are with a stem, and with a code. */
  readonly numbersOfStem: (stem: string) => number
  readonly entriesOfCode: (key: string) => number
  /** What the site is the course of, if it is. */
  readonly site: SiteCourse | undefined
}

export interface SiteCourse {
  readonly key: string
  readonly name: string
  readonly code: string
  /** Every text of it belongs to the course, or its numbered lectures alone. */
  readonly takesAll: boolean
  readonly because: string
}

type Rule = (clues: Clues, around: Around) => CourseFound | undefined

export const rules: readonly Rule[] = [named, inFolder, inCollection, byCode, byStem, byLabel, ofSite]

function named({ keys, titleCode, title }: Clues): CourseFound | undefined {
  const [name, kind] = keys.course ? [keys.course, 'course' as const] : [keys.series, 'series' as const]
  if (name === undefined || name === '') return undefined
  const code = codeAs(name)
  const spelt = code !== undefined && titleCode?.key === code.key ? nameIn(title?.stem ?? '') : ''
  return {
    key: courseKey(name),
    kind,
    name: code === undefined ? name : spelt,
    code: code?.written ?? '',
    because: `${kind}: ${name} in its front matter`,
    numbers: 'any',
  }
}

// A folder called as a course that is planned, or by a code; or one in a folder of courses.
function inFolder({ folders, entry }: Clues, { plans }: Around): CourseFound | undefined {
  if (entry.kind === 'page' && entry.collection === undefined) return undefined
  for (const [index, folder] of folders.entries()) {
    const above = folders[index + 1] ?? ''
    const [plan, code] = [plans.get(courseKey(folder)), codeAs(folder)]
    if (plan === undefined && code === undefined && !/^_?(?:courses|lectures|lecture-notes|series|vorlesungen|cours|cursos)$/i.test(above))
      continue
    const kind = /^_?series$/i.test(above) ? 'series' : 'course'
    return {
      key: courseKey(folder),
      kind,
      name: code === undefined ? wordsOf(folder) : '',
      code: code?.written ?? '',
      because: `it stands in the folder ${folder}`,
      numbers: 'any',
    }
  }
  return undefined
}

function inCollection({ entry }: Clues, { site }: Around): CourseFound | undefined {
  if (entry.kind !== 'page' || entry.collection === undefined || site === undefined) return undefined
  if (collectionHolds(entry, site.takesAll) !== 'lectures') return undefined
  const found = { ...site, kind: 'course', because: `it is of the collection ${entry.collection}`, numbers: 'any' } as const
  if (site.takesAll || !isPartOfSite(entry)) return found
  return { ...found, key: `${site.key}-${slugify(entry.collection)}`, name: `${site.name} ${entry.collection}` }
}

// A code in the title or as a tag, and a lecture's number with it; or the code twice or with an exercise, and a second text of that course.
function byCode({ title, file, titleCode, labelCodes, labels, entry }: Clues, { entriesOfCode }: Around): CourseFound | undefined {
  const code = titleCode ?? labelCodes[0]
  if (code === undefined) return undefined
  const agrees = titleCode !== undefined && labelCodes.some(({ key }) => key === titleCode.key)
  const number = title ?? file
  const isLecture = number?.sureness === 'lecture' || (number !== undefined && (agrees || entriesOfCode(code.key) > 1))
  const belongs = agrees || (titleCode !== undefined && besidesWords.test(entry.title))
  if (!isLecture && !(belongs && entriesOfCode(code.key) > 1)) return undefined
  const where =
    titleCode === undefined
      ? `the tag ${labels.find(label => codeAs(label)?.key === code.key)}`
      : `“${titleCode.written}” in its title${agrees ? ', which a tag repeats' : ''}`
  const name = nameIn(number === title && title !== undefined ? title.stem : entry.title)
  return {
    key: code.key,
    kind: 'course',
    name: titleCode === undefined || title === undefined ? '' : name,
    code: code.written,
    because: where,
    numbers: 'worded',
  }
}

function byStem({ title }: Clues, { numbersOfStem }: Around): CourseFound | undefined {
  if (title === undefined || title.stem === '' || numbersOfStem(title.stem) < 2) return undefined
  const name = nameIn(title.stem)
  if (name === '') return undefined
  const kind = title.sureness === 'lecture' ? 'course' : 'series'
  return {
    key: slugify(name),
    kind,
    name,
    code: '',
    because: `other titles begin with “${title.stem}” too, each with its number`,
    numbers: 'worded',
  }
}

// A lecture alone, whose title and tag name the same course.
function byLabel({ title, labels }: Clues, { plans }: Around): CourseFound | undefined {
  if (title === undefined) return undefined
  const name = nameIn(title.stem)
  const key = slugify(name)
  if (key === '') return undefined
  const label = title.sureness === 'lecture' ? labels.find(other => slugify(other) === key) : undefined
  if (label === undefined && !plans.has(key)) return undefined
  const because =
    label === undefined ? `“${name}” in its title is a planned course` : `“${name}” in its title, which the tag ${label} repeats`
  return { key, kind: 'course', name, code: '', because, numbers: 'worded' }
}

function ofSite({ title, entry }: Clues, { site }: Around): CourseFound | undefined {
  if (site === undefined || (entry.kind === 'page' && entry.collection === undefined)) return undefined
  // Of its collections the staff and the announcements are none of the course's texts.
  if (entry.kind === 'page' && collectionHolds(entry, site.takesAll) === 'other') return undefined
  const isLecture = title?.sureness === 'lecture' && title.stem === ''
  if (!isLecture && !site.takesAll) return undefined
  return { ...site, kind: 'course', numbers: 'lectures' }
}

/** The name of a course in what stands in front of a number: `Notes on Machine Learning Systems Design Course (CS 329s)`. */
export function nameIn(stem: string): string {
  const code: Code | undefined = codeIn(stem)
  const plain = code === undefined ? stem : trimmed(withoutCode(stem, code))
  return nameTrimmings
    .reduce((name, trimming) => name.replace(trimming, ''), withoutFrame(plain))
    .replace(/\s+/g, ' ')
    .trim()
}

// Brackets that held it alone go with it; from `(CS231n 2017)` the year stays in them.
function withoutCode(stem: string, { written }: Code): string {
  return stem
    .replace(written, '')
    .replace(/\(\s*\)|\[\s*\]|【\s*】|（\s*）/g, '')
    .replace(/([([【（])\s+|\s+([)\]】）])/g, '$1$2')
}

// `[Linear algebra] 3강`, `【线性代数】第1课`, and the point in front of a number: `Analysis. Lecture 3`.
function withoutFrame(stem: string): string {
  return stem.replace(/^(?:\[([^[\]]*)\]|【([^【】]*)】|《([^《》]*)》)$/u, '$1$2$3').replace(/(?<=\p{L}{3})\.$/u, '')
}

function wordsOf(folder: string): string {
  return folder
    .replace(/^_/, '')
    .replace(/[-_]+/g, ' ')
    .replace(/^\p{L}/u, letter => letter.toUpperCase())
}
