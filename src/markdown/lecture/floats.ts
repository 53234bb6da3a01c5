// A div that holds a figure or a table, or several side by side: `::: {#fig-two layout-ncol=2}`, with its caption as the last paragraph.

import type { Renderer, Token } from 'markdown-it'
import { escapeHtml } from '../../text/escape.ts'
import { attributesText, type Writing } from '../writing.ts'
import { captionNames } from './fence-options.ts'
import { openingOf } from './opening.ts'

/** The token that closes the block which opens at `index`. */
export function closeOf(tokens: readonly Token[], index: number): Token | undefined {
  let depth = 0
  for (let at = index; at < tokens.length; at += 1) {
    const type = tokens[at]?.type
    depth += type === 'block_open' ? 1 : type === 'block_close' ? -1 : 0
    if (type === 'block_close' && depth === 0) return tokens[at]
  }
  return undefined
}

/** Gives a div its caption, the title of its line or its last paragraph of words, and drops that from where it stood; answers it as a token of its own. */
export function takeCaption(tokens: readonly Token[], index: number, close: Token | undefined, dropped: Set<Token>): readonly Token[] {
  const block = tokens[index] as Token
  const title = tokens.slice(index + 1, index + 4)
  for (const token of title) dropped.add(token)
  const end = close === undefined ? -1 : tokens.indexOf(close, index)
  const last = tokens.slice(Math.max(index + 4, end - 3), Math.max(0, end))
  const isTitled = (title[1]?.children ?? []).length > 0
  // Without a label the last paragraph is one of the things that stand there.
  const isWords =
    openingOf(block).id !== undefined &&
    last[0]?.type === 'paragraph_open' &&
    !(last[1]?.children ?? []).every(({ type, content }) => type === 'image' || content.trim() === '')
  if (!isTitled && isWords) for (const token of last) dropped.add(token)
  const line = isTitled ? title[1] : isWords ? last[1] : undefined
  if (line === undefined) return []
  const caption = Object.assign(Object.create(Object.getPrototypeOf(line) as object) as Token, line, { type: 'caption' })
  block.meta = { ...block.meta, caption }
  return [caption]
}

/** Gives a box of code its caption, which is read as a line, and is no attribute then. */
export function takeWords(token: Token, caption: string | undefined, readLine: (text: string) => Token[]): void {
  token.attrs = (token.attrs ?? []).filter(([name]) => !captionNames.includes(name))
  if (caption === undefined) return
  token.meta = { ...token.meta, words: readLine(caption) }
}

export function openFloat(block: Token, token: Token, { frame }: Writing): string {
  const { columns } = openingOf(block)
  const beside = columns > 1 ? ` columns-${Math.min(columns, 4)}` : ''
  return `<figure${frame.dress === 'page' ? ` class="figures${beside}"` : ''}${attributesText(token)}>\n`
}

export function closeFloat(block: Token, writing: Writing, renderer: Renderer): string {
  const caption = captionText(block, floatPhrase(block), writing, renderer)
  return caption === '' ? '</figure>\n' : `<figcaption>${caption}</figcaption></figure>\n`
}

/** What a thing with a caption is called. */
export type FloatPhrase = 'figure' | 'table' | 'listing'

export function floatPhrase(block: Token): FloatPhrase {
  const { phrase } = openingOf(block).kind
  return phrase === 'table' || phrase === 'listing' ? phrase : 'figure'
}

/** What stands at a thing with a number: `Figure 2: A curve`, or `(a) A curve` for a part of one. */
export function captionText({ meta }: Token, phrase: FloatPhrase, writing: Writing, renderer: Renderer): string {
  const caption = meta?.['caption'] as Token | undefined
  const words = caption === undefined ? '' : renderer.renderInline(caption.children ?? [], {} as never, writing)
  const [number, part] = [meta?.['number'], meta?.['part']] as (string | undefined)[]
  if (number === undefined) return words
  if (part !== undefined) return words === '' ? `(${part})` : `(${part}) ${words}`
  const name = `${escapeHtml(writing.frame.say(phrase))}\u00a0${writing.frame.through?.prefix ?? ''}${number}`
  return words === '' ? name : `${name}: ${words}`
}
