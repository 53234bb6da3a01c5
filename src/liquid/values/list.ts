// Values as lists: what a loop runs over, and what filters for lists take for one.

import { entriesOf, isHash, isNil, isRange, printedDrop, sizeOfRange } from './kinds.ts'

/** The items that a loop sees: of a hash its pairs, of one of Jekyll's own objects the names of its fields, of a text the whole; nothing of a number. */
export function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value === 'string') return value === '' ? [] : [value]
  if (isHash(value) && printedDrop(value) !== undefined) return Object.keys(value)
  return enumerated(value) ?? []
}

/** The items that Liquid's own filters see: nested lists flattened, a hash as one item, a single value as a list of it. */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flat(Number.POSITIVE_INFINITY)
  if (isNil(value)) return []
  if (isRange(value)) return [...(enumerated(value) ?? [])]
  return [value]
}

/** The items of whatever Ruby can enumerate; undefined for the rest. Who lists a range has counted it as work before. */
export function enumerated(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  if (isRange(value)) {
    return Array.from({ length: sizeOfRange(value) }, (_, index) => value.from + index)
  }
  return isHash(value) ? entriesOf(value) : undefined
}
