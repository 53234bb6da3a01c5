// Headings: gathered for the list of contents; on a page each has a link to itself beside it. That link stands behind the heading, not in it,
// so that nobody hears it read twice; its sign comes from the style sheet, so that nobody copies it.

import type { StateCore, Token } from 'markdown-it'
import { closeHeading, openHeading } from '../boxes.ts'
import { copyOf } from '../copy-of.ts'
import { envOf } from '../env.ts'
import type { Extension } from '../extension.ts'
import { attributesText } from '../writing.ts'

export const headings: Extension = {
  name: 'headings',
  tokens: gather,
  write: {
    heading_open: (tokens, index, writing) => {
      const token = tokens[index] as Token
      return openHeading(levelOf(token), attributesText(token), String(token.attrGet('id') ?? ''), writing)
    },
    heading_close: (tokens, index, writing) => {
      const id = String(tokens[index - 2]?.attrGet('id') ?? '')
      return `${closeHeading(levelOf(tokens[index] as Token), id, writing)}\n`
    },
  },
}

function gather(state: StateCore): void {
  const env = envOf(state.env)
  state.tokens.forEach((token, index) => {
    if (token.type !== 'heading_open') return
    const [level, id] = [levelOf(token), String(token.attrGet('id') ?? '')]
    env.levels.push(level)
    if (id !== '') env.headings.push({ level, id, tokens: withoutLinks(state.tokens[index + 1]?.children ?? []) })
  })
}

function levelOf(token: Token): number {
  return Number(token.tag.slice(1))
}

// A heading is repeated in the table of contents, where it is a link itself and its footnotes and ids would stand twice.
function withoutLinks(tokens: readonly Token[]): Token[] {
  return tokens
    .filter(token => !/^(?:link_open|link_close|footnote_ref|html_inline|image)$/.test(token.type))
    .map(token => (/^(?:wikilink|citation|math_inline)$/.test(token.type) ? inLink(token) : token))
}

function inLink(token: Token): Token {
  return copyOf(token, { meta: { ...token.meta, [token.type === 'math_inline' ? 'isLinked' : 'isInLink']: true } })
}
