// `{% assign name = value | filter %}` and `{% capture name %} … {% endcapture %}`: variables for the rest of the text.

import type { ReadTag } from '../nouns.ts'
import { readOutput } from '../reading/output.ts'
import { problem, readBlock } from '../reading/parser.ts'
import { signature } from '../reading/patterns.ts'
import { renderBody } from '../running/body.ts'
import { assign as assignTo, captured } from '../running/run.ts'

const assignment = new RegExp(`(${signature})\\s*=\\s*([\\s\\S]*)\\s*`)
const target = new RegExp(`(${signature})`)

export const assign: ReadTag = (token, parser) => {
  const [, name, markup] = (token.markup.includes('=') && assignment.exec(token.markup)) || []
  if (name === undefined || markup === undefined) return undefined
  const value = readOutput(markup, parser.engine, filter => problem(parser, token, filter, 'unknown filter'))
  return { isBlank: true, render: run => assignTo(run, name, value(run)) }
}

export const capture: ReadTag = (token, parser) =>
  readBlock(token, parser, [], ([{ body }]) => {
    const name = target.exec(token.markup)?.[1]
    if (name === undefined) return undefined
    return {
      isBlank: true,
      render: run =>
        assignTo(
          run,
          name,
          captured(run, () => renderBody(run, body)),
        ),
    }
  })
