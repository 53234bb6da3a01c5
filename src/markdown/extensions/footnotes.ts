// `[^note]` in the text and `[^note]: …` below it: a list at the end, numbered by first use, with kramdown's ids,
// which links from elsewhere may point at (`#fn:note`, `#fnref:note`, `#fnref:note:1` for the second use).
//
// On a page footnotes come to the reader. The list at the end stays the list it is; where there is room the style sheet sets each note beside
// its mark (CSS anchor positioning), and elsewhere a tap on the mark shows it in place (a native popover). No script has a part in it, and a
// browser that knows neither still has the list and its links.

import type { StateBlock, StateCore, StateInline, Token } from 'markdown-it'
import type { Frame } from '../../body.ts'
import { escapeHtml } from '../../text/escape.ts'
import { matchAt } from '../../text/parts.ts'
import { envOf } from '../env.ts'
import type { Extension } from '../extension.ts'
import { attributesText, idText, localAddress, type Writing } from '../writing.ts'

export const footnotes: Extension = {
  name: 'footnotes',
  read: {
    commonmark: markdown => {
      markdown.block.ruler.before('reference', 'footnote_definition', readDefinition, { alt: ['paragraph', 'reference'] })
      markdown.inline.ruler.before('link', 'footnote_ref', readReference)
      // The text of a footnote is parsed with the rest, then moved to the end in the order of use.
      markdown.core.ruler.after('inline', 'footnote_list', moveToEnd)
    },
  },
  tokens: gather,
  write: {
    footnote_ref: (tokens, index, writing) => writeMark(tokens[index] as Token, writing),
    // The way back from a note that a citation has become.
    note_arrow: (tokens, index, writing) =>
      `\u00a0<a href="${localAddress(`fnref:${labelOf(tokens[index])}`, writing)}" class="reversefootnote" role="doc-backlink">↩</a>`,
    footnote_list_open: (tokens, index, { frame }) => {
      const start = frame.firstFootnote === 1 ? '' : ` start="${frame.firstFootnote}"`
      return `<div class="footnotes" role="doc-endnotes">\n<ol${attributesText(tokens[index] as Token)}${start}>\n`
    },
    footnote_list_close: () => '</ol>\n</div>\n',
    footnote_open: (tokens, index, writing) => openFootnote(labelOf(tokens[index]), writing),
    footnote_close: (_tokens, _index, { frame }) => (isPlaced(frame) ? '</div></li>\n' : '</li>\n'),
  },
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
  const open = state.push('footnote_open', 'li', 1)
  open.meta = { label }
  open.map = [startLine, startLine + 1]
  const inner: Token[] = []
  const within = new state.md.block.State(text, state.md, state.env, inner)
  within.level = state.level
  state.md.block.tokenize(within, within.line, within.lineMax)
  for (const token of inner) {
    if (token.map) token.map = [token.map[0] + startLine, token.map[1] + startLine]
    state.tokens.push(token)
  }
  state.push('footnote_close', 'li', -1)
}

// No label is longer; without a limit, each bracket that is not closed would be read to the end of the text.
const mark = /\[\^([^\]\s]{1,999})\]/y

function readReference(state: StateInline, silent: boolean): boolean {
  const match = matchAt(state.src, state.pos, mark)
  const { defined, uses } = envOf(state.env).footnotes
  if (!match?.[1] || state.pos + match[0].length > state.posMax || !defined.has(match[1])) return false
  if (!silent) {
    const known = uses.get(match[1]) ?? { number: uses.size + 1, count: 0 }
    uses.set(match[1], known)
    state.push('footnote_ref', '', 0).meta = { label: match[1], use: known.count++, number: known.number }
  }
  state.pos += match[0].length
  return true
}

function gather({ tokens, env }: StateCore): void {
  const labels = tokens.filter(({ type }) => type === 'footnote_open').map(labelOf)
  const { needs, footnoteLabels } = envOf(env)
  footnoteLabels.push(...labels)
  if (labels.length > 0) needs.add('footnotes')
}

/** The style sheet knows as many footnotes by number; a text with more keeps its list. */
const mostPlaced = 120

function writeMark(token: Token, writing: Writing): string {
  const { body, frame } = writing
  if (frame.dress === 'words') return ''
  const { label, use, number } = token.meta as { readonly label: string; readonly use: number; readonly number: number }
  const place = body.footnotes.indexOf(label) + 1
  const sign = number + frame.firstFootnote - 1
  const isPage = isPlaced(frame) && place > 0
  const shown = placeOnPage(place, writing)
  // The first mark of a footnote is where it hangs; those after it only open it.
  const hangs = isPage && use === 0 && arePlaced(writing) ? ` class="mark-${shown}"` : ''
  const button = isPage
    ? `<button type="button" class="note-mark lectern-add" popovertarget="note-${shown}" aria-label="${frame.say('note', { number: sign })}">${sign}</button>`
    : ''
  const link = `<a href="${localAddress(`fn:${label}`, writing)}" class="footnote" rel="footnote" role="doc-noteref">${sign}</a>`
  return `<sup${hangs} id="${idText(`fnref:${label}${use === 0 ? '' : `:${use}`}`, writing)}">${link}${button}</sup>`
}

// Where several texts share a page, its notes are counted through.
function placeOnPage(place: number, { frame }: Writing): number {
  return place + frame.firstFootnote - 1
}

// The margin is the page's own.
function isPlaced({ dress, isShown }: Frame): boolean {
  return dress === 'page' && isShown !== true
}

function arePlaced(writing: Writing): boolean {
  return placeOnPage(writing.body.footnotes.length, writing) <= mostPlaced
}

function openFootnote(label: string, writing: Writing): string {
  const { body, frame } = writing
  const item = `<li id="${idText(`fn:${label}`, writing)}">`
  if (!isPlaced(frame)) return `${item}\n`
  const place = placeOnPage(body.footnotes.indexOf(label) + 1, writing)
  const placed = arePlaced(writing) ? ` placed note-${place}` : ''
  return `${item}<div class="note${placed} lectern-wrap" id="note-${place}" popover>\n`
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
  const used = [...uses].flatMap(([label, { count }]) => withBackLinks(state, notes.get(label) ?? [], label, count))
  if (used.length > 0) body.push(new state.Token('footnote_list_open', '', 1))
  state.tokens = used.length === 0 ? body : body.concat(used, new state.Token('footnote_list_close', '', -1))
}

/** The way back from a note: an arrow, or what the author has in its place, for each of its marks. */
export function backLinks(label: string, count: number, arrow = '↩'): string {
  const arrows = Array.from({ length: count }, (_, use) => {
    const target = `fnref:${escapeHtml(label)}${use === 0 ? '' : `:${use}`}`
    return `<a href="#${target}" class="reversefootnote" role="doc-backlink">${arrow}${use === 0 ? '' : `<sup>${use + 1}</sup>`}</a>`
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

/** The tokens of each note of a list. */
export function notesByLabel(tokens: readonly Token[]): ReadonlyMap<string, readonly Token[]> {
  const notes = new Map<string, Token[]>()
  let note: Token[] = []
  for (const token of tokens) {
    if (token.type === 'footnote_open') {
      note = []
      notes.set(String(token.meta?.['label']), note)
    }
    note.push(token)
  }
  return notes
}
