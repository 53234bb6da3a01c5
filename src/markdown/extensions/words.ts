// The plain words of a text, gathered in reading order for descriptions, reading times and search.

import type { MarkdownIt, Token } from 'markdown-it'
import { envOf } from '../env.ts'

export function words(markdown: MarkdownIt): void {
  markdown.core.ruler.push('words', state => {
    const gathered = envOf(state.env).words
    for (const token of state.tokens) {
      if (token.type === 'inline') gathered.push(textOf(token))
      else if (token.type === 'fence' || token.type === 'code_block') gathered.push(token.content)
    }
  })
}

function textOf(token: Token): string {
  return (token.children ?? [])
    .map(child => {
      if (child.type === 'text' || child.type === 'code_inline' || child.type === 'math_inline') return child.content
      return child.type === 'image' ? textOf(child) : child.type === 'softbreak' || child.type === 'hardbreak' ? ' ' : ''
    })
    .join('')
}
