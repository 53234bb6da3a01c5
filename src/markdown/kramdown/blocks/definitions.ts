// What is defined in one place and used in another: link addresses, footnotes and abbreviations.

import { check, lineOf, sticky } from '../cursor.ts'
import { makeElement } from '../element.ts'
import { addBlock, type BlockRule } from '../parser.ts'
import { idName, space, upToThree } from '../patterns.ts'
import { indentedLines } from './indented-code.ts'

// A title that nobody closes is not looked for further than any title is long.
const link = sticky(
  `${upToThree}\\[([^\\n\\]]+)\\]:[ \\t]*(?:<([^\\n]*?)>|([^\\n]*?[^ \\t\\r\\n\\f\\v][^\\n]*?))(?:(?:[ \\t]*?\\n|[ \\t]+?)[ \\t]*?(["'])([^\\n]{1,1000}?)\\4)?[ \\t]*?\\n`,
)
const footnote = sticky(`${upToThree}\\[\\^(${idName})\\]:${space}*?([^\\n]*?\\n${indentedLines})`)
const abbreviation = sticky(`${upToThree}\\*\\[([^\\n]+?)\\]:([^\\n]*?)\\n`)

export const linkDefinition: BlockRule = parser => {
  const match = check(parser.cursor, link)
  if (!match || /[ \t]+["']/.test(match[3] ?? '')) return false
  parser.cursor.at += match[0].length
  const end = addBlock(parser, 'end', '', 0)
  end.meaning = 'link'
  parser.links.set(linkId(match[1] ?? ''), { url: match[2] ?? match[3] ?? '', title: match[5], end })
  return true
}

/** The form under which a link and its definition find each other. */
export function linkId(label: string): string {
  return label.replace(/[ \t\r\n\f\v]+/g, ' ').toLowerCase()
}

export const footnoteDefinition: BlockRule = parser => {
  const match = check(parser.cursor, footnote)
  if (!match) return false
  const line = lineOf(parser.cursor)
  parser.cursor.at += match[0].length
  const content = makeElement('root', '', line)
  parser.readBlocks(content, { text: (match[2] ?? '').replace(/^(?:\t| {4})/gm, ''), line })
  const end = addBlock(parser, 'end', '', 0)
  end.meaning = 'footnote'
  parser.footnotes.set(match[1] ?? '', { content, end })
  return true
}

export const abbreviationDefinition: BlockRule = parser => {
  const match = check(parser.cursor, abbreviation)
  if (!match) return false
  parser.cursor.at += match[0].length
  const end = addBlock(parser, 'end', '', 0)
  end.meaning = 'abbreviation'
  parser.abbreviations.set(match[1] ?? '', { title: (match[2] ?? '').trim(), end })
  return true
}
