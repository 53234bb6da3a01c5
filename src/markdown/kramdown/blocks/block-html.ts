// HTML that begins a line: a comment, an element that is no part of a line, or the end of the element being read.

import { check, lineOf, scan, sticky } from '../cursor.ts'
import { makeElement } from '../element.ts'
import { closingPattern, readHtmlElement, scanComment } from '../html.ts'
import { tagAt } from '../html-tag.ts'
import type { BlockRule } from '../parser.ts'
import { spanElements, upToThree } from '../patterns.ts'

const start = sticky(`${upToThree}<`)
const closing = sticky(`${upToThree}${closingPattern}`, 'u')
const trailing = sticky('[ \\t]*\\n')

export const blockHtml: BlockRule = parser => {
  const { cursor, tree } = parser
  const opening = check(cursor, start)
  if (opening === null) return false
  const line = lineOf(cursor)
  const comment = scanComment(cursor)
  if (comment !== undefined) {
    tree.children.push(makeElement('comment', comment, line))
    scan(cursor, trailing)
    return true
  }
  const open = tagAt(cursor, cursor.at + opening[0].length - 1)
  if (open !== undefined && !spanElements.has(open.name.toLowerCase())) {
    readHtmlElement(parser, open, line)
    return true
  }
  const close = check(cursor, closing)
  const name = (close?.[1] ?? '').toLowerCase()
  if (!close || spanElements.has(name) || tree.type !== 'html' || tree.value !== name) return false
  cursor.at += close[0].length
  return 'closed'
}
