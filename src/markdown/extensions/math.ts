// Math as kramdown's mathjax engine leaves it for a script in the browser: `\[ … \]` and `\( … \)`.

import type { MarkdownIt } from 'markdown-it'
import { escapeHtml } from '../../text/escape.ts'

export function math(markdown: MarkdownIt): void {
  markdown.renderer.rules['math_block'] = (tokens, index) => `\\[${escapeHtml(tokens[index]?.content ?? '')}\\]\n`
  markdown.renderer.rules['math_inline'] = (tokens, index) => `\\(${escapeHtml(tokens[index]?.content ?? '')}\\)`
}
