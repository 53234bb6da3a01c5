// Blank lines, which are no text but say what stands apart.

import { scan } from '../cursor.ts'
import { makeElement } from '../element.ts'
import type { BlockRule } from '../parser.ts'
import { blankExpression } from '../patterns.ts'

export const blankLines: BlockRule = parser => {
  const match = scan(parser.cursor, blankExpression)
  if (!match) return false
  const last = parser.tree.children.at(-1)
  if (last?.type === 'blank') last.value += match[0]
  // An attribute list above a blank line belongs to nothing.
  else parser.tree.children.push(makeElement('blank', match[0], 0))
  if (last?.type !== 'blank') parser.pending = undefined
  return true
}
