// Headings: levels re-based so that the shallowest is an h2 under the page's h1, and gathered for the list of contents.

import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { html } from '../../model.ts'
import { envOf } from '../env.ts'

export function headings(markdown: MarkdownIt): void {
  markdown.core.ruler.push('headings', state =>
    rebase(
      state,
      state.tokens.flatMap((token, index) => (token.type === 'heading_open' ? [index] : [])),
    ),
  )
}

function rebase(state: StateCore, found: readonly number[]): void {
  const env = envOf(state.env)
  const levels = found.map(index => Number(state.tokens[index]?.tag.slice(1)))
  // A post that uses all six levels keeps them: with the last two made one, it would lose a step of its outline.
  const wanted = 2 - Math.min(...levels)
  const shift = Math.max(...levels) + wanted > 6 ? 0 : wanted
  found.forEach((index, position) => {
    const level = (levels[position] ?? 2) + shift
    const [open, inline, close] = state.tokens.slice(index, index + 3)
    if (!open || !inline || !close) return
    open.tag = close.tag = `h${level}`
    const markup = state.md.renderer.renderInline(withoutLinks(inline.children ?? []), state.md.options, state.env)
    const id = String(open.attrGet('id') ?? '')
    if (id !== '') env.headings.push({ level, id, html: html(markup) })
  })
}

// A heading is repeated in the table of contents, where it is a link itself and its footnotes and ids would stand twice.
function withoutLinks(tokens: readonly Token[]): Token[] {
  return tokens.filter(token => !/^(?:link_open|link_close|footnote_ref|html_inline|image)$/.test(token.type))
}
