// What is known of an entry as a lecture, and why.

import type { Entry } from '../model.ts'
import type { LectureKeys } from '../posts/lecture-keys.ts'
import type { NumberFound } from './lecture-number.ts'
import type { NumberedTitle } from './numbered-title.ts'
import type { CourseFound } from './rules.ts'

export interface Finding {
  readonly entry: Entry
  readonly keys: LectureKeys
  readonly course: CourseFound
  readonly number: NumberFound
  readonly title: NumberedTitle | undefined
  /** An assignment or the like, and no lecture. */
  readonly isBesides: boolean
}
