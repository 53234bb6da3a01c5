// `$$ … $$` as a block of its own. A backslash in front makes it text.

import { check, lineOf, sticky } from '../cursor.ts'
import { addBlock, type BlockRule, isAfterBoundary } from '../parser.ts'
import { boundaryExpression, space, upToThree } from '../patterns.ts'

const start = sticky(`${upToThree}(\\\\)?\\$\\$([^]*?)\\$\\$(${space}*?\\n)?`)

export const blockMath: BlockRule = parser => {
  const { cursor } = parser
  const match = check(cursor, start)
  if (!match || !isAfterBoundary(parser)) return false
  if (match[1] !== undefined) {
    if (match[3] !== undefined) cursor.at += match[0].indexOf('\\') + 1
    return false
  }
  const before = cursor.at
  const line = lineOf(cursor)
  cursor.at += match[0].length
  if (!check(cursor, boundaryExpression)) {
    cursor.at = before
    return false
  }
  addBlock(parser, 'math-block', (match[2] ?? '').trim(), line)
  return true
}
