// Code indented by four spaces or a tab; a line that follows without a blank one between joins the line above it.

import { check, lineOf, scan, sticky } from '../cursor.ts'
import { addBlock, type BlockRule } from '../parser.ts'
import { attributeList, blank, blockTagStart, blockTagStop, endMarker, indent, upToThree } from '../patterns.ts'

const start = sticky(indent)
const notLazy = `(?!${upToThree}${attributeList}|${endMarker}|${upToThree}${blockTagStop}|${upToThree}${blockTagStart})`
const notBlank = '[ \\t]*[^ \\t\\r\\n\\f\\v][^\\n]*\\n'

/** Indented lines, blank ones between them included; nothing where there are none. */
export const indentedLines = `(?:(?:${blank})*(?:${indent}${notBlank})+(?:${notLazy}${notBlank})*)*`
const lines = sticky(indentedLines)

export const indentedCode: BlockRule = parser => {
  if (!check(parser.cursor, start)) return false
  const line = lineOf(parser.cursor)
  const match = scan(parser.cursor, lines)
  if (!match || match[0] === '') return false
  const text = match[0].replace(/\n( {0,3}[^ \t\r\n\f\v])/g, ' $1').replace(/^(?:\t| {4})/gm, '')
  addBlock(parser, 'code', text, line)
  return true
}
