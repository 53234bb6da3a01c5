// A quotation: lines after `>`, and the lines below them that go on without it.

import { check, isAtEnd, lineOf, scan, sticky } from '../cursor.ts'
import { addBlock, type BlockRule } from '../parser.ts'
import { lazyEndExpression, lineExpression, quoteStart } from '../patterns.ts'

const start = sticky(`${quoteStart} ?`)

export const blockquote: BlockRule = parser => {
  const { cursor } = parser
  if (!check(cursor, start)) return false
  const line = lineOf(cursor)
  const from = cursor.at
  scan(cursor, lineExpression)
  while (!isAtEnd(cursor) && !check(cursor, lazyEndExpression)) if (!scan(cursor, lineExpression)) break
  const text = cursor.text.slice(from, cursor.at).replace(/^ {0,3}> ?/gm, '')
  parser.readBlocks(addBlock(parser, 'blockquote', '', line), { text, line })
  return true
}
