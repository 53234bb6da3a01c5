// A `.bib` file into entries, by the grammar of BibTeX: what stands outside of entries is no part of it, a value is joined of texts and names by `#`.
// A mistake costs the entry that it is in, and is told with its place; reading goes on at the next entry.

import type { Checked, Diagnostic, Place } from '../diagnostic.ts'
import { brokenEntry, doubleKey, missingComma, unknownString } from '../diagnostics/citations.ts'
import type { SourcePath } from '../model.ts'
import { matchAt } from '../text/parts.ts'
import { type Position, positionsIn } from '../text/position.ts'

/** An entry as it is written: its values still in TeX. */
export interface BibEntry {
  readonly type: string
  readonly key: string
  /** By name, in lower case. */
  readonly fields: ReadonlyMap<string, string>
}

export function readBibtex(file: SourcePath, text: string): Checked<readonly BibEntry[]> {
  const reading: Reading = {
    file,
    text,
    positionAt: positionsIn(text),
    at: 0,
    strings: new Map(),
    room: longestOfNames,
    unclosed: 0,
    diagnostics: [],
  }
  const entries = new Map<string, BibEntry>()
  for (let start = nextEntry(reading); start >= 0 && reading.unclosed < mostUnclosed; start = nextEntry(reading)) {
    const entry = readOrSkip(reading, start)
    if (entry === undefined) continue
    if (entries.has(entry.key))
      tell(reading, () => doubleKey(placeAt(reading, text.indexOf(entry.key, start), entry.key.length), entry.key))
    else entries.set(entry.key, entry)
  }
  return { value: [...entries.values()], diagnostics: reading.diagnostics }
}

interface Reading {
  readonly file: SourcePath
  readonly text: string
  readonly positionAt: (offset: number, length: number) => Position
  at: number
  /** What `@string` has defined. */
  readonly strings: Map<string, string>
  /** How many characters may still be written by naming what `@string` has defined. */
  room: number
  /** How many braces and quotes were looked for to the end of the file. */
  unclosed: number
  readonly diagnostics: Diagnostic[]
}

// A journal's name is written a few thousand times at most; names that are made of names grow without end.
const longestOfNames = 2_000_000
// One that is never closed swallows what is below it, so of many the first are what there is to mend.
const mostUnclosed = 20

/** Names that are defined everywhere; what months are called is told by the date. */
export const months: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

function placeAt({ file, text, positionAt }: Reading, offset: number, length = 1): Place {
  return { file, position: positionAt(Math.min(offset, text.length), length) }
}

// What is wrong over and over was made by a program, and is mended there.
const mostTold = 200

function tell({ diagnostics }: Reading, make: () => Diagnostic): void {
  if (diagnostics.length < mostTold) diagnostics.push(make())
}

// An entry that cannot be read on: where, and why.
interface Broken {
  readonly offset: number
  readonly problem: string
}

function isBroken(read: object | string | number | undefined): read is Broken {
  return typeof read === 'object' && 'problem' in read
}

