// Dates printed by Ruby's strftime directives, which Jekyll's authors know from `date` filters and themes.

import { dayNames, type Moment, monthNames, wallClock } from './dates.ts'

/**
 * Formats a moment: `%B %-d, %Y` gives `January 11, 2021`. As in Ruby, a directive may have flags (`-` no padding, `0` and `_` what
 * to pad with, `^` upper case, `#` the other case), a width, and colons for `%z`; what is no directive stays as it is. `nameOf` says
 * what `%Z` names a zone, where that is not its offset.
 */
export function strftime(moment: Moment, format: string, nameOf: (moment: Moment) => string | undefined = () => undefined): string {
  const date = wallClock(moment)
  return format.replace(/%([-0^#_]*)(\d*)(:{0,2})([A-Za-z%+])/g, (whole, flags: string, width: string, colons: string, letter: string) => {
    const compound = compounds[letter]
    if (compound !== undefined) return padded(cased(strftime(moment, compound, nameOf), flags, letter), flags, width, ' ')
    if (letter === 'N' || letter === 'L') return fraction(date, Number(width) || (letter === 'L' ? 3 : 9))
    const named = letter === 'Z' ? nameOf(moment) : undefined
    const text = named ?? directives[colons + letter]?.(date, moment)
    if (text === undefined) return whole
    return padded(cased(text, flags, letter), flags, width, numeric.includes(letter) ? '0' : ' ')
  })
}

// What is padded with zeros.
const numeric = 'YCymdjHIMSuwGgVUWsz'

function cased(text: string, flags: string, letter: string): string {
  if (flags.includes('^')) return text.toUpperCase()
  if (!flags.includes('#')) return text
  return letter === 'p' || letter === 'Z' ? text.toLowerCase() : text.toUpperCase()
}

function padded(text: string, flags: string, width: string, own: string): string {
  const bare = /^[0 ]*(?=\d)/.exec(text)?.[0] ?? ''
  if (flags.includes('-')) return text.slice(bare.length)
  const pad = flags.includes('_') ? ' ' : flags.includes('0') ? '0' : own
  const repadded = /[0_]/.test(flags) ? pad.repeat(bare.length) + text.slice(bare.length) : text
  return repadded.padStart(Math.min(Number(width) || 0, 1000), pad)
}

function fraction(date: Date, digits: number): string {
  return String(date.getUTCMilliseconds()).padStart(3, '0').padEnd(digits, '0').slice(0, digits)
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
  '+': '%a %b %e %H:%M:%S %Z %Y',
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
  p: date => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  P: date => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  A: date => dayNames[date.getUTCDay()] ?? '',
  a: date => (dayNames[date.getUTCDay()] ?? '').slice(0, 3),
  u: date => String(date.getUTCDay() || 7),
  w: date => String(date.getUTCDay()),
  G: date => String(isoWeek(date).year),
  g: date => two(isoWeek(date).year % 100),
  U: date => two(weekOfYear(date, date.getUTCDay())),
  W: date => two(weekOfYear(date, (date.getUTCDay() + 6) % 7)),
  V: date => two(isoWeek(date).week),
  s: (_, moment) => String(Math.floor(moment.epoch / 1000)),
  z: (_, moment) => offsetText(moment, ''),
  ':z': (_, moment) => offsetText(moment, ':'),
  Z: (_, moment) => (moment.offset === 0 ? 'UTC' : offsetText(moment, ':')),
  n: () => '\n',
  t: () => '\t',
  '::z': (_, moment) => `${offsetText(moment, ':')}:00`,
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

// Week 1 begins with the first day of the week that the year has; `weekday` counts from that day.
function weekOfYear(date: Date, weekday: number): number {
  return Math.floor((dayOfYear(date) + 6 - weekday) / 7)
}

// ISO 8601: a week belongs to the year that holds its Thursday.
function isoWeek(date: Date): { readonly year: number; readonly week: number } {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * day)
  return { year: thursday.getUTCFullYear(), week: Math.ceil(dayOfYear(thursday) / 7) }
}
