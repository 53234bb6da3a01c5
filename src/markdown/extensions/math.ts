// Math as kramdown's mathjax engine leaves it for a script in the browser: `\[ … \]` and `\( … \)`.

import type { MarkdownIt, Renderer, Token } from 'markdown-it'
import { escapeHtml } from '../../text/escape.ts'

export function math(markdown: MarkdownIt): void {
  markdown.renderer.rules['math_block'] = (tokens, index, _options, _env, renderer) =>
    wrap(tokens[index] as Token, renderer, 'div', ['\\[', '\\]\n'], ['\\[', '\\]\n'])
  markdown.renderer.rules['math_inline'] = (tokens, index, _options, _env, renderer) =>
    wrap(tokens[index] as Token, renderer, 'span', ['\\(', '\\)'], ['$', '$'])
}

type Delimiters = readonly [open: string, close: string]

// With attributes of its own it needs an element to carry them, in which kramdown sets inline math between dollars.
function wrap(token: Token, renderer: Renderer, tag: string, bare: Delimiters, inElement: Delimiters): string {
  const attributes = renderer.renderAttrs(token)
  const [open, close] = attributes === '' ? bare : inElement
  const tex = open + escapeHtml(token.content) + close
  return attributes === '' ? tex : `<${tag}${attributes}>${tex}</${tag}>${tag === 'div' ? '\n' : ''}`
}
