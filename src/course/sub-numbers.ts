// Numbers in two parts: `Week 2, Lecture 1` and `Lecture 2-1`. The first is lecture 2.1 where each week begins anew, and lecture 1 of all elsewhere;
// the second is 2.1 beside a `2-2`, and two lectures at once beside a `3-4`. So it takes all of a course to tell.

import { grouped } from '../text/grouped.ts'
import type { Clues } from './clues.ts'
import { type NumberedTitle, readNumberedTitle } from './numbered-title.ts'

interface Pair {
  readonly clues: Clues
  readonly outer: string
  readonly inner: string
  /** Whether both stand by one word: `Lecture 2-1`. */
  readonly byOneWord: boolean
  /** How the title reads where lectures are counted through. */
  readonly whole: NumberedTitle
}

/** The clues of all entries, with numbers in two parts for those whose second part begins anew. */
export function withSubNumbers(all: readonly Clues[]): readonly Clues[] {
  const read = new Map<Clues, NumberedTitle>()
  for (const pairs of grouped(all.flatMap(pairOf), ({ whole }) => [whole.stem.toLowerCase()]).values()) {
    const isInTwo = beginsAnew(pairs)
    for (const { clues, whole, outer, inner } of pairs) read.set(clues, isInTwo ? { ...whole, number: `${outer}.${inner}` } : whole)
  }
  return read.size === 0 ? all : all.map(clues => ({ ...clues, title: read.get(clues) ?? clues.title }))
}

function pairOf(clues: Clues): Pair[] {
  const { title } = clues
  if (title === undefined) return []
  const [, outer, inner] = /0*(\d+)\s?-\s?0*(\d+)$/.exec(title.written) ?? []
  if (outer !== undefined && inner !== undefined) return [{ clues, outer, inner, byOneWord: true, whole: title }]
  const above = readNumberedTitle(title.stem)
  if (above === undefined || above.subject !== '' || !/^\d+$/.test(above.number + title.number)) return []
  return [{ clues, outer: above.number, inner: title.number, byOneWord: false, whole: { ...title, stem: above.stem } }]
}

function beginsAnew(pairs: readonly Pair[]): boolean {
  const outerOf = new Map<string, string>()
  return pairs.some(({ outer, inner, byOneWord }) => {
    const first = outerOf.get(inner) ?? outer
    outerOf.set(inner, first)
    return first !== outer || (byOneWord && Number(inner) <= Number(outer))
  })
}
