// An opening tag of HTML. A quote ends an attribute only if the tag can go on behind it (`title="He said "hi" to"`), so each quote
// that follows may have to be tried; none is tried twice, whatever tag it is tried for.

import { matchAt } from '../../text/parts.ts'
import { type Cursor, sticky } from './cursor.ts'
import type { TagMemory } from './known.ts'
import { memoryOf } from './memory.ts'
import { htmlName, space } from './patterns.ts'

export interface Tag {
  readonly name: string
  readonly attributes: string
  /** Closed by its own slash. */
  readonly isClosed: boolean
  readonly end: number
}

const opening = sticky(`<(${htmlName})`, 'u')
const attribute = sticky(`${space}+${htmlName}(${space}*=${space}*)?`, 'u')
const bareValue = sticky('[\\p{L}\\p{M}\\p{N}\\p{Pc}]+', 'u')
const ending = sticky(`${space}*(\\/)?>`)

/** The tag that opens at `at`. */
export function tagAt(cursor: Cursor, at: number): Tag | undefined {
  const { text } = cursor
  const match = matchAt(text, at, opening)
  if (match === null) return undefined
  const from = at + match[0].length
  const to = endOfAttributes(text, from, memoryOf(cursor).tags)
  if (to === undefined) return undefined
  const [end = '', slash] = matchAt(text, to, ending) ?? []
  return { name: match[1] ?? '', attributes: text.slice(from, to), isClosed: slash !== undefined, end: to + end.length }
}

/** A value whose closing quote is being looked for. */
interface Choice {
  readonly quote: string
  readonly from: number
  next: number
  /** How many attributes stood in front of it. */
  readonly before: number
}

function endOfAttributes(text: string, from: number, memory: TagMemory): number | undefined {
  const path: number[] = []
  const choices: Choice[] = []
  let at: number | undefined = from
  while (at === undefined || !matchAt(text, at, ending)) {
    const value: Value | undefined = at === undefined ? undefined : valueAfter(text, at)
    if (value?.quote !== undefined) choices.push({ quote: value.quote, from: value.at, next: value.at, before: path.length })
    at = value !== undefined && value.quote === undefined ? value.at : nextQuote(text, choices, path, memory)
    if (at === undefined && choices.length === 0) return undefined
    if (at === undefined || memory.dead.has(at)) at = undefined
    else {
      memory.dead.add(at)
      path.push(at)
    }
  }
  for (const place of path) memory.dead.delete(place)
  return at
}

interface Value {
  readonly at: number
  readonly quote?: string
}

// Where the next attribute ends; or, with the quote that must end it, where its value begins.
function valueAfter(text: string, at: number): Value | undefined {
  const match = matchAt(text, at, attribute)
  if (match === null) return undefined
  const end = at + match[0].length
  if (match[1] === undefined) return { at: end }
  const bare = matchAt(text, end, bareValue)
  if (bare) return { at: end + bare[0].length }
  const quote = text[end]
  return quote === '"' || quote === "'" ? { at: end + 1, quote } : undefined
}

// Behind the next quote that may end the last value; where there is no other, the value is given up.
function nextQuote(text: string, choices: Choice[], path: number[], { exhausted }: TagMemory): number | undefined {
  const choice = choices.at(-1)
  if (choice === undefined) return undefined
  const at = choice.next >= (exhausted.get(choice.quote) ?? text.length) ? -1 : text.indexOf(choice.quote, choice.next)
  if (at < 0) {
    exhausted.set(choice.quote, Math.min(choice.from, exhausted.get(choice.quote) ?? choice.from))
    choices.pop()
    return undefined
  }
  choice.next = at + 1
  path.length = choice.before
  return at + 1
}
