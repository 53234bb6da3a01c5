// Quotations that begin with `[!NOTE]` are blocks: GitHub's alerts, Obsidian's callouts with a title and a fold, and the blocks of a lecture.

import type { StateCore, Token } from 'markdown-it'
import { copyOf } from '../copy-of.ts'
import { envOf } from '../env.ts'
import { kindNamed } from './kinds.ts'
import { cutTitle, type Opening } from './opening.ts'

// What stands behind a bar is for themes of Obsidian: `[!note|right]`.
const mark = /^\[!([a-z][\w-]*)(?:\|[^\]\n]*)?\]([+-]?)[ \t]*/i

export function alertsToBlocks(state: StateCore): void {
  if (!envOf(state.env).body.includes('[!')) return
  const { tokens } = state
  const isBlock: boolean[] = []
  state.tokens = tokens.flatMap((token, index) => {
    if (token.type === 'blockquote_open') {
      const opening = openingAt(tokens, index)
      isBlock.push(opening !== undefined)
      return opening === undefined ? [token] : [asBlock(token, opening), ...titleTokens(state, tokens, index)]
    }
    if (token.type === 'blockquote_close' && isBlock.pop() === true) token.type = 'block_close'
    // A paragraph of which nothing is left behind its title.
    return isEmptied(token, tokens, index) ? [] : [token]
  })
}

function openingAt(tokens: readonly Token[], index: number): Opening | undefined {
  const [paragraph, line] = [tokens[index + 1], tokens[index + 2]]
  const first = line?.children?.[0]
  if (paragraph?.type !== 'paragraph_open' || first?.type !== 'text') return undefined
  const [, name = '', fold] = mark.exec(first.content) ?? []
  const kind = kindNamed(name)
  if (kind === undefined) return undefined
  const last = firstLine(line?.children ?? []).title.at(-1)
  const { attributes } = cutTitle(last?.type === 'text' ? last.content : '')
  return { kind, title: '', id: attributes.id, columns: 1, isFolded: fold === '' ? kind.isFolded : fold === '-' }
}

function asBlock(token: Token, opening: Opening): Token {
  token.type = 'block_open'
  token.meta = { ...token.meta, opening, isClosed: true }
  return token
}

// A line ends at a break, or within a text: kramdown's reader leaves line ends in it.
function firstLine(children: readonly Token[]): { readonly title: readonly Token[]; readonly rest: readonly Token[] } {
  const at = children.findIndex(({ type, content }) => /^(?:soft|hard)break$/.test(type) || (type === 'text' && content.includes('\n')))
  const token = children[at]
  if (token === undefined) return { title: children, rest: [] }
  if (token.type !== 'text') return { title: children.slice(0, at), rest: children.slice(at + 1) }
  const end = token.content.indexOf('\n')
  const part = (content: string): Token[] => (content === '' ? [] : [copyOf(token, { content })])
  return {
    title: [...children.slice(0, at), ...part(token.content.slice(0, end).trimEnd())],
    rest: [...part(token.content.slice(end + 1)), ...children.slice(at + 1)],
  }
}

// The first line without its mark and its attributes is the title, and the lines below it stay.
function titleTokens(state: StateCore, tokens: readonly Token[], index: number): Token[] {
  const line = tokens[index + 2] as Token
  const { title, rest } = firstLine(line.children ?? [])
  line.children = [...rest]
  const [first, last] = [title[0] as Token, title.at(-1) as Token]
  first.content = first.content.replace(mark, '')
  const space = last !== first && /^\s/.test(last.content) ? ' ' : ''
  if (last.type === 'text') last.content = space + cutTitle(last.content).title
  const inline = new state.Token('inline', '', 0)
  inline.children = title.filter(({ type, content }) => type !== 'text' || content !== '')
  inline.map = line.map
  return [new state.Token('block_title_open', 'p', 1), inline, new state.Token('block_title_close', 'p', -1)]
}

function isEmptied({ type }: Token, tokens: readonly Token[], index: number): boolean {
  const at = type === 'paragraph_open' ? index : type === 'inline' ? index - 1 : type === 'paragraph_close' ? index - 2 : -1
  return at > 0 && tokens[at - 1]?.type === 'block_open' && tokens[at]?.type === 'paragraph_open' && tokens[at + 1]?.children?.length === 0
}
