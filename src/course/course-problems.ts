// What is wrong with courses: lectures that are missing, twice there, or say two things.

import { describe } from '../config/readers.ts'
import type { Diagnostic, Place } from '../diagnostic.ts'
import { courseConflict, lectureConflict, lectureGap, lectureTwice, lectureWithoutCourse, noLectureFile } from '../diagnostics/courses.ts'
import { wrongType } from '../diagnostics/front-matter.ts'
import type { Entry } from '../model.ts'
import { fileBeside } from './beside.ts'
import type { Clues } from './clues.ts'
import type { Course } from './course.ts'
import type { Finding } from './finding.ts'

/** The place of a key in the front matter of an entry. */
export type PlaceOf = (entry: Entry, key: string) => Place

/** What one text says against itself. */
export function lectureProblems(
  { entry, keys, titleCode, labelCodes, labels }: Clues,
  found: Finding | undefined,
  placeOf: PlaceOf,
): Diagnostic[] {
  if (found === undefined)
    return keys.number === undefined || keys.course === false || !('lecture' in entry.data)
      ? []
      : [lectureWithoutCourse(placeOf(entry, 'lecture'), keys.number)]
  const { against, number, because } = found.number
  const conflicts =
    against === undefined
      ? []
      : [lectureConflict(placeOf(entry, keys.number === undefined ? 'title' : 'lecture'), number, because, against)]
  const isOdd =
    keys.course === undefined && titleCode !== undefined && labelCodes.length > 0 && labelCodes.every(({ key }) => key !== titleCode.key)
  const label = labelCodes[0]?.written ?? labels[0] ?? ''
  return isOdd ? [...conflicts, courseConflict(placeOf(entry, 'title'), titleCode.written, label)] : conflicts
}

/** Slides and recordings that are to lie beside a text and do not. */
export function fileProblems({ entry, keys }: Clues, placeOf: PlaceOf, hasFile: (path: string) => boolean): Diagnostic[] {
  return (['slides', 'video'] as const).flatMap(key => {
    const written = entry.data[key]
    // Switches and groups are those of themes.
    if (Array.isArray(written) || typeof written === 'number')
      return [wrongType(placeOf(entry, key), key, 'one file or address', describe(written))]
    const path = fileBeside(entry, keys[key])
    return path === undefined || hasFile(path) ? [] : [noLectureFile(placeOf(entry, key), key, keys[key])]
  })
}

/** Numbers of a course that are missing between others, and those that two texts have. `unseen` are those of lectures that are not published. */
export function courseProblems(course: Course, unseen: ReadonlySet<string>, placeOf: PlaceOf): Diagnostic[] {
  const written = course.lectures.flatMap(({ entry, number }) => (entry === undefined ? [] : [{ entry, number }]))
  const name = course.code || course.name
  const doubles = written.flatMap(({ entry, number }, index) => {
    const earlier = /^\d/.test(number) ? written.findIndex(other => other.number === number) : index
    const first = written[earlier]
    return earlier === index || first === undefined ? [] : [lectureTwice(placeOf(entry, keyOf(entry)), name, number, first.entry.source)]
  })
  return [...doubles, ...gapsOf(course, name, unseen, placeOf)]
}

/** Of a gap of millions, which a mistyped number makes, only so many are looked at. */
const mostLooked = 1000

// Only whole numbers follow each other; `2a` and `1–2` stand for theirs.
function gapsOf({ lectures }: Course, name: string, unseen: ReadonlySet<string>, placeOf: PlaceOf): Diagnostic[] {
  let [last, before]: [number | undefined, Entry | undefined] = [undefined, undefined]
  return lectures.flatMap(({ entry, number }) => {
    const [from, to] = [...number.matchAll(/\d+(?:\.\d+)?/g)].map(([digits]) => Math.floor(Number(digits)))
    if (from === undefined) return []
    const [next, previous, earlier] = [to ?? from, last, before]
    last = next
    before = entry ?? before
    if (previous === undefined || entry === undefined || earlier === undefined) return []
    const count = Math.max(0, from - previous - 1)
    const between = Array.from({ length: Math.min(count, mostLooked) }, (_, index) => String(previous + 1 + index))
    const absent = between.filter(one => !unseen.has(one))
    if (absent.length === 0) return []
    const missing = absent.length < 3 ? absent.join(' and ') : `${absent[0]} to ${count > mostLooked ? from - 1 : absent.at(-1)}`
    return [lectureGap(placeOf(entry, keyOf(entry)), name, missing, String(previous), String(from))]
  })
}

function keyOf({ data }: Entry): string {
  return 'lecture' in data ? 'lecture' : 'title'
}
