// Tables: on a page each stands in a box that scrolls by itself. Cells are aligned by class, since style attributes need a lax security policy.

import type { StateCore, Token } from 'markdown-it'
import { closeBox, openBox } from '../boxes.ts'
import type { Extension } from '../extension.ts'
import { attributesText } from '../writing.ts'

export const tables: Extension = {
  name: 'tables',
  tokens: (state: StateCore) => state.tokens.forEach(alignByClass),
  write: {
    table_open: (tokens, index, writing) => `${openBox(writing)}<table${attributesText(tokens[index] as Token)}>\n`,
    table_close: (_tokens, _index, writing) => `</table>${closeBox(writing)}\n`,
  },
}

function alignByClass(token: Token): void {
  if (token.type !== 'th_open' && token.type !== 'td_open') return
  const side = /^text-align:(left|right|center)$/.exec(String(token.attrGet('style') ?? ''))?.[1]
  if (side === undefined) return
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style')
  token.attrSet('class', `align-${side}`)
}
