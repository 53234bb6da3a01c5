// The plain words of a text, gathered in reading order for reading times.

import type { StateCore, Token } from 'markdown-it'
import { envOf } from '../env.ts'
import type { Extension } from '../extension.ts'

export const words: Extension = { name: 'words', tokens: gather }

function gather(state: StateCore): void {
  const { words } = envOf(state.env)
  for (const token of state.tokens) {
    if (token.type === 'inline' && token.meta?.['isRepeated'] !== true) words.push(textOf(token))
    else if (token.type === 'fence' || token.type === 'code_block') words.push(token.content)
  }
}

const said = new Set(['text', 'code_inline', 'math_inline', 'cross_reference', 'citation', 'wikilink'])

function textOf(token: Token): string {
  return (token.children ?? [])
    .map(child => {
      if (said.has(child.type)) return child.content
      return child.type === 'image' ? textOf(child) : child.type === 'softbreak' || child.type === 'hardbreak' ? ' ' : ''
    })
    .join('')
}
