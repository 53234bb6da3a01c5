// Jekyll's filters that choose, sort and group by what items hold.

import type { Engine, Evaluate, Filter, Run } from '../nouns.ts'
import { readStrictCondition } from '../reading/condition.ts'
import { readOutput } from '../reading/output.ts'
import { fail, within } from '../running/run.ts'
import { compare } from '../values/compare.ts'
import { blankWord, emptyWord, entriesOf, float, type Hash, isHash, isNil, isTruthy } from '../values/kinds.ts'
import { enumerated, listOf } from '../values/list.ts'
import { leadingFloat, leadingInteger } from '../values/numbers.ts'
import { inspect, joined, toText } from '../values/text.ts'
import { fieldOf } from './lists.ts'

export const choiceFilters: Readonly<Record<string, Filter>> = {
  where: (run, input, given) => choose(run, input, given, (items, fits) => items.filter(fits)),
  find: (run, input, given) => choose(run, input, given, (items, fits) => items.find(fits)),
  where_exp: (run, input, given) => ask(run, input, given, (items, fits) => items.filter(fits)),
  find_exp: (run, input, given) => ask(run, input, given, (items, fits) => items.find(fits)),
  group_by: (run, input, [property]) => grouped(enumerated(input), item => toText(propertyOf(run, item, property))) ?? input,
  group_by_exp: groupByExpression,
  sort,
  sort_natural: (run, input, [property]) => sortNatural(listOf(input), item => (isNil(property) ? item : fieldOf(run, item, property))),
}

type Pick = (items: readonly unknown[], fits: (item: unknown) => boolean) => unknown

function choose(run: Run, input: unknown, [property, value]: readonly unknown[], pick: Pick): unknown {
  const items = valuesOf(input)
  if (!isTruthy(property) || Array.isArray(value) || (isHash(value) && !isWord(value)) || items === undefined) return input
  return pick(items, item => matches(propertyOf(run, item, property), value))
}

function isWord(value: unknown): boolean {
  return value === emptyWord || value === blankWord
}

// Texts and numbers are compared as texts; a list fits if one of its items does.
function matches(property: unknown, value: unknown): boolean {
  if (isNil(value)) return isNil(property)
  if (isWord(value)) return property === '' || joined(listsOf(property), '') === ''
  const text = toText(value)
  return typeof property === 'string' ? property === text : listsOf(property).some(item => toText(item) === text)
}

// Ruby's `Array()`.
function listsOf(property: unknown): readonly unknown[] {
  return Array.isArray(property) ? property : isNil(property) ? [] : (enumerated(property) ?? [property])
}

function ask(run: Run, input: unknown, [variable, expression]: readonly unknown[], pick: Pick): unknown {
  const items = valuesOf(input)
  if (items === undefined) return input
  const condition = conditionOf(run.engine, toText(expression))
  if (condition === undefined) return fail(run, `${inspect(expression)} is no condition`)
  return withVariable(run, variable, evaluate => pick(items, item => isTruthy(evaluate(item, condition))))
}

function conditionOf({ conditions }: Engine, expression: string): Evaluate | undefined {
  if (!conditions.has(expression)) conditions.set(expression, readStrictCondition(expression))
  return conditions.get(expression)
}

function withVariable(run: Run, variable: unknown, use: (evaluate: (item: unknown, expression: Evaluate) => unknown) => unknown): unknown {
  const variables = new Map<string, unknown>()
  const name = toText(variable)
  return within(run, variables, () =>
    use((item, expression) => {
      variables.set(name, item)
      return expression(run)
    }),
  )
}

function groupByExpression(run: Run, input: unknown, [variable, expression]: readonly unknown[]): unknown {
  const { expressions } = run.engine
  const text = toText(expression)
  const value = expressions.get(text) ?? readOutput(text, run.engine, () => undefined)
  expressions.set(text, value)
  return withVariable(run, variable, evaluate => grouped(enumerated(input), item => evaluate(item, value)) ?? input)
}

function grouped(items: readonly unknown[] | undefined, nameOf: (item: unknown) => unknown): unknown {
  if (items === undefined) return undefined
  const groups = new Map<unknown, { readonly name: unknown; readonly items: unknown[] }>()
  for (const item of items) {
    const name = nameOf(item) ?? null
    // Lists and hashes are the same group when they are equal.
    const key = typeof name === 'object' && name !== null ? inspect(name) : name
    const group = groups.get(key) ?? { name, items: [] }
    group.items.push(item)
    groups.set(key, group)
  }
  return [...groups.values()].map(group => ({ ...group, size: group.items.length }))
}

function valuesOf(input: unknown): readonly unknown[] | undefined {
  return isHash(input) ? entriesOf(input as Hash).map(([, value]) => value) : enumerated(input)
}

/** What an item holds under a name, which may lead deeper: `author.name`. A text that looks like a number counts as one. */
function propertyOf(run: Run, item: unknown, property: unknown): unknown {
  const name = toText(property)
  const value = name.includes('.') ? name.split('.').reduce((inner, key) => fieldOf(run, inner, key), item) : fieldOf(run, item, name)
  if (typeof value !== 'string') return value
  if (/^\s*-?\d+\s*$/.test(value)) return leadingInteger(value)
  return /^\s*-?(?:\d+\.?\d*|\.\d+)\s*$/.test(value) ? float(leadingFloat(value)) : value
}

function sort(run: Run, input: unknown, [property, nils = 'first']: readonly unknown[]): unknown {
  const items = enumerated(input)
  if (items === undefined) return fail(run, `sort needs a list, not ${inspect(input)}`)
  if (!isNil(property)) return sortBy(run, items, property, nils === 'last' ? 1 : -1)
  let isSorted = true
  const sorted = items.toSorted((a, b) => {
    const order = compare(a, b)
    isSorted &&= order !== undefined
    return order ?? 0
  })
  return isSorted ? sorted : fail(run, 'sort cannot compare values of different kinds')
}

function sortBy(run: Run, items: readonly unknown[], property: unknown, nilsOrder: number): unknown[] {
  return items
    .map(item => ({ item, value: propertyOf(run, item, property) }))
    .sort(({ value: a }, { value: b }) => {
      if (isNil(a) || isNil(b)) return isNil(a) && isNil(b) ? 0 : isNil(a) ? nilsOrder : -nilsOrder
      return compare(a, b) ?? compare(toText(a), toText(b)) ?? 0
    })
    .map(({ item }) => item)
}

function sortNatural(items: readonly unknown[], keyOf: (item: unknown) => unknown): unknown[] {
  return items
    .map(item => ({ item, value: keyOf(item) }))
    .sort(({ value: a }, { value: b }) => {
      if (isNil(a) || isNil(b)) return isNil(a) ? 1 : -1
      return compare(folded(a), folded(b)) ?? 0
    })
    .map(({ item }) => item)
}

// Ruby's `casecmp` folds the letters of ASCII only.
function folded(value: unknown): string {
  return toText(value).replace(/[A-Z]/g, letter => letter.toLowerCase())
}
