// Headings: `## Title`, which needs no blank line above it nor may do without its space in GFM, and a title underlined with `=` or `-`, which does.

import { check, lineOf, sticky } from '../cursor.ts'
import { addBlock, addText, type BlockRule, isAfterBoundary, type Parser } from '../parser.ts'
import { upToThree } from '../patterns.ts'

const atxOfGfm = sticky('(#{1,6})[\\t ]+([^\\n]*)\\n')
const atx = sticky('(#{1,6})[\\t ]*([^ \\t\\n][^\\n]*)\\n')
const setext = sticky(`${upToThree}([^ \\t][^\\n]*)\\n([-=])[-=]*[ \\t\\r\\f\\v]*\\n`)
const explicitId = /[\t ]\{#([A-Za-z_:\u00c0-\ufffd][\w:.\-\u00b7-\ufffd]*)\}$/

export const atxHeading: BlockRule = parser => {
  const { isGfm, gfmParagraphEnd } = parser.options
  const isBoundary = (isGfm && gfmParagraphEnd) || isAfterBoundary(parser)
  const match = isBoundary ? check(parser.cursor, isGfm ? atxOfGfm : atx) : null
  if (!match) return false
  return addHeading(parser, match[0].length, match[1]?.length ?? 1, match[2] ?? '', text => text.replace(/[\t ]#+$/, ''))
}

export const setextHeading: BlockRule = parser => {
  const match = isAfterBoundary(parser) ? check(parser.cursor, setext) : null
  if (!match) return false
  return addHeading(parser, match[0].length, match[2] === '-' ? 2 : 1, match[1] ?? '', text => text)
}

function addHeading(parser: Parser, length: number, level: number, contents: string, tidy: (text: string) => string): boolean {
  const whole = contents.trimEnd()
  const id = explicitId.exec(whole)
  const text = tidy((id ? whole.slice(0, id.index) : whole).trimEnd()).trimEnd()
  if (text === '') return false
  const heading = addBlock(parser, 'heading', '', lineOf(parser.cursor))
  parser.cursor.at += length
  heading.level = level
  heading.value = text
  if (id?.[1] !== undefined) heading.attributes.set('id', id[1])
  addText(heading, text, 'raw')
  return true
}
