// Dates printed by Ruby's strftime directives, which Jekyll's authors know from `date` filters and themes.

import { dayNames, type Moment, monthNames, wallClock } from './dates.ts'

/** Formats a moment: `%B %-d, %Y` gives `January 11, 2021`. Flags `-` (no padding), `0`, `_` and `^` (upper case) as in Ruby. */
export function strftime(moment: Moment, format: string): string {
  const date = wallClock(moment)
  return partsOf(format)
    .map(part => (typeof part === 'string' ? part : part(date, moment)))
    .join('')
}

type Part = string | ((date: Date, moment: Moment) => string)

// A site uses a handful of formats, and for each post a dozen times.
const known = new Map<string, readonly Part[]>()

function partsOf(format: string): readonly Part[] {
  const parts = known.get(format) ?? readParts(format)
  if (known.size < 100) known.set(format, parts)
  return parts
}

// Every second piece is a directive, with its flag.
function readParts(format: string): Part[] {
  return format.split(/(%[-0^_]?:?[A-Za-z%])/).flatMap((piece, index): Part[] => {
    if (index % 2 === 0) return piece === '' ? [] : [piece]
    const [, flag = '', name = ''] = /^%([-0^_]?)(.+)$/.exec(piece) ?? []
    const compound = compounds[name]
    if (compound !== undefined) return readParts(compound)
    const directive = directives[name]
    return [directive === undefined ? piece : (date, moment) => flagged(directive(date, moment), flag)]
  })
}

function flagged(text: string, flag: string): string {
  if (flag === '-') return text.replace(/^[0 ]+(?=.)/, '')
  if (flag === '_') return text.replace(/^0+(?=.)/, zeros => ' '.repeat(zeros.length))
  if (flag === '0') return text.replace(/^ +/, spaces => '0'.repeat(spaces.length))
  return flag === '^' ? text.toUpperCase() : text
}

const compounds: Record<string, string> = {
  D: '%m/%d/%y',
  F: '%Y-%m-%d',
  R: '%H:%M',
  T: '%H:%M:%S',
  X: '%H:%M:%S',
  x: '%m/%d/%y',
  c: '%a %b %e %H:%M:%S %Y',
  r: '%I:%M:%S %p',
  h: '%b',
  v: '%e-%^b-%Y',
}

const directives: Record<string, (date: Date, moment: Moment) => string> = {
  Y: date => String(date.getUTCFullYear()).padStart(4, '0'),
  C: date => two(Math.floor(date.getUTCFullYear() / 100)),
  y: date => two(date.getUTCFullYear() % 100),
  m: date => two(date.getUTCMonth() + 1),
  B: date => monthNames[date.getUTCMonth()] ?? '',
  b: date => (monthNames[date.getUTCMonth()] ?? '').slice(0, 3),
  d: date => two(date.getUTCDate()),
  e: date => String(date.getUTCDate()).padStart(2),
  j: date => String(dayOfYear(date)).padStart(3, '0'),
  H: date => two(date.getUTCHours()),
  I: date => two(date.getUTCHours() % 12 || 12),
  k: date => String(date.getUTCHours()).padStart(2),
  l: date => String(date.getUTCHours() % 12 || 12).padStart(2),
  M: date => two(date.getUTCMinutes()),
  S: date => two(date.getUTCSeconds()),
  L: date => String(date.getUTCMilliseconds()).padStart(3, '0'),
  p: date => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  P: date => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  A: date => dayNames[date.getUTCDay()] ?? '',
  a: date => (dayNames[date.getUTCDay()] ?? '').slice(0, 3),
  u: date => String(date.getUTCDay() || 7),
  w: date => String(date.getUTCDay()),
  G: date => String(isoWeek(date).year),
  V: date => two(isoWeek(date).week),
  s: (_, moment) => String(Math.floor(moment.epoch / 1000)),
  z: (_, moment) => offsetText(moment, ''),
  ':z': (_, moment) => offsetText(moment, ':'),
  Z: (_, moment) => (moment.offset === 0 ? 'UTC' : offsetText(moment, ':')),
  '%': () => '%',
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function offsetText(moment: Moment, colon: string): string {
  const minutes = Math.abs(moment.offset)
  return `${moment.offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${colon}${two(minutes % 60)}`
}

const day = 86_400_000

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / day) + 1
}

// ISO 8601: a week belongs to the year that holds its Thursday.
function isoWeek(date: Date): { readonly year: number; readonly week: number } {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * day)
  return { year: thursday.getUTCFullYear(), week: Math.ceil(dayOfYear(thursday) / 7) }
}
