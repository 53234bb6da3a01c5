// What stands for a value: a literal, a range, or a variable with the way into it.

import type { Evaluate, Run } from '../nouns.ts'
import { fail, find, settled } from '../running/run.ts'
import { blankWord, emptyWord, float, isInteger, isNil, range } from '../values/kinds.ts'
import { integer, leadingFloat, leadingInteger, looseInteger, strictInteger } from '../values/numbers.ts'
import { command, field } from '../values/property.ts'
import { deepestExpression } from './strict.ts'

const literals = new Map<string, unknown>([
  ['', undefined],
  ['nil', undefined],
  ['null', undefined],
  ['true', true],
  ['false', false],
  ['blank', blankWord],
  ['empty', emptyWord],
])

/** The value of a literal, in a list of one; undefined for a variable or a range. */
export function literalOf(markup: string): readonly [value: unknown] | undefined {
  if (isQuoted(markup)) return [markup.slice(1, -1)]
  if (/^-?\d+$/.test(markup)) return [integer(BigInt(markup))]
  if (/^-?\d[\d.]+$/.test(markup)) return [float(leadingFloat(markup))]
  return literals.has(markup) ? [literals.get(markup)] : undefined
}

export function readExpression(written: string): Evaluate {
  return readWithin(written, 0)
}

// What is nested deeper than anybody writes has no value.
function readWithin(written: string, depth: number): Evaluate {
  if (depth > deepestExpression) return constant(undefined)
  const markup = written.trim()
  const literal = literalOf(markup)
  if (literal !== undefined) return constant(literal[0])
  const [, from, to] = /^\(\s*(\S+)\s*\.\.\s*(\S+)\s*\)$/.exec(markup) ?? []
  return from === undefined || to === undefined ? readVariable(markup, depth) : readRange(from, to, depth)
}

function constant(value: unknown): Evaluate {
  return () => value
}

function isQuoted(markup: string): boolean {
  const sign = markup.charAt(0)
  return markup.length > 1 && (sign === '"' || sign === "'") && markup.endsWith(sign)
}

// The last two points are the range's: `(1...3)` begins at `1.`, which will do as long as nothing has to be looked up.
function readRange(from: string, to: string, depth: number): Evaluate {
  const literals = [literalOf(from), literalOf(to)]
  const [start, end] = literals.map(literal => literal && Number(looseInteger(literal[0])))
  if (start !== undefined && end !== undefined) return constant(range(start, end))
  const [first, last] = [readWithin(from, depth + 1), readWithin(to, depth + 1)]
  return run => {
    const [start, end] = [bound(run, first(run)), bound(run, last(run))]
    return start === undefined || end === undefined ? undefined : range(start, end)
  }
}

function bound(run: Run, value: unknown): number | undefined {
  if (isNil(value)) return 0
  if (typeof value === 'string') return Number(leadingInteger(value))
  return isInteger(value) ? Number(value) : (strictInteger(value) ?? fail(run, 'a range needs whole numbers'))
}

type Step = { readonly name: string; readonly isCommand: boolean } | { readonly key: Evaluate }

function readVariable(markup: string, depth: number): Evaluate {
  // What opens behind the last that closes is no step, and need not be searched for an end each time.
  const closed = markup.lastIndexOf(']') + 1
  const words = markup.slice(0, closed) + markup.slice(closed).replaceAll('[', ' ')
  const [first, ...rest] = words.match(/\[[^\]]+\]|[\w-]+\??/g) ?? []
  if (first === undefined) return constant(undefined)
  const start = rootOf(first, depth)
  const steps = rest.map(lookup => readStep(lookup, depth))
  if (steps.length === 0) return start
  return run => {
    let value = start(run)
    for (const step of steps) {
      if (isNil(value)) return undefined
      value = settled(run, follow(run, value, step))
    }
    return value
  }
}

function rootOf(first: string, depth: number): Evaluate {
  if (!first.startsWith('[')) return run => find(run, first)
  const name = readWithin(first.slice(1, -1), depth + 1)
  return run => {
    const value = name(run)
    return typeof value === 'string' ? find(run, value) : undefined
  }
}

function readStep(lookup: string, depth: number): Step {
  if (lookup.startsWith('[')) return { key: readWithin(lookup.slice(1, -1), depth + 1) }
  return { name: lookup, isCommand: lookup === 'size' || lookup === 'first' || lookup === 'last' }
}

function follow(run: Run, value: unknown, step: Step): unknown {
  if ('key' in step) return field(value, step.key(run))
  return step.isCommand ? command(value, step.name as 'size') : field(value, step.name)
}
