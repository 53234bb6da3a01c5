// `{% cycle "odd", "even" %}`, `{% increment n %}`, `{% decrement n %}`, `{% ifchanged %}`: what remembers from one time to the next.

import type { Evaluate, ReadTag } from '../nouns.ts'
import { literalOf, readExpression } from '../reading/expression.ts'
import { readBlock, writing } from '../reading/parser.ts'
import { fragment } from '../reading/patterns.ts'
import { renderBody } from '../running/body.ts'
import { captured } from '../running/run.ts'
import { inspect, output } from '../values/text.ts'

const simple = new RegExp(`^${fragment}+`)
const named = new RegExp(`^(${fragment})\\s*:\\s*([\\s\\S]*)`)
const item = new RegExp(`\\s*(${fragment})\\s*`)

export const cycle: ReadTag = ({ markup }) => {
  const [, name, rest] = named.exec(markup) ?? []
  if (name === undefined && !simple.test(markup)) return undefined
  const items = (rest ?? markup).split(',').flatMap(text => item.exec(text)?.[1] ?? [])
  const values = items.map(readExpression)
  const key = name === undefined ? keyOf(items) : readExpression(name)
  return {
    render: run => {
      const group = key(run)
      const turn = run.cycles.get(group) ?? 0
      run.out += output(values[turn]?.(run))
      run.cycles.set(group, turn + 1 >= values.length ? 0 : turn + 1)
    },
  }
}

// Two cycles of the same literals go on together; one with variables is a group of its own.
function keyOf(items: readonly string[]): Evaluate {
  const literals = items.map(literalOf)
  const key = literals.includes(undefined) ? Symbol('cycle') : inspect(literals)
  return () => key
}

export const increment: ReadTag = ({ markup }) => counter(markup.trim(), 1)
export const decrement: ReadTag = ({ markup }) => counter(markup.trim(), -1)

// The one shows the number before it counts, the other after.
function counter(name: string, step: 1 | -1): ReturnType<ReadTag> {
  return {
    render: run => {
      const before = run.counters.get(name) ?? 0
      run.counters.set(name, before + step)
      run.out += String(step === 1 ? before : before + step)
    },
  }
}

export const ifchanged: ReadTag = (token, parser) =>
  readBlock(token, parser, [], ([{ body }]) => ({
    isBlank: body.isBlank,
    render: run => {
      const text = captured(run, () => renderBody(run, body))
      if (text !== run.changed) run.out += text
      run.changed = text
    },
  }))

export const echo: ReadTag = (token, parser) => writing(token.markup, token, parser)
