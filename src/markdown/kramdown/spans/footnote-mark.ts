// `[^note]`: a mark, where there is such a note.

import { sticky } from '../cursor.ts'
import { makeElement } from '../element.ts'
import { addText, type SpanRule } from '../parser.ts'
import { idName } from '../patterns.ts'

export const footnoteMark: SpanRule = {
  name: 'footnote mark',
  start: sticky(`\\[\\^(${idName})\\]`),
  read(parser, [whole, label = '']) {
    parser.cursor.at += whole.length
    if (parser.footnotes.has(label)) parser.tree.children.push(makeElement('footnote', label, 0))
    else addText(parser.tree, whole)
    return true
  },
}
