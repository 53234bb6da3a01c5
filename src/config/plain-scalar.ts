// What an unquoted YAML value means to Jekyll: Psych's tree read by SafeYAML 1.0's rules (a YAML 1.1 with dates).

import type { Data, WholeFloat, WrittenTime } from '../model.ts'

const words = new Map<string, boolean | null>([
  ['', null],
  ['~', null],
  ['null', null],
  ['yes', true],
  ['on', true],
  ['true', true],
  ['no', false],
  ['off', false],
  ['false', false],
])

const timestamp = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|\s+)(\d{1,2}):(\d\d):(\d\d)(?:\.(\d*))?\s*(Z|[-+]\d{1,2}:?(?:\d{2})?)?$/

/** `yes` is true, `2021` a number, `2021-01-11 10:00:00` an instant (in UTC where no offset says otherwise); the rest is text. */
export function plainScalar(text: string): Data {
  // Most values are sentences: one look at the first character settles them.
  const word = text.length < 6 ? words.get(inOneCase(text) ?? text) : undefined
  if (word !== undefined) return word
  if (!/^[-+.\d]/.test(text)) return text
  return number(text) ?? instant(text) ?? text
}

// `True` and `TRUE` are words, `tRUE` is text.
function inOneCase(text: string): string | undefined {
  const lower = text.toLowerCase()
  return text === lower || text === text.toUpperCase() || text === lower.charAt(0).toUpperCase() + lower.slice(1) ? lower : undefined
}

// What is too long for a number of JavaScript stays the text that it is, as which it prints right.
function number(text: string): number | WholeFloat | undefined {
  if (/^[-+]?(?:0|[1-9][\d_,]*)$/.test(text)) return safe(Number(text.replace(/[_,]/g, '')))
  if (/^[-+]?0[0-7_,]+$/.test(text)) return Number.parseInt(text.replace(/[_,]/g, ''), 8)
  if (/^0x[\da-f_,]+$/i.test(text)) return safe(Number(text.replace(/[_,]/g, '')))
  if (/^[-+]?(?:\d[\d_,]*\.[\d_]*|\.\d[\d_]*)(?:e[-+]\d+)?$/i.test(text)) return float(Number(text.replace(/[_,]/g, '')))
  return undefined
}

function safe(value: number): number | undefined {
  return Number.isSafeInteger(value) ? value : undefined
}

function float(value: number): number | WholeFloat {
  return Number.isSafeInteger(value) ? Object(value) : value
}

function instant(text: string): Date | WrittenTime | undefined {
  const match = timestamp.exec(text)
  if (!match) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [number, number, number, number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  // An impossible day stays text, so that whoever wants a date can say what is wrong with it.
  if (date.getUTCDate() !== day || date.getUTCMonth() !== month - 1 || hour > 23 || minute > 59 || second > 59) return undefined
  const zone = match[8]
  return zone === undefined
    ? date
    : Object(`${date.toISOString().slice(0, 19).replace('T', ' ')} ${zone === 'Z' ? 'UTC' : fourDigits(zone)}`)
}

/** `-8`, `+5:30` as `-0800`, `+0530`. */
function fourDigits(zone: string): string {
  const digits = zone.slice(1).replace(':', '')
  return zone.charAt(0) + (digits.length <= 2 ? `${digits.padStart(2, '0')}00` : digits.padStart(4, '0'))
}
