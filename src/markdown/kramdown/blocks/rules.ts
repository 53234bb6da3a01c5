// A rule across the page, and `^`, which ends whatever block stands above it.

import { lineOf, scan, sticky } from '../cursor.ts'
import { addBlock, type BlockRule } from '../parser.ts'
import { endMarkerExpression, upToThree } from '../patterns.ts'

export const ruleExpression = sticky(`${upToThree}(\\*|-|_)[ \\t]*\\1[ \\t]*\\1(?:\\1|[ \\t])*\\n`)

export const horizontalRule: BlockRule = parser => {
  const line = lineOf(parser.cursor)
  if (!scan(parser.cursor, ruleExpression)) return false
  addBlock(parser, 'rule', '', line)
  return true
}

export const endMarkerRule: BlockRule = parser => {
  if (!scan(parser.cursor, endMarkerExpression)) return false
  addBlock(parser, 'end', '', 0)
  return true
}
