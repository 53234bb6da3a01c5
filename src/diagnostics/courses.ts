// Courses and their lectures.

import type { Diagnostic, Place } from '../diagnostic.ts'
import type { SourcePath } from '../model.ts'
import { hint, warning } from './severity.ts'

export const lectureGap = (place: Place, course: string, missing: string, before: string, behind: string): Diagnostic =>
  hint(
    'course/gap',
    place,
    `${course} goes from lecture ${before} to ${behind}, without ${missing}`,
    'list it as planned in _data/courses, or give this lecture its own number with lecture:',
  )

export const lectureTwice = (place: Place, course: string, number: string, other: SourcePath): Diagnostic =>
  warning(
    'course/twice',
    place,
    `Two posts are lecture ${number} of ${course}; the other is ${other}`,
    'give one of them another number with lecture: 2a, or none with course: false',
  )

export const lectureConflict = (
  place: Place,
  number: string,
  because: string,
  against: { readonly number: string; readonly because: string },
): Diagnostic =>
  hint(
    'course/number',
    place,
    `This is taken for lecture ${number}, for ${because}, but ${against.because} says ${against.number}`,
    'write lecture: with the right number, or mend the other',
  )

export const courseConflict = (place: Place, inTitle: string, tag: string): Diagnostic =>
  warning('course/two', place, `The title names the course ${inTitle}, the tag another one, ${tag}`, 'say which it is with course:')

export const noLectureFile = (place: Place, key: string, path: string): Diagnostic =>
  warning(
    'course/no-file',
    place,
    `${key}: leads to ${path}, and there is no such file`,
    'put it beside the post, or write its address in full',
  )

export const lectureWithoutCourse = (place: Place, number: string): Diagnostic =>
  hint('course/none', place, `Lecture ${number} of which course? Nothing names one`, 'add course: with its name')
