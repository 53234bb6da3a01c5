// Dates as authors write them and as templates print them. No clock in here: the zone and the moment come in as arguments.

import { ownValue } from './own-value.ts'
import type { Zone } from './zone.ts'

/** A moment in time with the offset of the clock on the wall where it is told. */
export interface Moment {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly epoch: number
  /** Minutes east of Greenwich. */
  readonly offset: number
}

export const monthNames = 'January February March April May June July August September October November December'.split(' ')
export const dayNames = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]m)?`
const offset = String.raw`\s*(z|utc|gmt|est|edt|cst|cdt|mst|mdt|pst|pdt|[+-]\d{1,2}:?\d{2}|[+-]\d{1,2})?(?:\s*\(.*\))?`
// A year that is said once more behind the clock, as of a slip, and what follows it, Ruby passes over.
const passedOver = String.raw`(?:\s+\d{4}(?:\s+[+-]\d{2}:?\d{2})?)?`
const time = `(?:(?:\\s*t\\s*|\\s+at\\s+|,?\\s+)${clock}${offset}${passedOver})?`
const monthWord = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'

// The forms Ruby's Time.parse reads that authors use; each says where year, month and day stand among its groups.
const forms: readonly {
  readonly pattern: RegExp
  readonly order: readonly [year: number, month: number, day: number]
}[] = [
  { pattern: whole(`(\\d{2,4})[-/.](\\d{1,2})[-/.](\\d{1,2})${time}`), order: [1, 2, 3] },
  { pattern: whole(`(\\d{4})(\\d{2})(\\d{2})${time}`), order: [1, 2, 3] },
  {
    pattern: whole(`(?:[a-z]{3,9},?\\s+)?${monthWord}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${time}`),
    order: [3, 1, 2],
  },
  {
    pattern: whole(`(?:[a-z]{3,9},?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\s+${monthWord},?\\s+(\\d{4})${time}`),
    order: [3, 2, 1],
  },
]

function whole(pattern: string): RegExp {
  return new RegExp(`^\\s*${pattern}\\s*$`, 'i')
}

const zoneNames: Record<string, number> = {
  z: 0,
  utc: 0,
  gmt: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
}

/**
 * Reads a date as Jekyll does: with an offset it is that instant, without one it is the clock on the wall in `zone`;
 * either way it is then told in `zone`. Undefined if the text is no date, or names a day that does not exist; unless it may run over into
 * the next month, as 30 February does where Ruby reads it.
 */
export function parseDate(text: string, zone: Zone, runsOver = false): Moment | undefined {
  for (const { pattern, order } of forms) {
    const match = pattern.exec(text)
    if (!match) continue
    const [year, month, day] = order.map(group => fieldOf(match[group] ?? '')) as [number, number, number]
    const [hour = '0', minute = '0', second = '0', half, zoneText] = match.slice(4)
    return makeMoment(
      [fullYear(year, match[order[0]] ?? ''), month, day, hourOf(Number(hour), half), Number(minute), Number(second)],
      zoneText,
      zone,
      runsOver,
    )
  }
  return undefined
}

function fieldOf(text: string): number {
  const named = monthNames.findIndex(name => name.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase())
  return named >= 0 ? named + 1 : Number(text)
}

// Ruby reads two digits as 1969-2068.
function fullYear(year: number, text: string): number {
  if (text.length > 2) return year
  return year < 69 ? 2000 + year : 1900 + year
}

function hourOf(hour: number, half: string | undefined): number {
  return half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
}

type Fields = readonly [year: number, month: number, day: number, hour: number, minute: number, second: number]

function makeMoment(fields: Fields, zoneText: string | undefined, zone: Zone, runsOver: boolean): Moment | undefined {
  const [year, month, day, hour, minute, second] = fields
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return undefined
  const wall = utc(year, month, day) + ((hour * 60 + minute) * 60 + second) * 1000
  if (!isDay(year, month, runsOver ? Math.min(day, 28) : day) || day > 31) return undefined
  const written = zoneText === undefined ? undefined : offsetOf(zoneText)
  return momentAt(written === undefined ? zone.epochOf(wall) : wall - written * 60_000, zone)
}

// Date.UTC reads years below 100 as 19xx; setting the year apart does not.
function utc(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day)
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(utc(year, month, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function offsetOf(text: string): number {
  const named = ownValue(zoneNames, text.toLowerCase())
  if (named !== undefined) return named
  const digits = text.slice(1).replace(':', '')
  // `+9`, `+09`, `+530` and `+0530` are all in use.
  const [hours, minutes] = digits.length <= 2 ? [digits, '0'] : [digits.slice(0, -2), digits.slice(-2)]
  return (text.startsWith('-') ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** The moment of a timestamp as Ruby prints it, `2021-01-20 23:59:59 -0800`. */
export function writtenMoment(text: string): Moment {
  const offset = offsetOf(text.slice(20))
  return { epoch: Date.parse(`${text.slice(0, 10)}T${text.slice(11, 19)}Z`) - offset * 60_000, offset }
}

/** The moment of an instant (milliseconds since 1970), told in `zone`. */
export function momentAt(epoch: number, zone: Zone): Moment {
  return { epoch, offset: zone.offsetAt(epoch) }
}

/** The clock on the wall at that moment, readable by the `getUTC…` methods. */
export function wallClock(moment: Moment): Date {
  return new Date(moment.epoch + moment.offset * 60_000)
}

/** RFC 3339, as Jekyll's `date_to_xmlschema`: `2021-01-11T00:00:00+00:00`. */
export function toIso(moment: Moment): string {
  const sign = moment.offset < 0 ? '-' : '+'
  const minutes = Math.abs(moment.offset)
  return `${wallClock(moment).toISOString().slice(0, 19)}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
