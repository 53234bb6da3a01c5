// Single characters written otherwise: entities, backslash escapes, and a line end that breaks the line.

import { sticky } from '../cursor.ts'
import { makeElement } from '../element.ts'
import { decodeEntities } from '../entities.ts'
import { addText, type SpanRule } from '../parser.ts'

export const entity: SpanRule = {
  name: 'entity',
  start: sticky('&[\\w:][-\\w.:]*;|&#\\d+;|&#x[0-9a-fA-F]+;'),
  read(parser, [whole]) {
    parser.cursor.at += whole.length
    addText(parser.tree, decodeEntities(whole, parser))
    return true
  },
}

export const escaped: SpanRule = {
  name: 'escaped character',
  start: sticky('\\\\([\\\\.*_+`<>()\\[\\]{}#!:|"\'$=\\-~])'),
  read(parser, [whole, character = '']) {
    if (character === '~' && !parser.options.isGfm) return false
    parser.cursor.at += whole.length
    addText(parser.tree, character)
    return true
  },
}

export const lineBreak: SpanRule = {
  name: 'line break',
  start: sticky(' {2}(?=\\n)|\\\\\\\\(?=\\n)'),
  read(parser, [whole]) {
    // Every line end breaks the line then, and needs no sign.
    if (parser.options.hardWrap) return false
    parser.cursor.at += whole.length
    parser.tree.children.push(makeElement('br', '', 0))
    return true
  },
}
