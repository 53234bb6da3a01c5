// `~~struck out~~`, from GFM.

import { makeCursor, sticky } from '../cursor.ts'
import { makeElement } from '../element.ts'
import { ahead } from '../memory.ts'
import type { SpanRule } from '../parser.ts'
import { nowhere, within } from '../surroundings.ts'

const end = /[^ \t\r\n\f\v~]~~/g

export const strikethrough: SpanRule = {
  name: 'strikethrough',
  start: sticky('~~(?![ \\t\\r\\n\\f\\v~])'),
  read(parser, [delimiter]) {
    const { cursor, around, tree, options } = parser
    if (!options.isGfm) return false
    const from = cursor.at + delimiter.length
    const close = ahead(cursor, end, from)
    if (close === null) return false
    cursor.at = close.index + close[0].length
    const element = makeElement('strike', '', 0)
    tree.children.push(element)
    parser.cursor = makeCursor(cursor.text.slice(from, close.index + 1), cursor.line)
    // What stands around the element that it is in does not matter.
    parser.around = within(nowhere, tree.type)
    parser.readSpans(element)
    parser.cursor = cursor
    parser.around = around
    return true
  },
}
