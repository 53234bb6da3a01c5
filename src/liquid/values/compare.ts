// When values are equal, and which comes first: Ruby's `==` and `<=>`.

import { entriesOf, floatOf, type Hash, isHash, isInteger, isNil, isRange, momentOf, printedDrop } from './kinds.ts'

export function equal(a: unknown, b: unknown): boolean {
  if (a === b || (isNil(a) && isNil(b))) return true
  if (typeof a === 'string' || typeof b === 'string' || isNil(a) || isNil(b)) return false
  const [left, right] = [realOf(a), realOf(b)]
  // biome-ignore lint/suspicious/noDoubleEquals: a bigint equals a number by value only so
  if (left !== undefined && right !== undefined) return left == right
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, index) => equal(item, b[index]))
  const moment = momentOf(a)
  if (moment !== undefined) return moment.epoch === momentOf(b)?.epoch
  const [own, others] = [printedDrop(a), printedDrop(b)]
  // An object of Jekyll's equals itself alone, whatever its page knows of it besides.
  if (own !== undefined && others !== undefined) return own === others
  if (isRange(a)) return isRange(b) && a.from === b.from && a.to === b.to
  return isHash(a) && isHash(b) && equalHashes(a, b)
}

function equalHashes(a: Hash, b: Hash): boolean {
  const entries = entriesOf(a)
  const other = new Map(entriesOf(b))
  return entries.length === other.size && entries.every(([key, value]) => other.has(key) && equal(value, other.get(key)))
}

/** The same for all that is equal, and seldom the same for what is not: only what has one likeness need be compared. */
export function likenessOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return `"${value.length} ${value.slice(0, 50)}`
  if (isNil(value)) return 'nil'
  const real = realOf(value)
  if (real !== undefined) return String(Number(real))
  if (Array.isArray(value)) return `[${depth > 1 ? value.length : value.map(item => likenessOf(item, depth + 1)).join()}]`
  const moment = momentOf(value)
  if (moment !== undefined) return `at ${moment.epoch}`
  if (isRange(value)) return `${value.from}..${value.to}`
  if (!isHash(value)) return typeof value
  const entries = entriesOf(value)
  if (depth > 1) return `{${entries.length}}`
  const fields = entries.map(([key, item]) => `${likenessOf(key, 2)}: ${likenessOf(item, depth + 1)}`)
  return `{${fields.sort().join()}}`
}

/** Less than, equal to or greater than zero; undefined where the two cannot be compared. */
export function compare(a: unknown, b: unknown): number | undefined {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  const [left, right] = [realOf(a), realOf(b)]
  if (left !== undefined && right !== undefined) return left < right ? -1 : left > right ? 1 : 0
  const [earlier, later] = [momentOf(a), momentOf(b)]
  if (earlier !== undefined && later !== undefined) return earlier.epoch - later.epoch
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b)
  return equal(a, b) ? 0 : undefined
}

function compareLists(a: readonly unknown[], b: readonly unknown[]): number | undefined {
  for (const [index, item] of a.entries()) {
    if (index >= b.length) return 1
    const order = compare(item, b[index])
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** The value of a number of any kind; undefined for whatever is none. */
function realOf(value: unknown): number | bigint | undefined {
  return isInteger(value) ? value : floatOf(value)
}
