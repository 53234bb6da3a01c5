// `{% tablerow item in list cols:2 %} … {% endtablerow %}`.

import type { Evaluate, ReadTag, Run } from '../nouns.ts'
import { readExpression } from '../reading/expression.ts'
import { readBlock } from '../reading/parser.ts'
import { attribute, fragment } from '../reading/patterns.ts'
import { renderBody } from '../running/body.ts'
import { advanceCell, rowLoop } from '../running/loop.ts'
import { spend, within } from '../running/run.ts'
import { isRange, isTruthy, sizeOfRange } from '../values/kinds.ts'
import { itemsOf } from '../values/list.ts'
import { looseInteger } from '../values/numbers.ts'

const head = new RegExp(`(\\w+)\\s+in\\s+(${fragment}+)`)
const attributes = new RegExp(attribute, 'g')

export const tablerow: ReadTag = (token, parser) =>
  readBlock(token, parser, [], ([{ body }]) => {
    const [, variable, list] = head.exec(token.markup) ?? []
    if (variable === undefined || list === undefined) return undefined
    const options = new Map([...token.markup.matchAll(attributes)].map(([, name = '', value = '']) => [name, readExpression(value)]))
    const value = readExpression(list)
    return {
      render: run => {
        const rows = value(run)
        if (!isTruthy(rows) || (isRange(rows) && !spend(run, sizeOfRange(rows)))) return
        renderRows(run, variable, segment(run, itemsOf(rows), options), numberOf(run, options, 'cols') ?? 0, () => renderBody(run, body))
      },
    }
  })

function segment(run: Run, items: readonly unknown[], options: ReadonlyMap<string, Evaluate>): readonly unknown[] {
  const from = Math.max(0, numberOf(run, options, 'offset') ?? 0)
  const limit = numberOf(run, options, 'limit')
  return items.slice(from, limit === undefined ? undefined : from + Math.max(0, limit))
}

function numberOf(run: Run, options: ReadonlyMap<string, Evaluate>, name: string): number | undefined {
  const value = options.get(name)
  return value && Number(looseInteger(value(run)))
}

function renderRows(run: Run, variable: string, items: readonly unknown[], columns: number, render: () => void): void {
  const loop = rowLoop(items.length, columns)
  const variables = new Map<string, unknown>([['tablerowloop', loop]])
  run.out += '<tr class="row1">\n'
  within(run, variables, () => {
    for (const item of items) {
      variables.set(variable, item)
      run.out += `<td class="col${loop.col}">`
      render()
      run.out += '</td>'
      if (loop.col_last && !loop.last) run.out += `</tr>\n<tr class="row${loop.row + 1}">`
      advanceCell(loop, columns)
      if (run.interrupt === 'stop' || !spend(run, 1)) break
    }
  })
  run.out += '</tr>\n'
}
