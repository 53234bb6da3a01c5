// Where each text stands in its course.

import type { Entry } from '../model.ts'
import type { Course } from './course.ts'

/** A lecture, in its course. */
export interface Placed {
  readonly course: Course
  readonly place: number
}

/** Where each entry stands in its course. */
export function placesIn(courses: readonly Course[]): ReadonlyMap<Entry, Placed> {
  return new Map(
    courses.flatMap(course =>
      course.lectures.flatMap(({ entry }, place) => (entry === undefined ? [] : [[entry, { course, place }] as [Entry, Placed]])),
    ),
  )
}
