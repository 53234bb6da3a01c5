// The kinds of values that Ruby tells apart and JavaScript does not: a float that is a whole number, a range, a time, a hash.

import { type Moment, writtenMoment } from '../../text/dates.ts'

const floatKey = Symbol('float')
const rangeKey = Symbol('range')
const timeKey = Symbol('time')
const dropKey = Symbol('drop')
const laterKey = Symbol('later')

/** `7.0`, which is no `7`. Other floats are numbers of JavaScript, and integers too large for those are bigints. */
export interface Float {
  readonly [floatKey]: number
}

/** `(1..5)`, both ends included. */
export interface Range {
  readonly [rangeKey]: true
  readonly from: number
  readonly to: number
}

/** A moment as a value of a template. */
export interface Time {
  readonly [timeKey]: Moment
}

export type Integer = number | bigint
export type Hash = ReadonlyMap<unknown, unknown> | { readonly [key: string]: unknown }

export function float(value: number): number | Float {
  return Number.isSafeInteger(value) ? { [floatKey]: value } : value
}

export function isInteger(value: unknown): value is Integer {
  return typeof value === 'bigint' || Number.isSafeInteger(value)
}

/** The number of a float; undefined for whatever is none. */
export function floatOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? undefined : value
  if (value instanceof Number) return value.valueOf()
  return isObject(value) && floatKey in value ? (value as unknown as Float)[floatKey] : undefined
}

export function range(from: number, to: number): Range {
  return { [rangeKey]: true, from, to }
}

export function isRange(value: unknown): value is Range {
  return isObject(value) && rangeKey in value
}

export function sizeOfRange({ from, to }: Range): number {
  return Math.max(0, to - from + 1)
}

export function time(moment: Moment): Time {
  return { [timeKey]: moment }
}

/** The moment of a time; undefined for whatever is none. A bare `Date` is told in UTC. */
export function momentOf(value: unknown): Moment | undefined {
  if (value instanceof Date) return { epoch: value.getTime(), offset: 0 }
  if (value instanceof String) return writtenMoment(value.valueOf())
  return isObject(value) && timeKey in value ? (value as unknown as Time)[timeKey] : undefined
}

/** Marks a hash as one of Jekyll's own objects, which print as `text` says and not as their fields. */
export function drop<Fields extends object>(fields: Fields, text: () => unknown): Fields {
  return Object.assign(fields, { [dropKey]: text })
}

/** How an object of Jekyll's own prints; undefined for whatever is none. */
export function printedDrop(value: unknown): (() => unknown) | undefined {
  return isObject(value) ? ((value as { readonly [dropKey]?: () => unknown })[dropKey] ?? undefined) : undefined
}

/**
 * Which other texts a text finds as HTML: those of a lower rank, as if all were rendered one after the other. The rest it finds as they are
 * written, so no two can wait for each other.
 */
export interface Reach {
  readonly contents: number
  readonly excerpts: number
  /** The same for what they are within their layouts: never more than the text's own rank, since layouts may show each other. */
  readonly outputs: number
  /** The newest other posts, on the page of a post. */
  readonly related?: () => unknown
}

/** A value that depends on what the text that asks for it may see. */
export interface Later {
  readonly [laterKey]: (reach: Reach) => unknown
}

export function later(valueFor: (reach: Reach) => unknown): Later {
  return { [laterKey]: valueFor }
}

/** What makes such a value; undefined for whatever is none. */
export function laterOf(value: object): ((reach: Reach) => unknown) | undefined {
  return (value as Partial<Later>)[laterKey]
}

export function isHash(value: unknown): value is Hash {
  if (!isObject(value) || Array.isArray(value) || value instanceof Date || value instanceof Promise) return false
  return !(
    value instanceof Number ||
    value instanceof String ||
    laterKey in value ||
    rangeKey in value ||
    floatKey in value ||
    timeKey in value
  )
}

export function entriesOf(hash: Hash): (readonly [key: unknown, value: unknown])[] {
  return hash instanceof Map ? [...hash] : Object.entries(hash)
}

/** `empty` and `blank`: nothing when they are printed, and a question when something is compared with them. */
export const emptyWord = drop({}, () => '')
export const blankWord = drop({}, () => '')

/** What a condition takes for true. */
export function isTruthy(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false
}

export function isNil(value: unknown): value is undefined | null {
  return value === undefined || value === null
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
