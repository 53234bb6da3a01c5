// What leaves no trace, or is left as it is: `comment`, `#`, `raw`. And `liquid`, a tag a line.

import type { Parser, ReadTag } from '../nouns.ts'
import { problem, readBody, writes } from '../reading/parser.ts'
import { makeLineStream } from '../reading/stream.ts'
import { renderBody } from '../running/body.ts'

export const comment: ReadTag = (token, parser) => {
  if (!skipComment(parser)) problem(parser, token, 'the tag comment is never closed')
  return { isBlank: true, render: () => undefined }
}

// Comments may hold comments; what stands between `raw` tags closes none.
function skipComment(parser: Parser): boolean {
  let depth = 1
  for (let token = parser.stream.next(); token !== undefined; token = parser.stream.next()) {
    if (token.kind !== 'tag') continue
    parser.trims = token.trimsRight
    if (token.name === 'raw') parser.stream.rawUntil('endraw')
    if (token.name === 'comment') depth += 1
    if (token.name === 'endcomment') depth -= 1
    if (depth === 0) return true
  }
  return false
}

export const inlineComment: ReadTag = () => ({ isBlank: true, render: () => undefined })

export const raw: ReadTag = (_, { stream }) => {
  const text = stream.rawUntil('endraw')
  return text === undefined ? undefined : { ...writes(text), isBlank: text === '' }
}

export const liquid: ReadTag = (token, parser) => {
  const inner: Parser = { ...parser, stream: makeLineStream(token.markup, token) }
  const { body } = readBody(inner, () => false)
  return { isBlank: body.isBlank, render: run => renderBody(run, body) }
}
