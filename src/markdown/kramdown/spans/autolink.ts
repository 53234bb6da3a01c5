// An address in angle brackets.

import { sticky } from '../cursor.ts'
import { makeElement } from '../element.ts'
import { ahead } from '../memory.ts'
import { addText, type SpanRule } from '../parser.ts'

const character = '[\\p{L}\\p{M}\\p{N}\\-_.]'
const end = /[>\n]/g

export const autolink: SpanRule = {
  name: 'autolink',
  start: sticky(`<(?:(mailto|https?|ftps?):[^\\n]|${character}+?@${character}+?>)`, 'u'),
  read(parser, [start, scheme]) {
    const { cursor } = parser
    const from = cursor.at + 1
    const close = ahead(cursor, end, cursor.at + (scheme === undefined ? 1 : start.length))
    if (close?.[0] !== '>') return false
    const address = cursor.text.slice(from, close.index)
    cursor.at = close.index + 1
    const link = makeElement('a', '', 0)
    link.attributes.set('href', scheme === undefined ? `mailto:${address}` : address)
    addText(link, address.replace(/^mailto:/, ''))
    parser.tree.children.push(link)
    return true
  },
}
