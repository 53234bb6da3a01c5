// `{% for item in list limit:3 offset:1 reversed %} … {% else %} … {% endfor %}`, `{% break %}` and `{% continue %}`.

import type { Body, Evaluate, ReadTag, Run } from '../nouns.ts'
import { readExpression } from '../reading/expression.ts'
import { readBlock, withoutSpace } from '../reading/parser.ts'
import { attribute, fragment } from '../reading/patterns.ts'
import { readStrictly } from '../reading/strict.ts'
import { renderBody } from '../running/body.ts'
import { advance, forLoop } from '../running/loop.ts'
import { fail, spend, within } from '../running/run.ts'
import { isNil, isRange, sizeOfRange } from '../values/kinds.ts'
import { itemsOf } from '../values/list.ts'
import { strictInteger } from '../values/numbers.ts'

interface Head {
  readonly variable: string
  readonly list: string
  readonly reversed: boolean
  readonly limit?: string
  readonly offset?: string
}

interface Loop {
  readonly name: string
  readonly variable: string
  readonly list: Evaluate
  readonly reversed: boolean
  readonly limit: Evaluate | undefined
  readonly offset: Evaluate | 'continue' | undefined
}

export const forTag: ReadTag = (token, parser) =>
  readBlock(token, parser, ['else'], ([{ body }, otherwise]) => {
    const head = readHeadStrictly(token.markup) ?? readHeadLeniently(token.markup)
    if (head === undefined) return undefined
    const isBlank = body.isBlank && (otherwise?.body.isBlank ?? true)
    const [each, none] = [withoutSpace(body, isBlank), otherwise && withoutSpace(otherwise.body, isBlank)]
    const loop = readLoop(head)
    return {
      isBlank,
      render: run => {
        const items = segmentOf(run, loop)
        if (items.length > 0) renderLoop(run, loop, items, each)
        else if (none !== undefined) renderBody(run, none)
      },
    }
  })

export const breakTag: ReadTag = () => ({ render: run => interrupt(run, 'break') })
export const continueTag: ReadTag = () => ({ render: run => interrupt(run, 'continue') })

function interrupt(run: Run, kind: 'break' | 'continue'): void {
  run.interrupt ??= kind
}

function readHeadStrictly(markup: string): Head | undefined {
  const reader = readStrictly(markup)
  const variable = reader?.take('name')
  if (reader === undefined || variable === undefined || reader.take('name', 'in') === undefined) return undefined
  const list = reader.takeExpression()
  const reversed = reader.take('name', 'reversed') !== undefined
  const attributes: Record<string, string> = {}
  while (reader.sees('name') && reader.sees('sign', ':', 1)) {
    const name = reader.take('name', 'limit') ?? reader.take('name', 'offset')
    reader.take('sign')
    const value = reader.takeExpression()
    if (name === undefined || value === undefined) return undefined
    attributes[name] = value
  }
  return list === undefined || reader.take('end') === undefined ? undefined : { variable, list, reversed, ...attributes }
}

const lenient = new RegExp(`^([\\w-]+)\\s+in\\s+(${fragment}+)\\s*(reversed)?`)
const attributes = new RegExp(attribute, 'g')

function readHeadLeniently(markup: string): Head | undefined {
  const [, variable, list, reversed] = lenient.exec(markup) ?? []
  if (variable === undefined || list === undefined) return undefined
  const named = [...markup.matchAll(attributes)].filter(([, name]) => name === 'limit' || name === 'offset')
  return { variable, list, reversed: reversed !== undefined, ...Object.fromEntries(named.map(([, name, value]) => [name, value])) }
}

function readLoop({ variable, list, reversed, limit, offset }: Head): Loop {
  return {
    name: `${variable}-${list}`,
    variable,
    list: readExpression(list),
    reversed,
    limit: limit === undefined ? undefined : readExpression(limit),
    offset: offset === undefined || offset === 'continue' ? offset : readExpression(offset),
  }
}

function segmentOf(run: Run, loop: Loop): readonly unknown[] {
  const from = loop.offset === 'continue' ? (run.offsets.get(loop.name) ?? 0) : (wholeNumber(run, loop.offset?.(run)) ?? 0)
  const list = loop.list(run)
  const limit = wholeNumber(run, loop.limit?.(run))
  if (isRange(list) && !spend(run, sizeOfRange(list))) return []
  const items = typeof list === 'string' ? itemsOf(list) : sliced(itemsOf(list), from, limit)
  run.offsets.set(loop.name, from + items.length)
  return loop.reversed ? items.toReversed() : items
}

function sliced(items: readonly unknown[], from: number, limit: number | undefined): readonly unknown[] {
  const start = Math.max(0, from)
  return start === 0 && limit === undefined ? items : items.slice(start, limit === undefined ? undefined : Math.max(start, from + limit))
}

function wholeNumber(run: Run, value: unknown): number | undefined {
  return isNil(value) ? undefined : (strictInteger(value) ?? fail(run, 'limit and offset must be whole numbers'))
}

function renderLoop(run: Run, { name, variable }: Loop, items: readonly unknown[], body: Body): void {
  const loop = forLoop(name, items.length, run.loops.at(-1))
  const variables = new Map<string, unknown>([['forloop', loop]])
  run.loops.push(loop)
  within(run, variables, () => {
    for (const item of items) {
      variables.set(variable, item)
      renderBody(run, body)
      advance(loop)
      if (run.interrupt === 'continue') run.interrupt = undefined
      if (run.interrupt !== undefined || !spend(run, 1)) break
    }
  })
  run.loops.pop()
  if (run.interrupt === 'break') run.interrupt = undefined
}
