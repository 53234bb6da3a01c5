// Parts of a series that only the others tell. The first often does not know that it will be one: `Raft from scratch`, and a month later
// `Raft from scratch, part 2`. Some have their number in brackets, `Raft from scratch (2)`. And some count without any sign: `Raft from scratch 2`,
// which is a version as often as a part, so that only three in their order tell.

import { grouped } from '../text/grouped.ts'
import type { Clues } from './clues.ts'
import type { NumberedTitle } from './numbered-title.ts'
import { hanPattern, readNumeral, romanPattern } from './numeral.ts'

/** What the title of a part says, and how its number stands there. */
interface Part {
  readonly clues: Clues
  readonly title: NumberedTitle
  readonly by: 'word' | 'brackets' | 'nothing'
}

/** The clues of all entries, newest first, with the numbers that the parts of a series give one another. */
export function withSeriesParts(all: readonly Clues[]): readonly Clues[] {
  const posts = all.filter(({ entry, keys }) => entry.kind === 'post' && keys.course !== false)
  const age = new Map(posts.map((clues, index) => [clues, index]))
  const isOlder = (one: Part, other: Part): boolean => (age.get(one.clues) ?? 0) > (age.get(other.clues) ?? 0)
  const parts = posts.flatMap(clues => partOf(clues) ?? [])
  const stems = grouped(parts, ({ title }) => [keyOf(title.stem)])
  const wholes = grouped(
    posts.filter(({ title }) => title === undefined),
    ({ entry }) => [keyOf(entry.title)],
  )
  const given = new Map<Clues, NumberedTitle>()
  for (const [stem, found] of stems) {
    const series = seriesOf(found, wholes.get(stem) ?? [], isOlder)
    for (const { clues, title } of series) given.set(clues, title)
  }
  return given.size === 0 ? all : all.map(clues => ({ ...clues, title: clues.title ?? given.get(clues) }))
}

const inBrackets = new RegExp(
  `^(.*?)[(（[](?:(\\d{1,2})(?:\\s?/\\s?\\d{1,2})?|(${romanPattern}|${hanPattern}))[)）\\]](?:\\s*$|\\s*[.:：–—-]\\s*(.*))`,
)
const bare = /^(.*\S)\s+#?(\d|II|III|IV|V)$/

function partOf(clues: Clues): Part | undefined {
  if (clues.title !== undefined) return clues.title.stem === '' ? undefined : { clues, title: clues.title, by: 'word' }
  const whole = clues.entry.title.trim()
  const [, before, digits, letters, behind] = inBrackets.exec(whole) ?? []
  const [, stem = before?.trimEnd() ?? '', written = digits ?? letters ?? ''] = bare.exec(whole) ?? []
  const number = readNumeral(written)
  if (stem === '' || number === undefined) return undefined
  const title = { number, sureness: 'part', written, stem, subject: behind || whole } as const
  return { clues, title, by: before === undefined ? 'nothing' : 'brackets' }
}

/** Those parts of a stem that are a series, with the one text that has no number and is called as it; none where they may be anything. */
function seriesOf(found: readonly Part[], wholes: readonly Clues[], isOlder: (one: Part, other: Part) => boolean): readonly Part[] {
  const of = (number: string): Part | undefined => parts.find(({ title }) => title.number === number)
  const first = firstOf(found, wholes, isOlder)
  const parts = first === undefined ? found : [first, ...found]
  const [one, two, three] = ['1', '2', '3'].map(of)
  if (one !== undefined && two !== undefined && three !== undefined && isOlder(one, two) && isOlder(two, three)) return parts
  const signed = parts.filter(({ by }) => by !== 'nothing')
  const numbers = new Set(signed.map(({ title }) => Number(title.number)))
  return [...numbers].some(number => numbers.has(number + 1)) ? signed : []
}

function firstOf(found: readonly Part[], wholes: readonly Clues[], isOlder: (one: Part, other: Part) => boolean): Part | undefined {
  const [clues] = wholes
  const second = found.find(({ title }) => title.number === '2')
  if (clues === undefined || second === undefined || wholes.length > 1 || found.some(({ title }) => title.number === '1')) return undefined
  const whole = clues.entry.title.trim()
  const first = { clues, title: { ...second.title, number: '1', written: '', stem: whole, subject: whole }, by: 'word' } as const
  return found.every(part => isOlder(first, part) && sameAuthor(clues, part.clues)) ? first : undefined
}

function keyOf(title: string): string {
  return title.trim().toLowerCase()
}

function sameAuthor({ entry: one }: Clues, { entry: other }: Clues): boolean {
  return JSON.stringify(one.data['author'] ?? null) === JSON.stringify(other.data['author'] ?? null)
}
