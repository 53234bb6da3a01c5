// Jekyll's dialect: the text is read by kramdown's rules, and handed on as markdown-it's tokens.

import type { MarkdownIt } from 'markdown-it'
import type { ExtensionTools } from '../extensions.ts'
import { readDocument } from '../kramdown/finish.ts'
import { makeParser } from '../kramdown/read.ts'
import { toTokens } from '../kramdown/to-tokens.ts'

export function kramdown(markdown: MarkdownIt, { kramdown: options }: ExtensionTools): void {
  // markdown-it's own rules for blocks and spans are taken out; those that work on its tokens stay.
  markdown.core.ruler.disable(['normalize', 'inline', 'linkify', 'replacements', 'smartquotes', 'text_join', 'strip_references'], true)
  markdown.core.ruler.at('block', state => {
    state.tokens = toTokens(state, readDocument(makeParser(options, markdown.utils.unescapeAll), state.src))
  })
}
