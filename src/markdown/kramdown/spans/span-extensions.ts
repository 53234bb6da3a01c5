// Attribute lists behind a span, and extensions within a line. Behind plain text a list is text itself.

import { applyAttributes, listOf, makeAttributeList, mergeLists, readAttributes } from '../attributes.ts'
import { check, sticky } from '../cursor.ts'
import { extensionTag, readExtension } from '../extensions.ts'
import type { SpanRule } from '../parser.ts'
import { listText } from '../patterns.ts'

const extension = sticky(extensionTag)
const list = sticky(`\\{:(${listText})\\}`)

export const spanExtensions: SpanRule = {
  name: 'span extensions',
  start: sticky('\\{:'),
  read(parser) {
    const tag = check(parser.cursor, extension)
    if (tag) return readExtension(parser, tag, 'span')
    const match = check(parser.cursor, list)
    const last = parser.tree.children.at(-1)
    if (!match || last === undefined || last.type === 'text') return false
    parser.cursor.at += match[0].length
    const attributes = makeAttributeList()
    readAttributes(match[1] ?? '', attributes)
    mergeLists(listOf(last), attributes)
    applyAttributes(last.attributes, attributes, parser.namedLists)
    return true
  },
}
