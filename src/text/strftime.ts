// Dates printed by Ruby's strftime directives, which Jekyll's authors know from `date` filters and themes.

import { dayNames, type Moment, monthNames, wallClock } from './dates.ts'

/** Formats a moment: `%B %-d, %Y` gives `January 11, 2021`. Flags `-` (no padding), `0`, `_` and `^` (upper case) as in Ruby. */
export function strftime(moment: Moment, format: string): string {
  const date = wallClock(moment)
  return format.replace(/%([-0^_]?)(:?[A-Za-z%])/g, (whole, flag: string, directive: string) => {
    const compound = compounds[directive]
    if (compound !== undefined) return strftime(moment, compound)
    const text = directives[directive]?.(date, moment)
    return text === undefined ? whole : flagged(text, flag)
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
