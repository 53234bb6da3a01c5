// The same page is asked for again and again while nothing changes: what it was answered with is kept as bytes until something does, so that another
// request has nothing to do but send it.

import type { Answer } from './find-answer.ts'

type AnswerPath = (path: string) => Promise<Answer>

/** Addresses whose answers are kept; beyond them it begins anew. */
const most = 500

/** `answer` of a version of the site, asked once for each page of it. Files on the disk are not kept: they may change before anybody tells. */
export function keepAnswers(answer: (path: string, version: string) => Promise<Answer>, version: () => string): AnswerPath {
  let known = ''
  let kept = new Map<string, Answer>()
  return async path => {
    const current = version()
    if (current !== known) {
      known = current
      kept = new Map()
    }
    const before = kept.get(path)
    if (before !== undefined) return before
    // A change may come while it is made, and then it belongs to the version that it was asked of.
    const own = kept
    const made = await answer(path, current)
    if (made.status !== 200 || made.file !== undefined || typeof made.body !== 'string') return made
    const bytes = { ...made, body: Buffer.from(made.body) }
    if (own.size >= most) own.clear()
    own.set(path, bytes)
    return bytes
  }
}
