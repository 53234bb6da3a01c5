// `{% case value %}{% when 1, 2 or 3 %} … {% else %} … {% endcase %}`.

import type { Body, Evaluate, ReadTag } from '../nouns.ts'
import { isSame } from '../reading/condition.ts'
import { readExpression } from '../reading/expression.ts'
import { readBlock, withoutSpace } from '../reading/parser.ts'
import { fragment } from '../reading/patterns.ts'
import { renderBody } from '../running/body.ts'

const subject = new RegExp(`(${fragment})`)
const choice = new RegExp(`(${fragment})(?:(\\s+or\\s+|\\s*,\\s*)(?=${fragment}))?`, 'g')

/** A `when` shows its body once for each of its values that fits; an `else`, when none before it did. */
interface Branch {
  readonly body: Body
  readonly values: readonly Evaluate[] | 'else'
}

export const caseTag: ReadTag = (token, parser) =>
  readBlock(token, parser, ['when', 'else'], ([before, ...parts]) => {
    const left = subject.exec(token.markup)?.[1]
    const branches = parts.map(part => ({
      body: part.body,
      values: part.token.name === 'else' ? ('else' as const) : valuesOf(part.token.markup),
    }))
    if (left === undefined || branches.some(({ values }) => values.length === 0)) return undefined
    const isBlank = before.body.isBlank && branches.every(({ body }) => body.isBlank)
    return { isBlank, render: showing(readExpression(left), branches, isBlank) }
  })

function showing(value: Evaluate, all: readonly Branch[], isBlank: boolean) {
  const branches = all.map(branch => ({ ...branch, body: withoutSpace(branch.body, isBlank) }))
  return (run: Parameters<Evaluate>[0]): void => {
    let found = false
    for (const { values, body } of branches) {
      const times: number = values === 'else' ? Number(!found) : values.filter(other => isSame(value(run), other(run))).length
      found ||= values !== 'else' && times > 0
      for (let time = 0; time < times && run.interrupt === undefined; time += 1) renderBody(run, body)
    }
  }
}

function valuesOf(markup: string): Evaluate[] {
  const values: Evaluate[] = []
  for (const [, value = '', goesOn] of markup.matchAll(choice)) {
    values.push(readExpression(value))
    if (goesOn === undefined) break
  }
  return values
}
