// HTML in a text, as kramdown reads it: which elements hold blocks, which hold a line, and which are left alone.

import { type Cursor, check, isAtEnd, lineOf, scan, search, sticky } from './cursor.ts'
import { type Element, makeElement } from './element.ts'
import { type Tag, tagAt } from './html-tag.ts'
import { ahead } from './memory.ts'
import { addText, isTooDeep, type Parser } from './parser.ts'
import { htmlName, space } from './patterns.ts'

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const blockContent = names(
  'address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header hgroup iframe li main map menu nav noscript object section summary td',
)
const spanContent = names(
  'a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup th tt',
)
const rawContent = names('script style math option textarea pre code kbd samp var')
export const blockElements = names(
  'address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary table tbody td th thead tfoot tr ul',
)
export const voidElements = names('area base br col command embed hr img input keygen link meta param source track wbr')
const spanOnly = names('br code del img input kbd mark samp u var')

const word = '[\\p{L}\\p{M}\\p{N}\\p{Pc}]'
export const closingPattern = `<\\/(${htmlName})${space}*>`
const instruction = sticky('<\\?')
const instructionEnd = /\?>/g
const comment = sticky('<!--')
const commentEnd = /-->/g
const closing = sticky(closingPattern, 'u')
const attributeParts = new RegExp(`${space}*(${htmlName})(?:${space}*=${space}*(?:(${word}+)|("|')([^]*?)\\3))?`, 'gu')
const anyMarkup = new RegExp(`<(?:${htmlName}|\\/|!--|\\?)`, 'g')

export type Content = 'raw' | 'block' | 'span'

/** How the inside of an element is read unless it says otherwise. */
export function contentOf(name: string): Content {
  return blockContent.has(name) ? 'block' : spanContent.has(name) ? 'span' : 'raw'
}

export function isKnown(name: string): boolean {
  return (
    blockContent.has(name) ||
    spanContent.has(name) ||
    rawContent.has(name) ||
    blockElements.has(name) ||
    voidElements.has(name) ||
    spanOnly.has(name)
  )
}

export function readHtmlAttributes(text: string, isKnownElement: boolean, into: Map<string, string>): void {
  for (const [, name = '', bare, , quoted] of text.matchAll(attributeParts))
    into.set(isKnownElement ? name.toLowerCase() : name, bare ?? quoted ?? '')
}

/** What `markdown="…"` asks for, which is taken off; undefined where it says nothing. */
export function takeMarkdownAttribute(element: Element): Content | undefined {
  const asked = element.attributes.get('markdown')
  element.attributes.delete('markdown')
  if (asked === '1') return contentOf(element.value)
  return asked === '0' ? 'raw' : asked === 'span' || asked === 'block' ? asked : undefined
}

/** The comment where the cursor stands, which is then behind it. */
export function scanComment(cursor: Cursor): string | undefined {
  return scanBetween(cursor, comment, commentEnd)
}

function scanBetween(cursor: Cursor, opening: RegExp, closing: RegExp): string | undefined {
  const from = cursor.at
  const open = check(cursor, opening)
  const close = open && ahead(cursor, closing, from + open[0].length)
  if (!close) return undefined
  cursor.at = close.index + close[0].length
  return cursor.text.slice(from, cursor.at)
}

const trailing = sticky('[ \\t]*\\n')

/** Reads the element that `tag` opens, up to its end, and adds it to the tree. */
export function readHtmlElement(parser: Parser, tag: Tag, line: number): void {
  parser.cursor.at = tag.end
  const lower = tag.name.toLowerCase()
  const known = isKnown(lower)
  const element = makeElement('html', known ? lower : tag.name, line)
  readHtmlAttributes(tag.attributes, known, element.attributes)
  parser.tree.children.push(element)
  const isRawText = element.value === 'script' || element.value === 'style'
  if (isRawText) takeRawText(parser.cursor, element)
  readContent(parser, element, tag.isClosed || voidElements.has(element.value), !isRawText)
}

function takeRawText(cursor: Cursor, element: Element): void {
  const end = search(cursor, new RegExp(`<\\/${element.value}${space}*>`, 'gi'))
  const text = cursor.text.slice(cursor.at, end?.index)
  element.children.push(makeElement('markup', text, element.line))
  cursor.at += text.length + (end?.[0].length ?? 0)
}

function readContent(parser: Parser, element: Element, isClosed: boolean, hasBody: boolean): void {
  const { tree, cursor } = parser
  if (parser.pending) element.list = parser.pending
  parser.pending = undefined
  const isInRaw = tree.type === 'html' && tree.content === 'raw'
  const content = takeMarkdownAttribute(element) ?? (parser.options.parseBlockHtml && !isInRaw ? contentOf(element.value) : 'raw')
  element.content = content
  element.isClosed = isClosed
  if (content === 'block') scan(cursor, trailing)
  if (isClosed || !hasBody) return
  if (content === 'block') parser.readBlocks(element)
  else if (content === 'span') readLine(cursor, element)
  else readRaw(parser, element)
  if (!isInRaw) scan(cursor, trailing)
}

function readLine(cursor: Cursor, element: Element): void {
  const end = search(cursor, new RegExp(`<\\/${element.value}${space}*>`, 'gi'))
  const text = cursor.text.slice(cursor.at, end?.index)
  addText(element, text, 'raw')
  cursor.at += text.length + (end?.[0].length ?? 0)
}

// Text that is left alone, and the elements in it, of which each may ask to be read after all.
function readRaw(parser: Parser, element: Element): void {
  const { tree, cursor } = parser
  if (isTooDeep(parser, element)) return
  parser.tree = element
  parser.depth++
  while (!isAtEnd(cursor)) {
    const next = search(cursor, anyMarkup)
    addText(element, cursor.text.slice(cursor.at, next?.index))
    cursor.at = next?.index ?? cursor.text.length
    if (!next || readMarkup(parser, element)) break
  }
  parser.depth--
  parser.tree = tree
}

// True at the element's own closing tag.
function readMarkup(parser: Parser, element: Element): boolean {
  const { cursor } = parser
  const line = lineOf(cursor)
  const aside = scanComment(cursor) ?? scanBetween(cursor, instruction, instructionEnd)
  if (aside !== undefined) {
    element.children.push(makeElement('markup', aside, line))
    return false
  }
  const open = tagAt(cursor, cursor.at)
  if (open !== undefined) {
    readHtmlElement(parser, open, line)
    return false
  }
  const close = check(cursor, closing)
  if (close) {
    cursor.at += close[0].length
    const name = close[1] ?? ''
    if ((isKnown(element.value) ? name.toLowerCase() : name) === element.value) return true
    addText(element, close[0])
    return false
  }
  addText(element, cursor.text[cursor.at] ?? '')
  cursor.at++
  return false
}
