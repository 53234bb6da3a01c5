// Values as the numbers that Ruby's Liquid takes them for, and numbers as values again.

import { type Decimal, decimal, toNumber as decimalToNumber } from './decimal.ts'
import { type Float, float, floatOf, type Integer, isInteger } from './kinds.ts'
import { strip, toText } from './text.ts'

/** What filters reckon with: whole numbers stay whole, all else is exact. */
export type Numeric = { readonly kind: 'integer'; readonly value: Integer } | { readonly kind: 'decimal'; readonly value: Decimal }

/** A text counts as the number it begins with, and whatever is no number as zero. */
export function numberOf(value: unknown): Numeric {
  if (isInteger(value)) return { kind: 'integer', value }
  const number = floatOf(value)
  if (number !== undefined) return { kind: 'decimal', value: decimal(toText(value)) }
  if (typeof value !== 'string') return { kind: 'integer', value: 0 }
  const text = strip(value)
  return /^-?\d+\.\d+$/.test(text) ? { kind: 'decimal', value: decimal(text) } : { kind: 'integer', value: leadingInteger(text) }
}

/** Ruby's `String#to_i`. */
export function leadingInteger(text: string): Integer {
  const match = /^[\t-\r ]*([+-]?)(\d+(?:_\d+)*)/.exec(text)
  return match ? integer(BigInt(`${match[1] === '-' ? '-' : ''}${match[2]?.replaceAll('_', '')}`)) : 0
}

/** Ruby's `String#to_f`. */
export function leadingFloat(text: string): number {
  return Number(/^[\t-\r ]*([+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?)/i.exec(text.replaceAll('_', ''))?.[1] ?? 0)
}

/** A whole number from a value that must be one: `3` or `"3"`; undefined for all others. */
export function strictInteger(value: unknown): number | undefined {
  if (isInteger(value)) return Number(value)
  const text = strip(toText(value))
  return /^[+-]?\d+$/.test(text) ? Number(text) : undefined
}

/** Ruby's `to_i` of anything. */
export function looseInteger(value: unknown): Integer {
  if (isInteger(value)) return value
  const number = floatOf(value)
  if (number !== undefined) return Number.isFinite(number) ? integer(BigInt(Math.trunc(number))) : 0
  return typeof value === 'string' ? leadingInteger(value) : 0
}

export function asDecimal({ kind, value }: Numeric): Decimal {
  return kind === 'decimal' ? value : { digits: BigInt(value), scale: 0 }
}

export function integer(value: bigint): Integer {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value
}

/** The number as a value of a template: what was exact is a float there. */
export function asValue({ kind, value }: Numeric): Integer | Float {
  return kind === 'integer' ? value : float(decimalToNumber(value))
}
