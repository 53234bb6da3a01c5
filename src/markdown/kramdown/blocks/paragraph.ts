// A paragraph: lines up to a blank one, or to a block that needs none above it.

import { check, isAtEnd, lineOf, scan, sticky } from '../cursor.ts'
import { addBlock, addText, type BlockRule, type Parser } from '../parser.ts'
import {
  atxStart,
  bulletStart,
  definitionStart,
  fenceStart,
  lazyEnd,
  lineExpression,
  numberStart,
  quoteStart,
  upToThree,
} from '../patterns.ts'

const end = sticky(`${lazyEnd}|${definitionStart}`)
const endOfGfm = sticky(`${lazyEnd}|${bulletStart}|${numberStart}|${atxStart}|${definitionStart}|${quoteStart}|${fenceStart}`)
const start = sticky(`${upToThree}[^ \\t][^\\n]*?\\n`)
const leading = /^[ \t\r\n\f\v\0]+/

export const paragraph: BlockRule = parser => {
  const { cursor, tree } = parser
  if (!check(cursor, start)) return false
  const from = cursor.at
  const line = lineOf(cursor)
  const stop = parser.options.isGfm && parser.options.gfmParagraphEnd ? endOfGfm : end
  if (!scan(cursor, lineExpression)) return false
  while (!isAtEnd(cursor) && !check(cursor, stop)) if (!scan(cursor, lineExpression)) break
  const text = cursor.text.slice(from, endOfText(cursor.text, from, cursor.at))
  const last = tree.children.at(-1)
  if (last?.type === 'paragraph') goOn(parser, last.children.at(-1)?.value !== undefined, text, from)
  else addText(addBlock(parser, 'paragraph', '', line), text.replace(leading, ''), 'raw')
  return true
}

// Before the white space at the end. An expression for that would be tried at each space of the text.
function endOfText(text: string, from: number, to: number): number {
  let end = to
  while (end > from && isWhite(text.charCodeAt(end - 1))) end--
  return end
}

function isWhite(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0
}

// A block that looked like another and was none goes on as the paragraph above it; two spaces there still break the line.
function goOn(parser: Parser, hasText: boolean, text: string, start: number): void {
  const paragraphAbove = parser.tree.children.at(-1)
  if (!paragraphAbove) return
  const joiner = parser.cursor.text.slice(start - 3, start) === '  \n' ? '  \n' : '\n'
  addText(paragraphAbove, hasText ? joiner + text : text, 'raw')
}
