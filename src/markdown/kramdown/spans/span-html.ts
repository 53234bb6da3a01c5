// HTML within a line. An element's text is read like any other, unless it is one of code or says otherwise.

import { isAtEnd, scan, sticky } from '../cursor.ts'
import { type Element, makeElement } from '../element.ts'
import {
  blockElements,
  closingPattern,
  commentExpression,
  contentOf,
  isKnown,
  readHtmlAttributes,
  tagPattern,
  voidElements,
} from '../html.ts'
import { addText, type Parser, type SpanRule, takeCharacter } from '../parser.ts'
import { htmlName, space } from '../patterns.ts'

const tag = sticky(tagPattern, 'u')
const closing = sticky(closingPattern, 'u')

export const spanHtml: SpanRule = {
  name: 'span HTML',
  start: sticky(`<(?:${htmlName}|!--|\\/)`),
  read(parser) {
    const { cursor, tree } = parser
    const comment = scan(cursor, commentExpression)
    if (comment) {
      tree.children.push(Object.assign(makeElement('comment', comment[0], 0), { isSpan: true }))
      return
    }
    const close = scan(cursor, closing)
    if (close) {
      addText(tree, close[0])
      return
    }
    const open = scan(cursor, tag)
    if (open) readElement(parser, open)
    else takeCharacter(parser)
  },
}

function readElement(parser: Parser, [whole, written = '', attributes = '', , slash]: RegExpExecArray): void {
  const lower = written.toLowerCase()
  const known = isKnown(lower)
  const name = known ? lower : written
  if (blockElements.has(name)) {
    addText(parser.tree, whole)
    return
  }
  const element = makeElement('html', name, 0)
  element.isSpan = true
  readHtmlAttributes(attributes, known, element.attributes)
  for (const [key, value] of element.attributes) element.attributes.set(key, value.replace(/\n+/g, ' '))
  const isRead = readsMarkdown(parser, element)
  element.content = isRead ? 'span' : 'raw'
  element.isClosed = slash !== undefined
  parser.tree.children.push(element)
  if (slash === undefined && !voidElements.has(name)) readBody(parser, element, known, isRead)
}

function readsMarkdown({ tree, options }: Parser, element: Element): boolean {
  const asked = element.attributes.get('markdown')
  element.attributes.delete('markdown')
  if (asked === 'span') return true
  if (asked === '1') return contentOf(element.value) !== 'raw'
  if (asked === '0') return false
  return options.parseSpanHtml && contentOf(element.value) !== 'raw' && tree.content !== 'raw'
}

function readBody(parser: Parser, element: Element, known: boolean, isRead: boolean): void {
  const { cursor } = parser
  const stop = stopOf(element.value, known)
  if (parser.readSpans(element, stop, undefined, isRead ? undefined : [spanHtml])) {
    scan(cursor, stop)
    return
  }
  if (isAtEnd(cursor)) return
  addText(element, cursor.text.slice(cursor.at))
  cursor.at = cursor.text.length
}

const stops = new Map<string, RegExp>()

function stopOf(name: string, known: boolean): RegExp {
  const stop = stops.get(name) ?? sticky(`<\\/${name.replace(/[.]/g, '\\.')}${space}*>`, known ? 'i' : '')
  stops.set(name, stop)
  return stop
}
