// `$$ … $$` within a line.

import { sticky } from '../cursor.ts'
import { makeElement } from '../element.ts'
import { ahead } from '../memory.ts'
import type { SpanRule } from '../parser.ts'

const end = /\$\$/g

export const inlineMath: SpanRule = {
  name: 'math',
  start: sticky('\\$\\$'),
  read(parser, [delimiter]) {
    const { cursor } = parser
    const from = cursor.at + delimiter.length
    const close = ahead(cursor, end, from)
    if (close === null) return false
    cursor.at = close.index + delimiter.length
    parser.tree.children.push(makeElement('math', cursor.text.slice(from, close.index).trim(), 0))
    return true
  },
}
