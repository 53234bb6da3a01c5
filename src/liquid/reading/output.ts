// `value | filter: argument | …`, as it stands in `{{ … }}`, behind `assign` and behind `echo`.

import type { Engine, Evaluate, Filter, Run } from '../nouns.ts'
import { costOf, outputLimit, spend } from '../running/run.ts'
import { readExpression } from './expression.ts'
import { attribute, fragment } from './patterns.ts'
import { readStrictly } from './strict.ts'

interface FilterCall {
  readonly name: string
  readonly arguments: readonly string[]
}

interface Chain {
  readonly value: string
  readonly filters: readonly FilterCall[]
}

/** `unknown` is told the names of filters that there are not; their input passes through. */
export function readOutput(markup: string, engine: Engine, unknown: (name: string) => void): Evaluate {
  const chain = readChainStrictly(markup) ?? readChainLeniently(markup)
  if (chain === undefined) return () => undefined
  const value = readExpression(chain.value)
  const changes = chain.filters.flatMap(call => readFilter(call, engine, unknown) ?? [])
  return run => changes.reduce((input, change) => change(run, input), value(run))
}

function readChainStrictly(markup: string): Chain | undefined {
  const reader = readStrictly(markup)
  const value = reader?.takeExpression()
  if (reader === undefined || value === undefined) return undefined
  const filters: FilterCall[] = []
  while (reader.take('sign', '|') !== undefined) {
    const name = reader.take('name')
    const given = reader.take('sign', ':') === undefined ? [] : takeArguments(reader)
    if (name === undefined || given === undefined) return undefined
    filters.push({ name, arguments: given })
  }
  return reader.take('end') === undefined ? undefined : { value, filters }
}

function takeArguments(reader: NonNullable<ReturnType<typeof readStrictly>>): string[] | undefined {
  const given: string[] = []
  do {
    const argument = reader.takeArgument()
    if (argument === undefined) return undefined
    given.push(argument)
  } while (reader.take('sign', ',') !== undefined)
  return given
}

const start = new RegExp(`(${fragment})([\\s\\S]*)`)
const filter = new RegExp(`(?:\\s+|${fragment}|,)+`, 'g')
const argument = new RegExp(`(?::|,)\\s*((?:\\w+\\s*:\\s*)?${fragment})`, 'g')

function readChainLeniently(markup: string): Chain | undefined {
  const [, value, rest = ''] = start.exec(markup) ?? []
  if (value === undefined) return undefined
  const filters = /\|\s*([\s\S]*)/.exec(rest)?.[1]?.match(filter) ?? []
  return { value, filters: filters.flatMap(readCallLeniently) }
}

function readCallLeniently(text: string): FilterCall[] {
  const name = /\w+/.exec(text)?.[0]
  return name === undefined ? [] : [{ name, arguments: [...text.matchAll(argument)].map(match => match[1] ?? '') }]
}

const named = new RegExp(`^${attribute}$`)

type Change = (run: Run, input: unknown) => unknown

function readFilter(call: FilterCall, engine: Engine, unknown: (name: string) => void): Change | undefined {
  const filter = engine.filters.get(call.name)
  if (filter === undefined) {
    unknown(call.name)
    return undefined
  }
  const values = call.arguments.filter(text => !named.test(text)).map(readExpression)
  const options = call.arguments.flatMap(text => {
    const [, name, value] = named.exec(text) ?? []
    return name === undefined || value === undefined ? [] : [[name, readExpression(value)] as const]
  })
  if (options.length === 0) return (run, input) => invoke(run, filter, input, evaluated(run, values))
  return (run, input) => {
    const given = Object.fromEntries(options.map(([name, value]) => [name, value(run)]))
    return invoke(run, filter, input, [...evaluated(run, values), given])
  }
}

function evaluated(run: Run, values: readonly Evaluate[]): unknown[] {
  return values.map(value => value(run))
}

// What is longer than any text can be is no mistake of ours.
function filtered(run: Run, filter: Filter, input: unknown, values: readonly unknown[]): unknown {
  try {
    return filter(run, input, values)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    spend(run, Number.POSITIVE_INFINITY)
    return ''
  }
}

function invoke(run: Run, filter: Filter, input: unknown, values: readonly unknown[]): unknown {
  if (!spend(run, costOf(input))) return undefined
  const result = filtered(run, filter, input, values)
  if (!spend(run, costOf(result))) return undefined
  return typeof result === 'string' && result.length > outputLimit && !spend(run, Number.POSITIVE_INFINITY) ? '' : result
}
