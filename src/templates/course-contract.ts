// Courses and lectures as templates see them.

import type { Moment } from '../text/dates.ts'

/** A course as lists of courses show it. */
export interface CourseLink {
  readonly title: string
  readonly url: string
  readonly code: string
  readonly count: number
  readonly planned: number
  readonly lectures: string
  /** A series of posts that is no course. */
  readonly isSeries: boolean
}

/** A course as the home page shows it. */
export interface CourseState extends CourseLink {
  /** When its newest lecture was published. */
  readonly newest: Moment | undefined
}

/** A lecture as the lists of its course show it. */
export interface LectureRow {
  readonly title: string
  /** Empty for a lecture that is only planned. */
  readonly url: string
  /** Digits, or empty. */
  readonly number: string
  readonly label: string
  readonly module: string
  readonly keywords: readonly string[]
  readonly date?: Moment | undefined
  readonly slides: string
  readonly video: string
  readonly minutes?: number
  readonly isCurrent?: boolean
}

/** What the page of a lecture tells of its course. */
export interface LectureOfCourse {
  readonly course: CourseLink
  /** `Lecture 3 of 8`. */
  readonly label: string
  readonly slides: string
  readonly video: string
  readonly rows: readonly LectureRow[]
}
