// Filters for lists.

import type { Filter, Run } from '../nouns.ts'
import { fail, settled, spend } from '../running/run.ts'
import { equal, likenessOf } from '../values/compare.ts'
import { add } from '../values/decimal.ts'
import { isHash, isNil, isTruthy, printedDrop } from '../values/kinds.ts'
import { listOf } from '../values/list.ts'
import { asDecimal, asValue, numberOf, strictInteger } from '../values/numbers.ts'
import { end, field, sizeOf } from '../values/property.ts'
import { inspect, joined, toText } from '../values/text.ts'

export const listFilters: Readonly<Record<string, Filter>> = {
  size: (_, input) => sizeOf(input) ?? 0,
  first: (run, input) => settled(run, end(input, 'first')),
  last: (run, input) => settled(run, end(input, 'last')),
  join: (run, input, [glue = ' ']) =>
    joined(
      listOf(input).map(item => settled(run, item)),
      toText(glue),
    ),
  reverse: (_, input) => listOf(input).reverse(),
  concat: (run, input, [other]) =>
    Array.isArray(other) ? [...listOf(input), ...other] : fail(run, `concat needs a list, not ${inspect(other)}`),
  compact: (run, input, [property]) => listOf(input).filter(item => !isNil(isNil(property) ? item : fieldOf(run, item, property))),
  uniq: (run, input, [property]) => unique(run, listOf(input), item => (isNil(property) ? item : fieldOf(run, item, property))),
  map: (run, input, [property]) => itemsOf(input).map(item => fieldOf(run, item, property)),
  sum: (run, input, [property]) => sum(listOf(input).map(item => (isNil(property) ? item : fieldOf(run, item, property)))),
  push: (_, input, [item]) => (Array.isArray(input) ? [...input, item] : input),
  unshift: (_, input, [item]) => (Array.isArray(input) ? [item, ...input] : input),
  pop: (run, input, [count = 1]) => shortened(run, input, count, (list, number) => list.slice(0, Math.max(0, list.length - number))),
  shift: (run, input, [count = 1]) => shortened(run, input, count, (list, number) => list.slice(number)),
  sample: (run, input, [count = 1]) => (Array.isArray(input) ? sample(run, input, strictInteger(count) ?? 1) : input),
  array_to_sentence_string: (run, input, [connector = 'and']) => sentence(run, input, toText(connector)),
}

// To Ruby an object of Jekyll's own is a list of the names of its fields.
function itemsOf(input: unknown): unknown[] {
  return printedDrop(input) === undefined ? listOf(input) : Object.keys(input as object)
}

/** A field of an item; of a text, the part of it that is asked for. */
export function fieldOf(run: Run, item: unknown, property: unknown): unknown {
  if (typeof item === 'string') return typeof property === 'string' && item.includes(property) ? property : undefined
  return settled(run, field(item, property))
}

function unique(run: Run, list: readonly unknown[], keyOf: (item: unknown) => unknown): unknown[] {
  const seen = new Set<unknown>()
  const kept = new Map<string, unknown[]>()
  return list.filter(item => {
    const key = keyOf(item)
    if (seen.has(key)) return false
    seen.add(key)
    if (typeof key !== 'object' || key === null) return true
    const likeness = likenessOf(key)
    const alike = kept.get(likeness) ?? []
    if (!spend(run, alike.length) || alike.some(other => equal(other, key))) return false
    kept.set(likeness, [...alike, key])
    return true
  })
}

function sum(list: readonly unknown[]): unknown {
  const numbers = list.map(numberOf)
  if (numbers.every(({ kind }) => kind === 'integer')) return numbers.reduce((total, { value }) => total + Number(value), 0)
  return asValue({ kind: 'decimal', value: numbers.map(asDecimal).reduce(add) })
}

function shortened(run: Run, input: unknown, count: unknown, cut: (list: readonly unknown[], number: number) => unknown): unknown {
  if (!Array.isArray(input)) return input
  const number = strictInteger(count)
  return number === undefined || number < 0 ? fail(run, 'a number of items must be a whole one') : cut(input, number)
}

// Chance would make every build another one; what stands for it here is the place in the text.
function sample(run: Run, list: readonly unknown[], count: number): unknown {
  const seed = [...`${run.frames[0]?.file} ${run.out.length}`].reduce((hash, char) => (hash * 31 + char.charCodeAt(0)) % 1_000_003, 7)
  const from = list.length === 0 ? 0 : seed % list.length
  const turned = [...list.slice(from), ...list.slice(0, from)]
  return count === 1 ? turned[0] : turned.slice(0, count)
}

function sentence(run: Run, input: unknown, connector: string): unknown {
  if (!Array.isArray(input)) return isTruthy(input) && !isHash(input) ? toText(input) : fail(run, `${inspect(input)} is no list`)
  const [first, second] = input
  if (input.length < 2) return toText(first)
  if (input.length === 2) return `${toText(first)} ${connector} ${toText(second)}`
  return `${joined(input.slice(0, -1), ', ')}, ${connector} ${toText(input.at(-1))}`
}
