// `[^note]` in the text and `[^note]: …` below it: a list at the end, numbered by first use, with kramdown's ids,
// which links from elsewhere may point at (`#fn:note`, `#fnref:note`, `#fnref:note:1` for the second use).

import type { MarkdownIt, StateBlock, StateCore, StateInline, Token } from 'markdown-it'
import { escapeHtml } from '../../text/escape.ts'
import { envOf } from '../env.ts'

export function footnotes(markdown: MarkdownIt): void {
  markdown.block.ruler.before('reference', 'footnote_definition', readDefinition, { alt: ['paragraph', 'reference'] })
  markdown.inline.ruler.before('link', 'footnote_ref', readReference)
  // The text of a footnote is parsed with the rest, then moved to the end in the order of use.
  markdown.core.ruler.after('inline', 'footnote_list', moveToEnd)
  markdown.renderer.rules['footnote_ref'] = (tokens, index) => reference(tokens[index] as Token)
  markdown.renderer.rules['footnote_list_open'] = (tokens, index, _options, _env, renderer) =>
    `<div class="footnotes" role="doc-endnotes">\n<ol${renderer.renderAttrs(tokens[index] as Token)}>\n`
  markdown.renderer.rules['footnote_list_close'] = () => '</ol>\n</div>\n'
  markdown.renderer.rules['footnote_open'] = (tokens, index) => `<li id="fn:${escapeHtml(labelOf(tokens[index]))}">\n`
  markdown.renderer.rules['footnote_close'] = () => '</li>\n'
}

// A definition goes on over lines indented by four; blank lines are part of it if such a line follows.
function readDefinition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)
  const opening = /^\[\^([^\]\s]+)\]:[ \t]*/.exec(state.src.slice(start, state.eMarks[startLine]))
  if (!opening?.[1]) return false
  if (silent) return true
  const end = endOfDefinition(state, startLine, endLine)
  const first = state.src.slice(start + opening[0].length, state.eMarks[startLine])
  const rest = state.getLines(startLine + 1, end, state.blkIndent + 4, false)
  pushBlock(state, opening[1], end > startLine + 1 ? `${first}\n${rest}` : first, startLine)
  state.line = end
  return true
}

function endOfDefinition(state: StateBlock, startLine: number, endLine: number): number {
  let end = startLine + 1
  for (let line = end; line < endLine; line++) {
    if (state.isEmpty(line)) continue
    if ((state.sCount[line] ?? 0) - state.blkIndent < 4 && !isLazy(state, line)) break
    end = line + 1
  }
  return end
}

// The rest of a paragraph need not be indented.
function isLazy(state: StateBlock, line: number): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
  return !state.isEmpty(line - 1) && !/^(?:\[\^|[-*+>#`~]|\d+\.)/.test(state.src.slice(start, state.eMarks[line]))
}

function pushBlock(state: StateBlock, label: string, text: string, startLine: number): void {
  envOf(state.env).footnotes.defined.add(label)
  state.push('footnote_open', 'li', 1).meta = { label }
  const inner: Token[] = []
  state.md.block.parse(text, state.md, state.env, inner)
  for (const token of inner) {
    if (token.map) token.map = [token.map[0] + startLine, token.map[1] + startLine]
    state.tokens.push(token)
  }
  state.push('footnote_close', 'li', -1)
}

function readReference(state: StateInline, silent: boolean): boolean {
  const match = /^\[\^([^\]\s]+)\]/.exec(state.src.slice(state.pos, state.posMax))
  const { defined, uses } = envOf(state.env).footnotes
  if (!match?.[1] || !defined.has(match[1])) return false
  if (!silent) {
    const use = uses.get(match[1]) ?? 0
    uses.set(match[1], use + 1)
    state.push('footnote_ref', '', 0).meta = { label: match[1], use, number: [...uses.keys()].indexOf(match[1]) + 1 }
  }
  state.pos += match[0].length
  return true
}

function reference(token: Token): string {
  const { label, use, number } = token.meta as { label: string; use: number; number: number }
  const name = escapeHtml(label)
  return `<sup id="fnref:${name}${use === 0 ? '' : `:${use}`}"><a href="#fn:${name}" class="footnote" rel="footnote" role="doc-noteref">${number}</a></sup>`
}

function moveToEnd(state: StateCore): void {
  const { defined, uses } = envOf(state.env).footnotes
  if (defined.size === 0) return
  const notes = new Map<string, Token[]>()
  let inside: Token[] | undefined
  const body: Token[] = []
  for (const token of state.tokens) {
    if (token.type === 'footnote_open') {
      inside = []
      notes.set(labelOf(token), inside)
    }
    const target = inside ?? body
    target.push(token)
    if (token.type === 'footnote_close') inside = undefined
  }
  const used = [...uses].flatMap(([label, count]) => withBackLinks(state, notes.get(label) ?? [], label, count))
  if (used.length > 0) body.push(new state.Token('footnote_list_open', '', 1), ...used, new state.Token('footnote_list_close', '', -1))
  state.tokens = body
}

/** The way back from a note: an arrow for each of its marks. */
export function backLinks(label: string, count: number): string {
  const arrows = Array.from({ length: count }, (_, use) => {
    const target = `fnref:${escapeHtml(label)}${use === 0 ? '' : `:${use}`}`
    return `<a href="#${target}" class="reversefootnote" role="doc-backlink">↩${use === 0 ? '' : `<sup>${use + 1}</sup>`}</a>`
  })
  return arrows.join('\u00a0')
}

// The arrows stand at the end of the note's last paragraph.
function withBackLinks(state: StateCore, note: readonly Token[], label: string, count: number): Token[] {
  const token = new state.Token('html_inline', '', 0)
  token.content = `\u00a0${backLinks(label, count)}`
  const last = note.at(-2)?.type === 'paragraph_close' ? note.at(-3) : undefined
  if (last?.children) {
    last.children.push(token)
    return [...note]
  }
  const paragraph = new state.Token('html_block', '', 0)
  paragraph.content = `<p>${token.content.trim()}</p>\n`
  return [...note.slice(0, -1), paragraph, ...note.slice(-1)]
}

function labelOf(token: Token | undefined): string {
  return String(token?.meta?.['label'])
}
