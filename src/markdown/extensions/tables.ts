// Tables stand in a box that scrolls by itself, and cells are aligned by class, since style attributes need a lax security policy.

import type { MarkdownIt, Token } from 'markdown-it'

export function tables(markdown: MarkdownIt): void {
  markdown.renderer.rules['table_open'] = (tokens, index, _options, _env, renderer) =>
    `<div class="table-box lectern-wrap" tabindex="0"><table${renderer.renderAttrs(tokens[index] as Token)}>\n`
  markdown.renderer.rules['table_close'] = () => '</table></div>\n'
  markdown.core.ruler.push('table_alignment', state => state.tokens.forEach(alignByClass))
}

function alignByClass(token: Token): void {
  if (token.type !== 'th_open' && token.type !== 'td_open') return
  const side = /^text-align:(left|right|center)$/.exec(String(token.attrGet('style') ?? ''))?.[1]
  if (side === undefined) return
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style')
  token.attrSet('class', `align-${side}`)
}
