// Kramdown's tree as markdown-it's tokens, so that whatever comes after works on both dialects alike.

import type { StateCore, Token } from 'markdown-it'
import { backLinks } from '../extensions/footnotes.ts'
import { markBlank, markStart, markTag } from '../kramdown-space.ts'
import { emitContents } from './contents-list.ts'
import type { Element, ElementType } from './element.ts'
import { type Emitter, escapeText, type MakeToken, push, tagsOf } from './emitter.ts'
import type { Document } from './finish.ts'
import { markup, mathMeta, spans, textToken } from './span-tokens.ts'

/** The tokens, and what stands too deep in the tree to be read. */
export function toTokens(
  state: StateCore,
  document: Document,
  makeToken: MakeToken,
): { readonly tokens: Token[]; readonly tooDeep: Element | undefined } {
  const emitter: Emitter = {
    state,
    document,
    makeToken,
    tokens: [],
    marks: new Map(),
    tooDeep: undefined,
    hasContents: false,
    inRaw: false,
    inLiteral: false,
  }
  emitAll(emitter, document.root.children)
  emitFootnotes(emitter)
  if (document.root.children[0]?.type === 'blank') markStart(emitter.tokens[0])
  return emitter
}

function emitAll(emitter: Emitter, elements: readonly Element[]): void {
  for (const element of elements) emit(emitter, element)
}

function emit(emitter: Emitter, element: Element): void {
  const emitIt = emitters[element.type]
  if (emitIt !== undefined) emitIt(emitter, element)
  // A span that stands among blocks, as within an element whose text is read as one line.
  else push(emitter, 'inline', '', 0, element).children = spans(emitter, [element])
}

/** What writes an element that is a block. */
const emitters: Partial<Record<ElementType, (emitter: Emitter, element: Element) => void>> = {
  blank: ({ tokens }) => markBlank(tokens.at(-1)),
  end: () => {},
  paragraph: (emitter, element) => emitLine(emitter, 'paragraph', 'p', element),
  heading: (emitter, element) => emitLine(emitter, 'heading', `h${levelOf(emitter, element)}`, element),
  blockquote: emitContainer,
  block: emitBlock,
  code: emitCode,
  rule: (emitter, element) => void push(emitter, 'hr', 'hr', 0, element),
  'math-block': (emitter, element) =>
    void Object.assign(push(emitter, 'math_block', 'div', 0, element), { content: element.value, meta: mathMeta(emitter) }),
  ul: emitList,
  ol: emitList,
  li: emitContainer,
  dl: emitContainer,
  dt: (emitter, element) => emitLine(emitter, 'dt', 'dt', element),
  dd: emitContainer,
  table: emitTable,
  html: emitHtml,
  comment: (emitter, element) => emitMarkup(emitter, element, `${element.value}\n`),
  markup: (emitter, element) => emitMarkup(emitter, element, element.value),
  text: emitText,
}

function emitMarkup(emitter: Emitter, element: Element, content: string): void {
  push(emitter, 'html_block', '', 0, element).content = content
}

function levelOf({ document }: Emitter, { level = 1 }: Element): number {
  return Math.max(1, Math.min(6, level + document.options.headerOffset))
}

const containerNames: Record<string, string> = {
  blockquote: 'blockquote',
  dl: 'dl',
  dd: 'dd',
  li: 'list_item',
  ul: 'bullet_list',
  ol: 'ordered_list',
}

function emitContainer(emitter: Emitter, element: Element): void {
  const name = containerNames[element.type] ?? element.type
  push(emitter, `${name}_open`, element.type, 1, element)
  emitAll(emitter, element.children)
  push(emitter, `${name}_close`, element.type, -1)
}

function emitBlock(emitter: Emitter, element: Element): void {
  push(emitter, 'block_open', 'div', 1, element).meta = { opening: element.opening, isClosed: element.isClosed }
  const [title, ...inside] = element.children
  if (title !== undefined) emitLine(emitter, 'block_title', 'p', title)
  emitAll(emitter, inside)
  push(emitter, 'block_close', 'div', -1)
}

function emitLine(emitter: Emitter, name: string, tag: string, element: Element): void {
  const isHidden = element.transparent === true
  push(emitter, `${name}_open`, tag, 1, element).hidden = isHidden
  const inline = push(emitter, 'inline', '', 0)
  inline.map = [element.line, element.line + 1]
  inline.children = spans(emitter, element.children)
  push(emitter, `${name}_close`, tag, -1).hidden = isHidden
}

function emitCode(emitter: Emitter, element: Element): void {
  const classes = (element.attributes.get('class') ?? '').split(/\s+/)
  const language = classes.find(name => name.startsWith('language-'))
  const { defaultLanguage, isColoured, rouge: usual } = emitter.document.options
  const rouge = { ...usual, isOff: usual.isOff || !isColoured }
  const others = classes.filter(name => name !== language && name !== '')
  const token = push(emitter, 'fence', 'code', 0, element)
  token.info = element.info ?? language?.slice('language-'.length) ?? (rouge.isOff ? '' : defaultLanguage)
  token.content = element.value
  token.meta = { rouge, isClosed: element.isClosed !== false }
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'class')
  if (others.length > 0) token.attrSet('class', others.join(' '))
}

