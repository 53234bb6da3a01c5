// What belongs to a course and is no lecture of it: an assignment, a project, a poster.

import type { Entry } from '../model.ts'
import { collectionHolds } from './collections.ts'
import type { Finding } from './finding.ts'
import { besidesWords } from './words.ts'

/** What an entry alone says of it. */
export function isBesides(entry: Entry, file: string, number: string): boolean {
  if (entry.kind === 'page' && collectionHolds(entry, true) === 'besides') return true
  return number === '' && (besidesWords.test(entry.title) || besidesWords.test(file))
}

/** The findings of a course, in which `Lecture 2 exercises` and `TD 2` are none of the lectures where there is a lecture 2. */
export function withExercises(findings: readonly Finding[]): readonly Finding[] {
  const sure = new Set(findings.flatMap(finding => (!finding.isBesides && isSure(finding) ? finding.number.number : [])))
  return findings.map(finding => {
    const isExercise = finding.number.number !== '' && !isSure(finding) && sure.has(finding.number.number)
    return isExercise ? { ...finding, isBesides: true } : finding
  })
}

// A number in the front matter or in a file's name is meant so.
function isSure({ title, number }: Finding): boolean {
  return title?.number !== number.number || (title.sureness === 'lecture' && !besidesWords.test(title.subject))
}
