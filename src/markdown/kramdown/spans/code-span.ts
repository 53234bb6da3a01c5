// Code within a line, between as many backticks as are needed.

import { sticky } from '../cursor.ts'
import { makeElement } from '../element.ts'
import { memoryOf } from '../memory.ts'
import { addText, type SpanRule } from '../parser.ts'

const ticks = /(`+)/g

export const codeSpan: SpanRule = {
  name: 'code span',
  start: sticky('`+'),
  read(parser, [delimiter]) {
    const { cursor } = parser
    const { text } = cursor
    const from = cursor.at + delimiter.length
    const isSingle = delimiter.length === 1
    const isLoose = isSingle && isWhite(text[cursor.at - 1] ?? ' ') && isWhite(text[from] ?? '')
    const end = isLoose ? undefined : memoryOf(cursor).runs(ticks).atLeast(from, delimiter.length)?.at
    if (end === undefined) {
      cursor.at = from
      addText(parser.tree, delimiter)
      return true
    }
    cursor.at = end + delimiter.length
    const code = text.slice(from, end)
    parser.tree.children.push(makeElement('code-span', isSingle ? code : code.replace(/^ /, '').replace(/ $/, ''), 0))
    return true
  },
}

function isWhite(character: string): boolean {
  return /[ \t\r\n\f\v]/.test(character)
}
