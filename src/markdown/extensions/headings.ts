// Headings: ids by kramdown's GFM rule, and levels re-based so that the shallowest is an h2 under the page's h1.

import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { html } from '../../model.ts'
import { envOf } from '../env.ts'

export function headings(markdown: MarkdownIt): void {
  markdown.core.ruler.push('headings', state => {
    const found = state.tokens.flatMap((token, index) => (token.type === 'heading_open' ? [index] : []))
    // Read before it is used: the explicit ids are taken off the text, and every id must know those before it.
    const given = new Set<string>()
    const used = new Map<string, number>()
    for (const index of found) setId(state, index, given, used)
    rebase(state, found)
  })
}

function setId(state: StateCore, index: number, given: Set<string>, used: Map<string, number>): void {
  const [open, inline] = [state.tokens[index], state.tokens[index + 1]]
  if (!open || !inline) return
  const id = takeExplicitId(inline) ?? unusedId(kramdownId(textOf(inline)), used, given)
  given.add(id)
  open.attrSet('id', id)
}

// `## Title {#id}` in kramdown; anything else in braces stays text.
function takeExplicitId(inline: Token): string | undefined {
  const last = inline.children?.at(-1)
  const match = last?.type === 'text' ? /[ \t]*\{#([\w:-]+)\}\s*$/.exec(last.content) : null
  if (!last || !match) return undefined
  last.content = last.content.slice(0, match.index)
  return match[1]
}

// kramdown/parser/gfm.rb, generate_gfm_header_id.
function kramdownId(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- \t]/gu, '')
    .replace(/[ \t]/g, '-')
}

function unusedId(id: string, used: Map<string, number>, given: ReadonlySet<string>): string {
  const count = used.get(id) ?? 0
  used.set(id, count + 1)
  const numbered = count === 0 ? id : `${id}-${count}`
  // A heading without a letter of its own still needs an address; kramdown would leave it empty.
  if (numbered === '') return unusedId('section', used, given)
  return given.has(numbered) ? unusedId(id, used, given) : numbered
}

function textOf(token: Token): string {
  return (token.children ?? [])
    .map(child => (child.type === 'text' || child.type === 'code_inline' ? child.content : child.type === 'softbreak' ? ' ' : ''))
    .join('')
}

function rebase(state: StateCore, found: readonly number[]): void {
  const env = envOf(state.env)
  const levels = found.map(index => Number(state.tokens[index]?.tag.slice(1)))
  const shift = 2 - Math.min(...levels)
  found.forEach((index, position) => {
    const level = Math.min(6, (levels[position] ?? 2) + shift)
    const [open, inline, close] = state.tokens.slice(index, index + 3)
    if (!open || !inline || !close) return
    open.tag = close.tag = `h${level}`
    const markup = state.md.renderer.renderInline(withoutLinks(inline.children ?? []), state.md.options, {})
    env.headings.push({ level, id: String(open.attrGet('id') ?? ''), html: html(markup) })
  })
}

// A heading is repeated in the table of contents, where it is a link itself and its footnotes and ids would stand twice.
function withoutLinks(tokens: readonly Token[]): Token[] {
  return tokens.filter(token => !/^(?:link_open|link_close|footnote_ref|html_inline|image)$/.test(token.type))
}
