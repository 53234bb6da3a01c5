// Values as moments, by the rules of Ruby's `Time.parse`, which fills what a text leaves open from the present.

import { type Moment, momentAt, monthNames, parseDate, wallClock } from '../../text/dates.ts'
import type { Zone } from '../../text/zone.ts'
import { isInteger, momentOf } from './kinds.ts'

/** The present, and the zone of the site. */
export interface Clock {
  readonly now: Moment
  readonly zone: Zone
}

/** The moment, told with the offset that it was written with; undefined for whatever is none. */
export function toMoment(value: unknown, clock: Clock): Moment | undefined {
  const moment = momentOf(value)
  if (moment !== undefined) return moment
  if (isInteger(value)) return momentAt(Number(value) * 1000, clock.zone)
  if (typeof value !== 'string' || value === '') return undefined
  if (/^\d+$/.test(value)) return momentAt(Number(value) * 1000, clock.zone)
  if (/^(?:now|today)$/i.test(value)) return clock.now
  return parseTime(value, clock)
}

function parseTime(text: string, clock: Clock): Moment | undefined {
  const found = parseDate(text, clock.zone, true) ?? parseDate(completed(text, clock), clock.zone)
  const offset = writtenOffset(text)
  return found === undefined || offset === undefined ? found : { epoch: found.epoch, offset }
}

// `…+05:30`, `…Z`: the clock on the wall is told as it was written.
function writtenOffset(text: string): number | undefined {
  const match = /\d\s*(?:(z|utc|gmt)|([+-])(\d{2}):?(\d{2}))\s*$/i.exec(text)
  if (!match || !/:\d{2}/.test(text)) return undefined
  return match[1] !== undefined ? 0 : (match[2] === '-' ? -1 : 1) * (Number(match[3]) * 60 + Number(match[4]))
}

const month = `(${monthNames.map(name => name.slice(0, 3)).join('|')})[a-z]*`

/** `March 2024`, `5 Mar`, `14:30` made whole. */
function completed(text: string, clock: Clock): string {
  const today = wallClock(clock.now)
  const year = today.getUTCFullYear()
  const hour = /(\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]m)?)/i.exec(text)?.[1]
  const date = dateIn(text, year) ?? (hour === undefined ? '' : `${year}-${today.getUTCMonth() + 1}-${today.getUTCDate()}`)
  return hour === undefined ? date : `${date} ${hour}${/(?:z|utc|gmt|[+-]\d{2}:?\d{2})\s*$/i.exec(text)?.[0] ?? ''}`
}

function dateIn(text: string, year: number): string | undefined {
  const iso = /\b\d{4}-\d{1,2}-\d{1,2}/.exec(text)
  if (iso) return iso[0]
  const slashes = /\b(\d{1,2})\/(\d{1,2})(?!\/?\d)/.exec(text)
  if (slashes) return `${year}-${slashes[1]}-${slashes[2]}`
  const named = new RegExp(`\\b${month}`, 'i').exec(text)
  if (!named) return undefined
  const day = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${month}|\\b${month}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)`, 'i').exec(text)
  return `${day?.[1] ?? day?.[4] ?? 1} ${named[1]} ${/\b\d{4}\b/.exec(text)?.[0] ?? year}`
}
