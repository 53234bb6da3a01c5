// `~~struck out~~`, from GFM.

import { makeCursor, sticky } from '../cursor.ts'
import { makeElement } from '../element.ts'
import type { SpanRule } from '../parser.ts'

export const strikethrough: SpanRule = {
  name: 'strikethrough',
  start: sticky('~~(?![ \\t\\r\\n\\f\\v~])[^]*?[^ \\t\\r\\n\\f\\v~]~~'),
  read(parser, [whole]) {
    const { cursor, stack, tree } = parser
    cursor.at += whole.length
    const element = makeElement('strike', '', 0)
    tree.children.push(element)
    parser.cursor = makeCursor(whole.slice(2, -2), 0)
    parser.stack = []
    parser.readSpans(element)
    parser.cursor = cursor
    parser.stack = stack
  },
}
