// What can only be done once the whole text is read: spans of all blocks, attribute lists by their names, abbreviations,
// ids of headings.

import { replaceAbbreviations } from './abbreviations.ts'
import { applyAttributes } from './attributes.ts'
import { makeCursor } from './cursor.ts'
import { type Element, type ElementType, makeElement } from './element.ts'
import type { KramdownOptions, Parser } from './parser.ts'
import { nowhere } from './surroundings.ts'

export interface Document {
  readonly root: Element
  readonly footnotes: ReadonlyMap<string, Element>
  /** The headings that a table of contents would list. */
  readonly headings: readonly Element[]
  readonly options: KramdownOptions
}

/** Reads a whole text; `written` tells what an author wrote where the text holds something in its place. */
export function readDocument(parser: Parser, text: string, written: (text: string) => string): Document {
  const root = makeElement('root', '', 0)
  parser.readBlocks(root, { text: `${text.replace(/\n$/, '')}\n`, line: 0 })
  const roots = [root, ...[...parser.footnotes.values()].map(({ content }) => content)]
  for (const each of roots) readAllSpans(parser, each)
  for (const each of roots) replaceAbbreviations(parser, each)
  const { isGfm, hardWrap, joinsCjkLines } = parser.options
  const lineBreak = hardWrap ? '\n' : '\\\n'
  if (isGfm && text.includes(lineBreak)) for (const each of roots) breakLines(each, lineBreak)
  if (joinsCjkLines) for (const each of roots) joinCjkLines(each)
  const headings = roots.slice(0, 1).flatMap(each => headingsIn(each))
  if (parser.options.autoIds) setIds(parser, root, headings, written)
  const footnotes = new Map([...parser.footnotes].map(([label, { content }]) => [label, content]))
  return { root, footnotes, headings: headings.filter(heading => isInContents(heading, parser)), options: parser.options }
}

function readAllSpans(parser: Parser, element: Element): void {
  if (element.children.length === 0) return
  const children: Element[] = []
  for (const child of element.children) {
    if (child.list && child.type !== 'raw') applyAttributes(child.attributes, child.list, parser.namedLists)
    if (child.type === 'raw') {
      parser.cursor = makeCursor(child.value, child.line)
      parser.around = nowhere
      parser.readSpans(child)
      for (const span of child.children) children.push(span)
    } else if (child.type !== 'end') {
      readAllSpans(parser, child)
      children.push(child)
    }
  }
  element.children = children
}

// GFM: a backslash at the end of a line breaks it; with `hard_wrap` every line end does.
function breakLines(element: Element, sign: string): void {
  if (element.type === 'html') return
  element.children = element.children.flatMap(child => {
    if (child.type !== 'text' || !child.value.includes(sign)) {
      breakLines(child, sign)
      return [child]
    }
    const lines = child.value.split(sign)
    const endsBlock = lines.at(-1) === '' && child === element.children.at(-1) && /^(?:paragraph|heading|td|dt|dd|li)$/.test(element.type)
    return lines.flatMap((line, index) => {
      const text = makeElement('text', index > 0 ? `\n${line}` : line, child.line)
      const isBroken = index < lines.length - 2 || (index === lines.length - 2 && !endsBlock)
      return isBroken ? [text, makeElement('br', '', child.line)] : [text]
    })
  })
}

const betweenCjk =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\n(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu

function joinCjkLines(element: Element): void {
  if (element.type === 'text') element.value = element.value.replace(betweenCjk, '')
  for (const child of element.children) joinCjkLines(child)
}

// Below these stand spans only.
const lines: ReadonlySet<ElementType> = new Set(['paragraph', 'heading', 'dt', 'block-title', 'table', 'code', 'text', 'blank'])

// What the list that becomes the contents holds is replaced by them.
function headingsIn(element: Element, found: Element[] = []): Element[] {
  if (element.list?.references.includes('toc')) return found
  for (const child of element.children) {
    if (child.type === 'heading') found.push(child)
    else if (!lines.has(child.type)) headingsIn(child, found)
  }
  return found
}

function isInContents(heading: Element, { options }: Parser): boolean {
  const isLevel = options.tocLevels.includes(heading.level ?? 0)
  return isLevel && heading.attributes.has('id') && !/\bno_toc\b/.test(heading.attributes.get('class') ?? '')
}

// GFM's rule for headings among blocks, kramdown's own for those within HTML, where the GFM parser does not look.
function setIds({ options }: Parser, root: Element, headings: readonly Element[], written: (text: string) => string): void {
  const counts = new Map<string, number>()
  const inHtml = new Set(htmlIn(root).flatMap(element => headingsIn(element)))
  for (const heading of headings) {
    if (heading.attributes.has('id')) continue
    const text = written(options.isGfm || options.autoIdStripping ? textOf(heading) : heading.value)
    const id = inHtml.has(heading) || !options.isGfm ? plainId(text) : gfmId(text)
    const count = counts.get(id) ?? 0
    counts.set(id, count + 1)
    heading.attributes.set('id', options.autoIdPrefix + (count === 0 ? id : `${id}-${count}`))
  }
}

function htmlIn(element: Element, found: Element[] = []): Element[] {
  for (const child of element.children) {
    if (child.type === 'html') found.push(child)
    else if (!lines.has(child.type)) htmlIn(child, found)
  }
  return found
}

/** The text of an element as ids are made of: code and math count, markup does not. */
function textOf(element: Element): string {
  return element.children.map(child => (/^(?:text|code-span|math)$/.test(child.type) ? child.value : textOf(child))).join('')
}

function gfmId(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- \t]/gu, '')
    .replace(/[ \t]/g, '-')
}

function plainId(text: string): string {
  const id = text
    .replace(/^[^a-zA-Z]+/gm, '')
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .replaceAll(' ', '-')
    .toLowerCase()
  return id === '' ? 'section' : id
}
