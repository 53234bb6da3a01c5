// Values as lists: what a loop runs over, and what filters for lists take for one.

import { entriesOf, isHash, isNil, isRange } from './kinds.ts'

const longest = 5_000_000

/** The items that a loop sees: of a hash its pairs, of a text the whole; nothing of a number. */
export function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value === 'string') return value === '' ? [] : [value]
  return enumerated(value) ?? []
}

/** The items that Liquid's own filters see: nested lists flattened, a hash as one item, a single value as a list of it. */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flat(Number.POSITIVE_INFINITY)
  if (isNil(value)) return []
  if (isRange(value)) return [...(enumerated(value) ?? [])]
  return [value]
}

/** The items of whatever Ruby can enumerate; undefined for the rest. */
export function enumerated(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  if (isRange(value)) {
    const length = Math.min(longest, Math.max(0, value.to - value.from + 1))
    return Array.from({ length }, (_, index) => value.from + index)
  }
  return isHash(value) ? entriesOf(value) : undefined
}
