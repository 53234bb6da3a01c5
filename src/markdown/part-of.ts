// A part of a text, as another text shows it: the section below a heading, or what has a name. Its notes come along, counted anew.

import type { Token } from 'markdown-it'
import type { Body } from '../body.ts'
import { copyOf } from './copy-of.ts'
import { notesByLabel } from './extensions/footnotes.ts'

/** What stands at the place with this id: of a heading the section below it, without the heading itself. Undefined where no block has the id. */
export function partOf(body: Body, id: string): Body | undefined {
  const { excerpt: _, ...whole } = body
  const end = body.tokens.findIndex(({ type }) => type === 'footnote_list_open')
  const text = end < 0 ? body.tokens : body.tokens.slice(0, end)
  const start = text.findIndex(({ attrs }) => attrs?.some(([name, value]) => name === 'id' && value === id))
  const open = text[start]
  if (open === undefined) return undefined
  const part = open.type === 'heading_open' ? sectionAt(text, start) : blockAt(text, start)
  return { ...whole, ...withNotes(part, end < 0 ? [] : body.tokens.slice(end)), levels: levelsIn(part) }
}

// Up to the next heading that is no lower, or to the end of the block that it stands in.
function sectionAt(tokens: readonly Token[], start: number): readonly Token[] {
  const begin = tokens.findIndex(({ type }, index) => index > start && type === 'heading_close') + 1
  const level = levelOf(tokens[start])
  let depth = 0
  for (let at = begin; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    if (depth === 0 && (token.nesting < 0 || (token.type === 'heading_open' && levelOf(token) <= level))) return tokens.slice(begin, at)
    depth += token.nesting
  }
  return tokens.slice(begin)
}

function levelOf(heading: Token | undefined): number {
  return Number(heading?.tag.slice(1))
}

function blockAt(tokens: readonly Token[], start: number): readonly Token[] {
  let [depth, end] = [0, start]
  do {
    depth += tokens[end]?.nesting ?? 0
    end += 1
  } while (depth > 0 && end < tokens.length)
  const block = tokens.slice(start, end)
  // A point of a list is none without its list; its paragraph is one again.
  const isPoint = /^(?:list_item|dd|dt)_open$/.test(block[0]?.type ?? '')
  return isPoint ? block.slice(1, -1).map(token => (token.hidden ? copyOf(token, { hidden: false }) : token)) : block
}

function levelsIn(tokens: readonly Token[]): Body['levels'] {
  const levels = tokens.filter(({ type }) => type === 'heading_open').map(levelOf)
  return levels.length === 0 ? undefined : [Math.min(...levels), Math.max(...levels)]
}

// Those that it leads to, counted anew by their order in it. A note may lead to others, so the list grows while it is written.
function withNotes(part: readonly Token[], list: readonly Token[]): Pick<Body, 'tokens' | 'footnotes'> {
  const [open, close] = [list[0], list.findIndex(({ type }) => type === 'footnote_list_close')]
  const byLabel = notesByLabel(list.slice(1, close))
  const numbers = new Map<string, number>()
  const tokens = part.map(token => renumbered(token, numbers))
  if (open === undefined || numbers.size === 0) return { tokens, footnotes: [] }
  const notes: Token[] = []
  for (const label of numbers.keys()) notes.push(...(byLabel.get(label) ?? []).map(token => renumbered(token, numbers)))
  return { tokens: [...tokens, open, ...notes, list[close] as Token], footnotes: [...numbers.keys()] }
}

function renumbered(token: Token, numbers: Map<string, number>): Token {
  if (!token.children?.some(({ type }) => type === 'footnote_ref')) return token
  const children = token.children.map(child => {
    if (child.type !== 'footnote_ref') return child
    const label = String(child.meta?.['label'])
    const number = numbers.get(label) ?? numbers.size + 1
    numbers.set(label, number)
    return copyOf(child, { meta: { ...child.meta, number } })
  })
  return copyOf(token, { children })
}
