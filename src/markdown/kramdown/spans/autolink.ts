// An address in angle brackets.

import { sticky } from '../cursor.ts'
import { makeElement } from '../element.ts'
import { addText, type SpanRule } from '../parser.ts'

const character = '[\\p{L}\\p{M}\\p{N}\\-_.]'

export const autolink: SpanRule = {
  name: 'autolink',
  start: sticky(`<((mailto|https?|ftps?):[^\\n]+?|${character}+?@${character}+?)>`, 'u'),
  read(parser, [whole, address = '', scheme]) {
    parser.cursor.at += whole.length
    const link = makeElement('a', '', 0)
    link.attributes.set('href', scheme === undefined ? `mailto:${address}` : address)
    addText(link, address.replace(/^mailto:/, ''))
    parser.tree.children.push(link)
  },
}
