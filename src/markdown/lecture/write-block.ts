// How a block of a lecture is written: on a page as a box that the style sheet knows, elsewhere as a quotation that begins with its name in bold.
// One that is folded is `<details>`, which every browser opens without a script.

import type { Renderer, Token } from 'markdown-it'
import { wordsOfLine } from '../texts-in-line.ts'
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
  if (isInPlaceOfName(block, tokens[index + 1], writing)) return open
  const before = hasTitle(tokens[index + 1]) ? (kind.look === 'statement' ? ' (' : ' ') : ''
  return `${open}${nameOf(block, writing)}</strong>${before}`
}

export function titleEnd(block: Token, tokens: readonly Token[], index: number, writing: Writing): string {
  const { kind, isFolded } = openingOf(block)
  const isName = isInPlaceOfName(block, tokens[index - 1], writing)
  const isInBrackets = kind.look === 'statement' && hasTitle(tokens[index - 1]) && !isName
  return `${isName ? '</strong>' : ''}${isInBrackets ? ')' : ''}${kind.look === 'statement' ? '.' : ''}</${isFolded ? 'summary' : 'p'}>\n`
}

/** What a block is called: `Theorem 2`. */
export function nameOf(block: Token, { frame }: Writing): string {
  const { kind } = openingOf(block)
  const number = block.meta?.['number'] as number | undefined
  return number === undefined ? frame.say(kind.phrase) : `${frame.say(kind.phrase)} ${frame.through?.prefix ?? ''}${number}`
}

// `Proof of Theorem 2` says already what it is.
function isInPlaceOfName(block: Token, line: Token | undefined, { frame }: Writing): boolean {
  const { kind } = openingOf(block)
  const isNamed = (): boolean => wordsOfLine(line).toLowerCase().startsWith(frame.say(kind.phrase).toLowerCase())
  return hasTitle(line) && (kind.isCalledByTitle || (kind.counter === undefined && isNamed()))
}

function hasTitle(line: Token | undefined): boolean {
  return (line?.children ?? []).length > 0
}
