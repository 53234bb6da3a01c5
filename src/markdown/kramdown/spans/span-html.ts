// HTML within a line. An element's text is read like any other, unless it is one of code or says otherwise.

import { lastPlaces } from '../../../text/ahead.ts'
import { type Cursor, scan, sticky } from '../cursor.ts'
import { type Element, makeElement } from '../element.ts'
import { blockElements, closingPattern, contentOf, isKnown, readHtmlAttributes, scanComment, voidElements } from '../html.ts'
import { type Tag, tagAt } from '../html-tag.ts'
import { memoryOf } from '../memory.ts'
import { addText, type Parser, type SpanRule } from '../parser.ts'
import { htmlName, space } from '../patterns.ts'
import { isTentative } from '../surroundings.ts'

const closing = sticky(closingPattern, 'u')

export const spanHtml: SpanRule = {
  name: 'span HTML',
  start: sticky(`<(?:${htmlName}|!--|\\/)`),
  read(parser) {
    const { cursor, tree } = parser
    const comment = scanComment(cursor)
    if (comment !== undefined) {
      tree.children.push(Object.assign(makeElement('comment', comment, 0), { isSpan: true }))
      return true
    }
    const close = scan(cursor, closing)
    if (close) {
      addText(tree, close[0])
      return true
    }
    const tag = tagAt(cursor, cursor.at)
    if (tag === undefined) return false
    readElement(parser, tag)
    return true
  },
}

const onlyHtml = [spanHtml]

function readElement(parser: Parser, tag: Tag): void {
  const { cursor } = parser
  const whole = cursor.text.slice(cursor.at, tag.end)
  cursor.at = tag.end
  const lower = tag.name.toLowerCase()
  const known = isKnown(lower)
  const name = known ? lower : tag.name
  if (blockElements.has(name)) {
    addText(parser.tree, whole)
    return
  }
  const element = makeElement('html', name, 0)
  element.isSpan = true
  readHtmlAttributes(tag.attributes, known, element.attributes)
  for (const [key, value] of element.attributes) element.attributes.set(key, value.replace(/\n+/g, ' '))
  const isRead = readsMarkdown(parser, element)
  element.content = isRead ? 'span' : 'raw'
  element.isClosed = tag.isClosed
  parser.tree.children.push(element)
  if (!tag.isClosed && !voidElements.has(name)) readBody(parser, element, known, isRead)
}

function readsMarkdown({ tree, options, added }: Parser, element: Element): boolean {
  const asked = element.attributes.get('markdown')
  element.attributes.delete('markdown')
  if (asked === 'span') return true
  if (asked === '1') return contentOf(element.value) !== 'raw'
  if (asked === '0') return false
  if (added.elements.has(element.value)) return true
  return options.parseSpanHtml && contentOf(element.value) !== 'raw' && tree.content !== 'raw'
}

function readBody(parser: Parser, element: Element, known: boolean, isRead: boolean): void {
  const { cursor } = parser
  const expression = stopOf(element.value, known)
  const isHopeless = !isClosedLater(cursor, element.value) && isTentative(parser.around)
  if (!isHopeless && parser.readSpans(element, { expression, isLocal: true }, isRead ? undefined : onlyHtml)) {
    scan(cursor, expression)
    return
  }
  // Without its end it reaches to that of the text. An element around it that needs an end of its own is none then, and is read anew.
  addText(element, cursor.text.slice(cursor.at))
  cursor.at = cursor.text.length
}

const stops = new Map<string, RegExp>()

function stopOf(name: string, known: boolean): RegExp {
  const stop = stops.get(name) ?? sticky(`<\\/${name.replace(/[.]/g, '\\.')}${space}*>`, known ? 'i' : '')
  stops.set(name, stop)
  return stop
}

const anyClosing = new RegExp(`<\\/(${htmlName})`, 'gu')

function isClosedLater(cursor: Cursor, name: string): boolean {
  const memory = memoryOf(cursor)
  memory.closingTags ??= lastPlaces(cursor.text.toLowerCase(), anyClosing)
  return (memory.closingTags.get(name.toLowerCase()) ?? -1) >= cursor.at
}
