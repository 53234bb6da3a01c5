// Dashes, ellipses, guillemets and quotation marks, as kramdown sets them (parser/kramdown/typographic_symbol.rb, smart_quotes.rb).

import type { MarkdownIt, StateCore } from 'markdown-it'

const signs: Record<string, string> = {
  '---': '—',
  '--': '–',
  '...': '…',
  '<<': '«',
  '>>': '»',
  '<< ': '« ',
  ' >>': ' »',
}

export function typography(markdown: MarkdownIt): void {
  markdown.set({ typographer: true })
  // markdown-it's own replacements also make © of (c), which kramdown does not.
  markdown.core.ruler.at('replacements', setSigns)
}

function setSigns(state: StateCore): void {
  for (const block of state.tokens) {
    for (const token of block.children ?? []) {
      // An address in angle brackets is shown as it is written.
      if (token.type === 'text' && /--|\.\.\.|<<|>>/.test(token.content))
        token.content = token.content.replace(/---?|\.\.\.|<< ?| ?>>/g, sign => signs[sign] ?? sign)
    }
  }
}
