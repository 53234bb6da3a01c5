// `{% if %} … {% elsif %} … {% else %} … {% endif %}` and `{% unless %}`.

import type { Evaluate, ReadTag } from '../nouns.ts'
import { readCondition } from '../reading/condition.ts'
import { type Part, readBlock, withoutSpace } from '../reading/parser.ts'
import { renderBody } from '../running/body.ts'
import { isTruthy } from '../values/kinds.ts'

export const ifTag: ReadTag = (token, parser) => readBlock(token, parser, ['elsif', 'else'], parts => branches(parts, true))

/** Only its first condition is turned round. */
export const unless: ReadTag = (token, parser) => readBlock(token, parser, ['elsif', 'else'], parts => branches(parts, false))

function branches(parts: readonly Part[], wanted: boolean) {
  const isBlank = parts.every(({ body }) => body.isBlank)
  const conditions = parts.map(conditionOf)
  if (conditions.includes(undefined)) return undefined
  const bodies = parts.map(({ body }, index) => ({
    ask: conditions[index] ?? always,
    wanted: index > 0 || wanted,
    body: withoutSpace(body, isBlank),
  }))
  return {
    isBlank,
    render: (run: Parameters<Evaluate>[0]) => {
      const chosen = bodies.find(({ ask, wanted }) => isTruthy(ask(run)) === wanted)
      if (chosen !== undefined) renderBody(run, chosen.body)
    },
  }
}

const always: Evaluate = () => true

function conditionOf({ token }: Part): Evaluate | undefined {
  return token.name === 'else' ? always : readCondition(token.markup)
}
