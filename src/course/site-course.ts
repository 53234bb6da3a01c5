// Whether a whole site is that of a course: it has a course's code for a name and says that it is one, or numbered lectures that name no course.

import type { Config } from '../config/config.ts'
import { textOf } from '../config/readers.ts'
import type { DataMap } from '../model.ts'
import { slugify } from '../text/slug.ts'
import type { Clues } from './clues.ts'
import { codeAs, codeIn, keyOf } from './code.ts'
import { nameIn, type SiteCourse } from './rules.ts'
import { courseWords } from './words.ts'

/** What of the configuration tells what a site is. */
export type SiteFacts = Pick<Config, 'title' | 'description' | 'tagline' | 'url' | 'baseurl'> & { readonly data: DataMap }

export function siteCourseOf(config: SiteFacts, all: readonly Clues[]): SiteCourse | undefined {
  const { description, tagline, url, baseurl, data } = config
  // Themes for courses have a key of their own.
  const courseName = textOf(data['course_name'] ?? null) ?? ''
  const title = courseName || config.title
  const other = textOf(data['name'] ?? null) ?? ''
  const code = codeIn(title) ?? codeIn(other) ?? codeIn(tagline)
  const address = keyOf(`${url} ${baseurl} ${textOf(data['repository'] ?? null) ?? ''}`)
  const says = courseName !== '' || [title, other, tagline, description].some(text => courseWords.test(text))
  // The code of one's university degree stands in a title too; that of the address is what the site is about.
  if (code !== undefined && (says || address.includes(code.key)) && (codeIn(description)?.key === code.key || address.includes(code.key)))
    return {
      key: code.key,
      name: nameOf(title || other, tagline),
      code: code.written,
      takesAll: true,
      because: `the whole site is of the course ${code.written}, as its title and its description say`,
    }
  const lectures = all.filter(
    ({ title: numbered, titleCode }) => numbered?.sureness === 'lecture' && numbered.stem === '' && titleCode === undefined,
  )
  const numbers = lectures.map(({ title: numbered }) => numbered?.number ?? '')
  const inCollections = all.some(({ entry }) => entry.kind === 'page' && entry.collection !== undefined)
  if (!isCounted(numbers) && !inCollections) return undefined
  const name = title || other
  return {
    key: slugify(name) || 'lectures',
    name,
    code: code?.written ?? '',
    takesAll: false,
    because: 'it is a numbered lecture that names no course, so the site is its course',
  }
}

// Lectures follow one another. `Lesson 5: Never deploy on a Friday` and `Lesson 12` are of many kinds.
function isCounted(numbers: readonly string[]): boolean {
  const whole = new Set(numbers.flatMap(number => number.match(/^\d+|(?<=–)\d+/g) ?? []).map(Number))
  return numbers.length > 1 && [...whole].some(number => whole.has(number + 1))
}

// A title that is nothing but codes, as one that two departments give, says what the course is in the line below it.
function nameOf(title: string, tagline: string): string {
  const name = nameIn(title)
  return tagline !== '' && (name === '' || codeAs(name) !== undefined) ? nameIn(tagline) : name
}
