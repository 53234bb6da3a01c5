// HTML that begins a line: a comment, an element that is no part of a line, or the end of the element being read.

import { check, lineOf, scan, sticky } from '../cursor.ts'
import { makeElement } from '../element.ts'
import { closingPattern, commentExpression, readHtmlElement, tagPattern } from '../html.ts'
import type { BlockRule } from '../parser.ts'
import { spanElements, upToThree } from '../patterns.ts'

const start = sticky(`${upToThree}<`)
const tag = sticky(`${upToThree}${tagPattern}`, 'u')
const closing = sticky(`${upToThree}${closingPattern}`, 'u')
const trailing = sticky('[ \\t]*\\n')

export const blockHtml: BlockRule = parser => {
  const { cursor, tree } = parser
  if (!check(cursor, start)) return false
  const line = lineOf(cursor)
  const comment = scan(cursor, commentExpression)
  if (comment) {
    tree.children.push(makeElement('comment', comment[0], line))
    scan(cursor, trailing)
    return true
  }
  const open = check(cursor, tag)
  if (open && !spanElements.has((open[1] ?? '').toLowerCase())) {
    cursor.at += open[0].length
    readHtmlElement(parser, open, line)
    return true
  }
  const close = check(cursor, closing)
  const name = (close?.[1] ?? '').toLowerCase()
  if (!close || spanElements.has(name) || tree.type !== 'html' || tree.value !== name) return false
  cursor.at += close[0].length
  return 'closed'
}
