// Values as Ruby prints them: `to_s`, `inspect`, and what `{{ … }}` writes.

import { strftime } from '../../text/strftime.ts'
import { entriesOf, floatOf, isHash, isNil, isRange, momentOf, printedDrop } from './kinds.ts'

/** What stands in a page for the value: lists are joined without anything between. */
export function output(value: unknown): string {
  return typeof value === 'string' ? value : Array.isArray(value) ? joined(value, '') : toText(value)
}

/** Ruby's `Array#join`, which goes into nested lists. */
export function joined(list: readonly unknown[], glue: string): string {
  return list.map(item => (Array.isArray(item) ? joined(item, glue) : toText(item))).join(glue)
}

/** Ruby's `to_s`. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value
  if (isNil(value)) return ''
  const printed = printedDrop(value)
  return printed === undefined ? inspect(value) : output(printed())
}

/** Ruby's `inspect`. */
export function inspect(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (isNil(value)) return 'nil'
  if (typeof value !== 'object') return typeof value === 'number' && !Number.isSafeInteger(value) ? floatText(value) : String(value)
  if (Array.isArray(value)) return `[${value.map(inspect).join(', ')}]`
  if (isHash(value))
    return `{${entriesOf(value)
      .map(([key, item]) => `${inspect(key)}=>${inspect(item)}`)
      .join(', ')}}`
  const number = floatOf(value)
  if (number !== undefined) return floatText(number)
  if (isRange(value)) return `${value.from}..${value.to}`
  // A time is told as it was written.
  if (value instanceof String) return value.valueOf()
  const moment = momentOf(value)
  return moment === undefined ? '' : strftime(moment, '%Y-%m-%d %H:%M:%S %z')
}

// `3.0`, `1.0e+15` and `1.0e-05`, where JavaScript writes `3`, `1000000000000000` and `0.00001`.
function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity'
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-4 || size >= 1e15)) {
    const [digits = '', exponent = ''] = value.toExponential().split('e')
    const sign = exponent.startsWith('-') ? '-' : '+'
    return `${digits.includes('.') ? digits : `${digits}.0`}e${sign}${exponent.slice(1).padStart(2, '0')}`
  }
  const text = Object.is(value, -0) ? '-0' : String(value)
  return text.includes('.') ? text : `${text}.0`
}

const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\f': '\\f',
  '\v': '\\v',
  '\b': '\\b',
  '\x07': '\\a',
  '\x1b': '\\e',
}

function quoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is to be found
  const safe = text.replace(/["\\\u0000-\u001f\u007f]|#(?=[{$@])/g, char => {
    if (char === '#') return '\\#'
    return escapes[char] ?? `\\x${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
  })
  return `"${safe}"`
}

/** How many characters a text has, those beyond the first plane counted once. */
export function lengthOf(text: string): number {
  return hasPairs(text) ? [...text].length : text.length
}

/** A part of a text, counted in characters. */
export function partOf(text: string, from: number, to: number): string {
  return hasPairs(text) ? [...text].slice(from, to).join('') : text.slice(from, to)
}

function hasPairs(text: string): boolean {
  return /[\ud800-\udfff]/.test(text)
}

/** Ruby's `strip`, which leaves a no-break space alone. */
export function strip(text: string): string {
  return stripLeft(stripRight(text))
}

export function stripLeft(text: string): string {
  return text.replace(/^[\0\t-\r ]+/, '')
}

export function stripRight(text: string): string {
  let end = text.length
  while (end > 0 && '\0\t\n\v\f\r '.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}
