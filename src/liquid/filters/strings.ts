// Filters for texts.

import { type SlugMode, slugify } from '../../text/slug.ts'
import type { Filter, Run } from '../nouns.ts'
import { fail, spend } from '../running/run.ts'
import { isNil } from '../values/kinds.ts'
import { strictInteger } from '../values/numbers.ts'
import { lengthOf, partOf, strip, stripLeft, stripRight, toText } from '../values/text.ts'

export const stringFilters: Readonly<Record<string, Filter>> = {
  append: (_, input, [text]) => toText(input) + toText(text),
  prepend: (_, input, [text]) => toText(text) + toText(input),
  capitalize: (_, input) => capitalize(toText(input)),
  downcase: (_, input) => toText(input).toLowerCase(),
  upcase: (_, input) => toText(input).toUpperCase(),
  strip: (_, input) => strip(toText(input)),
  lstrip: (_, input) => stripLeft(toText(input)),
  rstrip: (_, input) => stripRight(toText(input)),
  strip_newlines: (_, input) => toText(input).replace(/\r?\n/g, ''),
  newline_to_br: (_, input) => toText(input).replace(/\r?\n/g, '<br />\n'),
  normalize_whitespace: (_, input) => strip(toText(input).replace(/[\t-\r ]+/g, ' ')),
  replace: (run, input, [from, to]) => replaceAll(run, toText(input), toText(from), toText(to)),
  replace_first: (_, input, [from, to]) => replaceFirst(toText(input), toText(from), toText(to)),
  replace_last: (_, input, [from, to]) => replaceLast(toText(input), toText(from), toText(to)),
  remove: (run, input, [text]) => replaceAll(run, toText(input), toText(text), ''),
  remove_first: (_, input, [text]) => replaceFirst(toText(input), toText(text), ''),
  remove_last: (_, input, [text]) => replaceLast(toText(input), toText(text), ''),
  split: (_, input, [by]) => split(toText(input), toText(by)),
  slice,
  truncate,
  truncatewords,
  number_of_words: (_, input, [mode]) => numberOfWords(toText(input), mode),
  slugify: (_, input, [mode]) => (isNil(input) ? undefined : slug(toText(input), mode)),
}

function capitalize(text: string): string {
  const [first = ''] = text
  return first.toUpperCase() + text.slice(first.length).toLowerCase()
}

/** What one place in which a text is replaced costs, beside the length of the text. */
const placeCost = 5

function replaceAll(run: Run, text: string, from: string, to: string): string {
  const places = from === '' ? text.length : text.split(from).length
  if (!spend(run, placeCost * places)) return ''
  if (!to.includes('\\')) return text.replaceAll(from, () => to)
  return text.replaceAll(from, (match, offset: number) => expanded(to, match, text, offset))
}

function replaceFirst(text: string, from: string, to: string): string {
  return text.replace(from, (match, offset: number) => expanded(to, match, text, offset))
}

// In Ruby's replacements `\0` and `\&` are the match, and `\\` is a single backslash.
function expanded(to: string, match: string, text: string, offset: number): string {
  return to.replace(/\\([0-9&`'\\])/g, (_, sign: string) => {
    if (sign === '\\') return '\\'
    if (sign === '0' || sign === '&') return match
    if (sign === '`') return text.slice(0, offset)
    return sign === "'" ? text.slice(offset + match.length) : ''
  })
}

function replaceLast(text: string, from: string, to: string): string {
  const at = text.lastIndexOf(from)
  return at < 0 ? text : text.slice(0, at) + to + text.slice(at + from.length)
}

// A single space splits at white space of any length. Empty texts at the end go.
function split(text: string, by: string): string[] {
  if (by === ' ') return wordsOf(text)
  const parts = by === '' ? [...text] : text.split(by)
  while (parts.at(-1) === '') parts.pop()
  return parts
}

function wordsOf(text: string): string[] {
  return text.split(/[\0\t-\r ]+/).filter(word => word !== '')
}

function slice(run: Run, input: unknown, [offset, length]: readonly unknown[]): unknown {
  const from = strictInteger(offset)
  const size = isNil(length) ? 1 : strictInteger(length)
  if (from === undefined || size === undefined) return fail(run, 'slice needs whole numbers')
  const whole = Array.isArray(input) ? input : toText(input)
  const total = typeof whole === 'string' ? lengthOf(whole) : whole.length
  const start = from < 0 ? from + total : from
  const isOutside = start < 0 || start > total || size < 0
  if (typeof whole === 'string') return isOutside ? '' : partOf(whole, start, start + size)
  return isOutside ? [] : whole.slice(start, start + size)
}

function truncate(run: Run, input: unknown, [length = 50, ending = '...']: readonly unknown[]): unknown {
  if (isNil(input)) return undefined
  const [text, end, size] = [toText(input), toText(ending), strictInteger(length)]
  if (size === undefined) return fail(run, 'truncate needs a whole number')
  return lengthOf(text) > size ? partOf(text, 0, Math.max(0, size - lengthOf(end))) + end : text
}

function truncatewords(run: Run, input: unknown, [count = 15, ending = '...']: readonly unknown[]): unknown {
  if (isNil(input)) return undefined
  const [text, size] = [toText(input), strictInteger(count)]
  if (size === undefined) return fail(run, 'truncatewords needs a whole number')
  const words = wordsOf(text)
  const limit = Math.max(1, size)
  // White space behind the last word that fits counts as more to come, since Ruby splits off what is behind it.
  const isWhole = words.length < limit || (words.length === limit && !/\s$/.test(text))
  return isWhole ? text : words.slice(0, limit).join(' ') + toText(ending)
}

const cjk = '\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}\\p{Script=Hangul}'

function numberOfWords(text: string, mode: unknown): number {
  if (mode !== 'cjk' && mode !== 'auto') return wordsOf(text).length
  const signs = text.match(new RegExp(`[${cjk}]`, 'gu'))?.length ?? 0
  if (mode === 'auto' && signs === 0) return wordsOf(text).length
  return signs + (text.match(new RegExp(`[^${cjk}\\s]+`, 'gu'))?.length ?? 0)
}

const modes: ReadonlySet<unknown> = new Set<SlugMode>(['none', 'raw', 'default', 'pretty', 'ascii', 'latin'])

function slug(text: string, mode: unknown): string {
  if (isNil(mode)) return slugify(text)
  return modes.has(mode) ? slugify(text, mode as SlugMode) : text.toLowerCase()
}
