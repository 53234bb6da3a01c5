// `$$ … $$` within a line.

import { sticky } from '../cursor.ts'
import { makeElement } from '../element.ts'
import type { SpanRule } from '../parser.ts'

export const inlineMath: SpanRule = {
  name: 'math',
  start: sticky('\\$\\$([^]*?)\\$\\$'),
  read(parser, [whole, tex = '']) {
    parser.cursor.at += whole.length
    parser.tree.children.push(makeElement('math', tex.trim(), 0))
  },
}
