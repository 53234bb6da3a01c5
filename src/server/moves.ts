// Pages that have got another address, by a file renamed or a key changed: who looks at one is led to where it is now.

import type { Entry } from '../model.ts'

export interface Move {
  readonly from: string
  readonly to: string
}

/** How many texts that are gone are remembered: an editor removes a file first and writes the other a moment later. */
const mostGone = 20

/** Compares the entries before and after each change. */
export function makeMoves(): (before: readonly Entry[], after: readonly Entry[]) => readonly Move[] {
  let gone: Entry[] = []
  return (before, after) => {
    const now = new Map(after.map(entry => [entry.source, entry]))
    const known = new Set(before.map(({ source }) => source))
    gone = [...gone, ...before.filter(({ source }) => !now.has(source))].slice(-mostGone)
    const renamed = after
      .filter(({ source }) => !known.has(source))
      .flatMap(entry => {
        const old = gone.find(({ body }) => body === entry.body)
        gone = gone.filter(other => other !== old)
        return old === undefined ? [] : [[old, entry] as const]
      })
    const changed = before.flatMap(old => {
      const entry = now.get(old.source)
      return entry === undefined ? [] : [[old, entry] as const]
    })
    return [...renamed, ...changed]
      .filter(([old, entry]) => old.permalink !== entry.permalink)
      .map(([old, entry]) => ({ from: old.permalink, to: entry.permalink }))
  }
}
