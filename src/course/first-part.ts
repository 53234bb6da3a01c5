// The first part of a series often does not know that it will be one: `Raft from scratch`, and a month later `Raft from scratch, part 2`. And some count
// without a word: `Raft from scratch 2`, which is a version as often as a part, so that only a third one behind it tells.

import { grouped } from '../text/grouped.ts'
import type { Clues } from './clues.ts'
import type { NumberedTitle } from './numbered-title.ts'
import { readNumeral } from './numeral.ts'

/** The clues of all entries, newest first, with the number that the others give to such a first part. */
export function withFirstParts(all: readonly Clues[]): readonly Clues[] {
  const posts = all.filter(({ entry, keys }) => entry.kind === 'post' && keys.course !== false)
  const unnumbered = grouped(
    posts.filter(({ title }) => title === undefined),
    ({ entry }) => [keyOf(entry.title)],
  )
  const given = new Map<Clues, NumberedTitle>()
  for (const [stem, parts] of stemsOf(posts)) {
    const firsts = unnumbered.get(stem) ?? []
    const second = parts.find(({ number }) => number === '2')
    const [first] = firsts
    if (first === undefined || firsts.length > 1 || second === undefined || parts.some(({ number }) => number === '1')) continue
    if (!parts.every(({ clues }) => isOlder(first, clues, posts) && sameAuthor(first, clues))) continue
    if (second.isBare && !parts.some(({ number, clues }) => number === '3' && isOlder(second.clues, clues, posts))) continue
    const whole = first.entry.title.trim()
    given.set(first, { number: '1', sureness: second.sureness, written: '', stem: whole, subject: '' })
    for (const { clues, number, isBare } of parts)
      if (isBare) given.set(clues, { number, sureness: 'part', written: number, stem: whole, subject: '' })
  }
  return given.size === 0 ? all : all.map(clues => ({ ...clues, title: clues.title ?? given.get(clues) }))
}

interface Part extends Pick<NumberedTitle, 'number' | 'sureness'> {
  readonly clues: Clues
  /** Its number stands there without a word for what it counts. */
  readonly isBare: boolean
}

const bare = /^(.*\S)\s+#?(\d|II|III|IV|V)$/

function stemsOf(posts: readonly Clues[]): ReadonlyMap<string, readonly Part[]> {
  const parts = posts.flatMap((clues): (Part & { readonly stem: string })[] => {
    if (clues.title !== undefined) {
      const { number, sureness, stem } = clues.title
      return stem === '' ? [] : [{ clues, number, sureness, isBare: false, stem: keyOf(stem) }]
    }
    const [, stem = '', written = ''] = bare.exec(clues.entry.title.trim()) ?? []
    const number = readNumeral(written)
    return number === undefined || stem === '' ? [] : [{ clues, number, sureness: 'part', isBare: true, stem: keyOf(stem) }]
  })
  return grouped(parts, ({ stem }) => [stem])
}

function keyOf(title: string): string {
  return title.trim().toLowerCase()
}

function isOlder(one: Clues, other: Clues, newestFirst: readonly Clues[]): boolean {
  return newestFirst.indexOf(one) > newestFirst.indexOf(other)
}

function sameAuthor({ entry: one }: Clues, { entry: other }: Clues): boolean {
  return JSON.stringify(one.data['author'] ?? null) === JSON.stringify(other.data['author'] ?? null)
}
