// How a block of a lecture is written: on a page as a box that the style sheet knows, elsewhere as a quotation that begins with its name in bold.
// One that is folded is `<details>`, which every browser opens without a script.

import type { Renderer, Token } from 'markdown-it'
import { attributesText, type Writing } from '../writing.ts'
import { closeFloat, openFloat } from './floats.ts'
import { openingOf } from './opening.ts'

export function openBlock(block: Token, tokens: readonly Token[], index: number, writing: Writing): string {
  const { frame } = writing
  const { kind, isFolded } = openingOf(block)
  if (kind.look === 'float') return openFloat(block, tokens[index] ?? block, writing)
  // With what stands in front of the ids of this text.
  const id = attributesText(tokens[index] ?? block)
  if (frame.dress === 'page') return `<${isFolded ? 'details' : 'div'} class="block block-${kind.look} block-${kind.shownAs}"${id}>\n`
  return isFolded ? `<details${id}>\n` : `<blockquote${id}>\n`
}

export function closeBlock(block: Token, _tokens: readonly Token[], _index: number, writing: Writing, renderer: Renderer): string {
  const { frame } = writing
  if (openingOf(block).kind.look === 'float') return closeFloat(block, writing, renderer)
  return openingOf(block).isFolded ? '</details>\n' : frame.dress === 'page' ? '</div>\n' : '</blockquote>\n'
}

export function titleStart(block: Token, tokens: readonly Token[], index: number, writing: Writing): string {
  const { kind, isFolded } = openingOf(block)
  const tag = isFolded ? 'summary' : 'p'
  const open = `<${tag}${writing.frame.dress === 'page' ? ' class="block-title"' : ''}><strong>`
  if (isInPlaceOfName(block, tokens[index + 1])) return open
  const before = hasTitle(tokens[index + 1]) ? (kind.look === 'statement' ? ' (' : ' ') : ''
  return `${open}${nameOf(block, writing)}</strong>${before}`
}

export function titleEnd(block: Token, tokens: readonly Token[], index: number): string {
  const { kind, isFolded } = openingOf(block)
  const end = isInPlaceOfName(block, tokens[index - 1]) ? '</strong>' : ''
  const isInBrackets = kind.look === 'statement' && hasTitle(tokens[index - 1])
  return `${end}${isInBrackets ? ')' : ''}${kind.look === 'statement' ? '.' : ''}</${isFolded ? 'summary' : 'p'}>\n`
}

/** What a block is called: `Theorem 2`. */
export function nameOf(block: Token, { frame }: Writing): string {
  const { kind } = openingOf(block)
  const number = block.meta?.['number'] as number | undefined
  return number === undefined ? frame.say(kind.phrase) : `${frame.say(kind.phrase)} ${frame.through?.prefix ?? ''}${number}`
}

function isInPlaceOfName(block: Token, line: Token | undefined): boolean {
  return openingOf(block).kind.isCalledByTitle && hasTitle(line)
}

function hasTitle(line: Token | undefined): boolean {
  return (line?.children ?? []).length > 0
}
