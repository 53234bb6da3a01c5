// Straight quotes, dashes and points made typographic, and nothing else, as kramdown's SmartyPants parser does it: tags stay.

import { escapeHtml } from '../text/escape.ts'
import { makeCursor } from './kramdown/cursor.ts'
import { makeElement } from './kramdown/element.ts'
import type { KramdownOptions } from './kramdown/parser.ts'
import { makeParser } from './kramdown/read.ts'
import { entity } from './kramdown/spans/characters.ts'
import { smartQuotes } from './kramdown/spans/smart-quotes.ts'
import { typographicSigns } from './kramdown/spans/typographic-signs.ts'

const rules = [smartQuotes, entity, typographicSigns]

export function smartify(text: string, options: KramdownOptions): string {
  return text
    .split(/(<!--[\s\S]*?-->|(?<!<)<\/?[a-zA-Z][^<>]*>)/)
    .map((part, index) => (index % 2 === 1 ? part : smartText(part, options)))
    .join('')
}

function smartText(text: string, options: KramdownOptions): string {
  const parser = makeParser(options, whole => whole)
  const element = makeElement('root', '', 0)
  parser.cursor = makeCursor(text, 0)
  parser.readSpans(element, undefined, rules)
  return element.children.map(({ value }) => escapeText(value)).join('')
}

// Quotes may stand in text as they are, and entities were left alone.
function escapeText(text: string): string {
  return text.replace(/&(?!(?:\w+|#\d+|#x[\da-f]+);)|[<>]/gi, escapeHtml)
}