function emitList(emitter: Emitter, element: Element): void {
  if (emitter.hasContents || element.list?.references.includes('toc') !== true) {
    emitContainer(emitter, element)
    return
  }
  emitter.hasContents = true
  emitContents(emitter, element)
}

function emitTable(emitter: Emitter, element: Element): void {
  push(emitter, 'table_open', 'table', 1, element)
  for (const part of element.children) {
    push(emitter, `${part.type}_open`, part.type, 1, part)
    for (const row of part.children) {
      push(emitter, 'tr_open', 'tr', 1, row)
      for (const [index, cell] of row.children.entries())
        emitCell(emitter, cell, part.type === 'thead' ? 'th' : 'td', element.columns?.[index])
      push(emitter, 'tr_close', 'tr', -1)
    }
    push(emitter, `${part.type}_close`, part.type, -1)
  }
  push(emitter, 'table_close', 'table', -1)
}

function emitCell(emitter: Emitter, cell: Element, tag: 'th' | 'td', align: string | undefined): void {
  const open = push(emitter, `${tag}_open`, tag, 1, cell)
  if (align !== undefined) open.attrSet('style', `text-align:${align}`)
  const inline = push(emitter, 'inline', '', 0, cell)
  inline.attrs = null
  inline.children = cell.children.length > 0 ? spans(emitter, cell.children) : [textToken(emitter, '\u00a0')]
  push(emitter, `${tag}_close`, tag, -1)
}

// As in the browser's MathJax, formulas count in the text of HTML, except where it is meant to the letter.
const literalElements = new Set(['pre', 'code', 'kbd', 'samp', 'script', 'style', 'textarea', 'annotation'])

function emitText(emitter: Emitter, element: Element): void {
  const token = push(emitter, 'html_block', '', 0, element)
  token.content = escapeText(element.value)
  token.meta = { mayHoldMath: !emitter.inLiteral }
}

function emitHtml(emitter: Emitter, element: Element): void {
  const [open, close] = tagsOf(emitter, element)
  const { inRaw: isInRaw, inLiteral: isInLiteral } = emitter
  // Among blocks an element stands on lines of its own; in HTML that is left alone nothing is added.
  const lineEnd = isInRaw ? '' : '\n'
  const opening = push(emitter, 'html_block', '', 0, element)
  opening.content = open + (element.content === 'block' && element.children.length > 0 ? '\n' : '')
  if (close === '') opening.meta = { isVoid: true }
  emitter.inRaw = element.content === 'raw'
  emitter.inLiteral ||= literalElements.has(element.value)
  if (element.content === 'span') {
    const inline = push(emitter, 'inline', '', 0)
    inline.map = [element.line, element.line + 1]
    inline.children = spans(emitter, element.children)
  } else emitAll(emitter, element.children)
  emitter.inRaw = isInRaw
  emitter.inLiteral = isInLiteral
  const closing = push(emitter, 'html_block', '', 0)
  closing.content = close + lineEnd
  if (element.content !== 'block') return
  markTag(opening, 1)
  markTag(closing, -1)
}

// A note may hold marks of others, which then follow it; so the list grows while it is written.
function emitFootnotes(emitter: Emitter): void {
  if (emitter.marks.size === 0) return
  const { footnoteStart, footnotePrefix } = emitter.document.options
  const list = push(emitter, 'footnote_list_open', '', 1)
  if (footnoteStart !== 1) list.attrSet('start', String(footnoteStart))
  const written: { readonly label: string; readonly place: Token }[] = []
  for (const [label] of emitter.marks) {
    push(emitter, 'footnote_open', 'li', 1).meta = { label: footnotePrefix + label }
    emitAll(emitter, emitter.document.footnotes.get(label)?.children ?? [])
    written.push({ label, place: placeForArrows(emitter) })
    push(emitter, 'footnote_close', 'li', -1)
  }
  push(emitter, 'footnote_list_close', '', -1)
  // The arrows come last, since only now it is known how often each note was marked.
  for (const { label, place } of written) addArrows(emitter, label, place)
}

// In the note's last paragraph, if it ends in one, or in one of their own.
function placeForArrows(emitter: Emitter): Token {
  const { tokens } = emitter
  const isInline = emitter.document.options.footnoteBackLinkInline
  const last = isInline ? tokens.findLastIndex(({ type }) => !/_close$/.test(type)) : tokens.length - 2
  const inline = isInline || tokens.at(-1)?.type === 'paragraph_close' ? tokens[last] : undefined
  return inline?.children ? inline : push(emitter, 'html_block', '', 0)
}

function addArrows(emitter: Emitter, label: string, place: Token): void {
  const { footnotePrefix, footnoteBackLink } = emitter.document.options
  const arrows = footnoteBackLink === '' ? '' : backLinks(footnotePrefix + label, emitter.marks.get(label)?.uses ?? 1, footnoteBackLink)
  if (place.children) place.children.push(markup(emitter, arrows === '' ? '' : `\u00a0${arrows}`))
  else place.content = `<p>${arrows}</p>\n`
}