const opening = /@\s*([a-z][\w-]*)\s*([{(])/iy

function nextEntry({ text, at }: Reading): number {
  for (let start = text.indexOf('@', at); start >= 0; start = text.indexOf('@', start + 1)) {
    // An address in a remark begins no entry.
    if (matchAt(text, start, opening) !== null && !/[\w.]/.test(text[start - 1] ?? '')) return start
  }
  return -1
}

function readOrSkip(reading: Reading, start: number): BibEntry | undefined {
  const entry = readEntry(reading, start)
  if (!isBroken(entry)) return entry
  tell(reading, () => brokenEntry(placeAt(reading, entry.offset), entry.problem))
  const next = /\n[ \t]*@[a-z]+[ \t]*[{(]/i.exec(reading.text.slice(start + 1))
  reading.at = next === null ? reading.text.length : start + 1 + next.index
  return undefined
}

function readEntry(reading: Reading, start: number): BibEntry | Broken | undefined {
  const [whole = '', name = '', open = '{'] = matchAt(reading.text, start, opening) ?? []
  reading.at = start + whole.length
  const type = name.toLowerCase()
  const close = open === '{' ? '}' : ')'
  if (type === 'comment' || type === 'preamble') {
    const end = endOfBraces(reading, reading.at - 1, open, close)
    if (isBroken(end)) return end
    reading.at = end + 1
    return undefined
  }
  const key = type === 'string' ? '' : readKey(reading, start, type)
  if (isBroken(key)) return key
  const fields = readFields(reading, start, close)
  if (isBroken(fields)) return fields
  if (type !== 'string') return { type, key, fields }
  for (const [defined, value] of fields) reading.strings.set(defined, value)
  return undefined
}

const keyAhead = /\s*([^\s,{}()"#%'=\\]+)\s*(?=[,})])/y

function readKey(reading: Reading, start: number, type: string): string | Broken {
  const found = matchAt(reading.text, reading.at, keyAhead)
  if (found?.[1] === undefined) return { offset: start, problem: `this ${type} has no key by which texts could cite it` }
  reading.at += found[0].length
  return found[1]
}

const fieldAhead = /([a-z][\w+:.-]*)\s*=\s*/iy

function readFields(reading: Reading, start: number, close: string): ReadonlyMap<string, string> | Broken {
  const fields = new Map<string, string>()
  let hasComma = true
  for (;;) {
    skip(reading)
    const next = reading.text[reading.at]
    if (next === undefined) return { offset: start, problem: 'this entry is not closed' }
    if (next === ',') {
      hasComma = true
      reading.at += 1
      continue
    }
    if (next === close) {
      reading.at += 1
      return fields
    }
    if (next === '@') return { offset: start, problem: 'this entry is not closed' }
    const field = matchAt(reading.text, reading.at, fieldAhead)
    if (field === null) return { offset: reading.at, problem: 'a field is expected here: a name, = and a value' }
    const [whole, name = ''] = field
    if (!hasComma && fields.size > 0) tell(reading, () => missingComma(placeAt(reading, reading.at, name.length), name))
    reading.at += whole.length
    // Of two with one name, BibTeX takes the first.
    const value = readValue(reading)
    if (isBroken(value)) return value
    if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value)
    hasComma = false
  }
}

const space = /(?:\s+|%[^\n]*\n)+/y
function skip(reading: Reading): void {
  reading.at += matchAt(reading.text, reading.at, space)?.[0].length ?? 0
}

function readValue(reading: Reading): string | Broken {
  const parts: string[] = []
  for (;;) {
    const part = readPart(reading)
    if (isBroken(part)) return part
    parts.push(part)
    skip(reading)
    if (reading.text[reading.at] !== '#') return parts.join('')
    reading.at += 1
    skip(reading)
  }
}

const bare = /[^\s,{}()"#%'=]+/y

function readPart(reading: Reading): string | Broken {
  const { text, at } = reading
  const first = text[at]
  if (first === '{' || first === '"') {
    const end = first === '{' ? endOfBraces(reading, at) : endOfQuotes(reading, at)
    if (isBroken(end)) return end
    reading.at = end + 1
    return text.slice(at + 1, end)
  }
  const word = matchAt(text, at, bare)?.[0]
  if (word === undefined) return { offset: at, problem: 'a value is expected here: in braces, in quotes, or a number' }
  reading.at += word.length
  if (/^\d+$/.test(word) || months.includes(word.toLowerCase())) return word
  const known = reading.strings.get(word.toLowerCase())
  if (known === undefined) tell(reading, () => unknownString(placeAt(reading, at, word.length), word))
  const { length } = known ?? ''
  if (length > reading.room) return { offset: at, problem: 'the names of @string make a text that is too long' }
  reading.room -= length
  return known ?? word
}

// The next entry, where a line begins with it, says that a brace above has been forgotten.
const nextAhead = /\n[ \t]*@[a-z]+[ \t]*\{[^\s,{}]*,/iy

function endOfBraces(reading: Reading, from: number, open = '{', close = '}'): number | Broken {
  const { text } = reading
  const problem = { offset: from, problem: 'this brace is not closed' }
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\\') at += 1
    else if (sign === open) depth += 1
    else if (sign === close && --depth === 0) return at
    else if (sign === '\n' && matchAt(text, at, nextAhead) !== null) return problem
  }
  reading.unclosed += 1
  return problem
}

function endOfQuotes(reading: Reading, from: number): number | Broken {
  const { text } = reading
  const problem = { offset: from, problem: 'this quote is not closed' }
  let depth = 0
  for (let at = from + 1; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\\') at += 1
    else if (sign === '{') depth += 1
    else if (sign === '}') depth -= 1
    else if (sign === '"' && depth === 0) return at
    else if (sign === '\n' && matchAt(text, at, nextAhead) !== null) return problem
  }
  reading.unclosed += 1
  return problem
}
