// Tables: on a page each stands in a box that scrolls by itself. Cells are aligned by class, since style attributes need a lax security policy;
// the style sheet of a site's own look knows no such class, so there they are aligned as kramdown does.

import type { Renderer, StateCore, Token } from 'markdown-it'
import { closeBox, openBox } from '../boxes.ts'
import type { Extension } from '../extension.ts'
import { captionText } from '../lecture/floats.ts'
import { attributesText, type Writing } from '../writing.ts'

export const tables: Extension = {
  name: 'tables',
  tokens: (state: StateCore) => state.tokens.forEach(alignByClass),
  write: {
    table_open: (tokens, index, writing, renderer) => {
      const token = tokens[index] as Token
      return `${openBox(writing)}<table${attributesText(token)}>\n${captionOf(token, writing, renderer)}`
    },
    th_open: writeCell,
    td_open: writeCell,
    table_close: (_tokens, _index, writing) => `</table>${closeBox(writing)}\n`,
  },
}

function captionOf(table: Token, writing: Writing, renderer: Renderer): string {
  return table.meta?.['caption'] === undefined ? '' : `<caption>${captionText(table, 'table', writing, renderer)}</caption>\n`
}

function writeCell(tokens: readonly Token[], index: number, { frame }: Writing): string {
  const { tag, attrs } = tokens[index] as Token
  const isOwnLook = frame.codeMarkup === 'rouge'
  const byStyle = attrs?.map(([name, value]): [string, string] => {
    const side = name === 'class' ? /^align-(.*)$/.exec(String(value))?.[1] : undefined
    return side === undefined ? [name, String(value)] : ['style', `text-align: ${side}`]
  })
  return `<${tag}${attributesText({ attrs: (isOwnLook ? byStyle : attrs) ?? null })}>`
}

function alignByClass(token: Token): void {
  if (token.type !== 'th_open' && token.type !== 'td_open') return
  const side = /^text-align:(left|right|center)$/.exec(String(token.attrGet('style') ?? ''))?.[1]
  if (side === undefined) return
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style')
  token.attrSet('class', `align-${side}`)
}
