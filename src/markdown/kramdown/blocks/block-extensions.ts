// Attribute lists for blocks, the naming of lists, and extensions that stand on lines of their own.

import { listOf, makeAttributeList, readAttributes } from '../attributes.ts'
import { check, scan, sticky } from '../cursor.ts'
import { extensionTag, readExtension } from '../extensions.ts'
import { addBlock, type BlockRule, type Parser } from '../parser.ts'
import { attributeListStart, idName, listText, space, upToThree } from '../patterns.ts'

const start = sticky(`${upToThree}\\{:`)
const named = sticky(`${upToThree}\\{:(${idName}):(${listText})\\}${space}*?\\n`)
const extension = sticky(`${upToThree}${extensionTag}${space}*?\\n`)

export const blockExtensions: BlockRule = parser => {
  const { cursor } = parser
  if (!check(cursor, start)) return false
  const name = scan(cursor, named)
  if (name) return nameList(parser, name)
  const tag = check(cursor, extension)
  if (tag) return readExtension(parser, tag, 'block')
  const list = scan(cursor, attributeListStart)
  if (!list) return false
  attach(parser, list[1] ?? '')
  return true
}

function nameList(parser: Parser, [, name = '', text = '']: RegExpExecArray): true {
  const list = parser.namedLists.get(name) ?? makeAttributeList()
  readAttributes(text, list)
  parser.namedLists.set(name, list)
  addBlock(parser, 'end', '', 0).meaning = 'attributes'
  return true
}

// A list belongs to the block above it, or to the one below where a blank line is between.
function attach(parser: Parser, text: string): void {
  const last = parser.tree.children.at(-1)
  const isDefinition = last?.meaning === 'link' || last?.meaning === 'abbreviation' || last?.meaning === 'footnote'
  if (last === undefined || last.type === 'blank' || (last.type === 'end' && !isDefinition)) {
    parser.pending ??= makeAttributeList()
    readAttributes(text, parser.pending)
    return
  }
  readAttributes(text, listOf(last))
  if (!check(parser.cursor, attributeListStart)) addBlock(parser, 'end', '', 0).meaning = 'attributes'
}
