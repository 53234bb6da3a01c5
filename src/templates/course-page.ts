// What the templates of courses receive, beside what every page has.

import type { Html } from '../model.ts'
import type { CommonPage, LinkData } from './contract.ts'
import type { CourseLink, LectureRow } from './course-contract.ts'

/** The page of a course, all of it on one page, and the list of courses. */
export interface CoursePage extends CommonPage {
  readonly course: CourseLink
  readonly modules: readonly { readonly title: string; readonly lectures: readonly LectureRow[] }[]
  readonly besides: readonly LinkData[]
  readonly facts: readonly string[]
  readonly about: string
  readonly website: string
  readonly minutes: number
  readonly content: Html
  readonly onePage: string
  readonly book: string
  readonly parts: readonly CoursePart[]
  readonly references: Html | ''
  readonly courses: readonly CourseLink[]
}

/** A lecture on the page that holds the whole course. */
export interface CoursePart {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly url: string
  /** Those of its exercises are printed. */
  readonly printsSolutions: boolean
  readonly content: Html
}

export const courseFields: { readonly [Field in Exclude<keyof CoursePage, keyof CommonPage>]: string } = {
  course: 'The course: `title`, `code`, `url`, `count` of lectures, how many are `planned`, `lectures` (the count in words)',
  modules:
    'Its lectures by module, each with `title` and `lectures`: `number`, `label`, `title`, `url` (empty for a planned one), `keywords`, `date`, `minutes`, `slides`, `video`',
  besides: 'What belongs to it and is no lecture, each with `title` and `url`',
  facts: 'Its term and who gives it, each a text',
  about: 'What its plan says it is, or empty',
  website: 'Its page at the university, or empty',
  minutes: 'Minutes it takes to read',
  content: 'What the author’s own page at its address says, as HTML, or empty',
  onePage: 'Address of the page with the whole course',
  book: 'Address of the EPUB file',
  parts: 'On that page: every lecture with `id`, `label`, `title`, `url`, `printsSolutions` and `content`',
  references: 'On that page: what all of them cite, as HTML, or empty',
  courses: 'On the list of courses: all of them, each as `course`',
}
