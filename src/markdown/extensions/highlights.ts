// Words that their author has marked, `==so==`, as in Obsidian. Signs with a space inside, or with a letter outside, compare: `x == y`, `a==b`.

import type { StateCore, Token } from 'markdown-it'
import { grouped } from '../../text/grouped.ts'
import { copyOf } from '../copy-of.ts'
import { envOf } from '../env.ts'
import type { Extension } from '../extension.ts'

export const highlights: Extension = {
  name: 'highlights',
  tokens: state => {
    const { hasBlocks, body } = envOf(state.env)
    if (!hasBlocks || !body.includes('==')) return
    for (const block of state.tokens) if (block.children) block.children = withMarks(block.children, state)
  },
}

interface Sign {
  readonly token: Token
  readonly at: number
  readonly level: number
  readonly opens: boolean
  readonly closes: boolean
}

// A pair belongs together that stands in the same element.
function withMarks(line: readonly Token[], state: StateCore): Token[] {
  const signs = signsIn(line)
  const pairs = new Map<Sign, 1 | -1>()
  let open: Sign | undefined
  for (const sign of signs) {
    if (open !== undefined && sign.closes && sign.level === open.level) {
      pairs.set(open, 1).set(sign, -1)
      open = undefined
    } else if (sign.opens) open = sign
  }
  if (pairs.size === 0) return [...line]
  const paired = grouped(pairs.keys(), sign => [sign.token])
  return line.flatMap(token => {
    const own = paired.get(token)
    return own === undefined ? [token] : cut(token, own, pairs, state)
  })
}

const sign = /(?<!=)==(?!=)/g

function signsIn(line: readonly Token[]): Sign[] {
  let level = 0
  const before = (index: number, at: number): string => (line[index]?.content.slice(0, at) || wordsAt(line[index - 1], 1)).slice(-1)
  const behind = (index: number, at: number): string => line[index]?.content.slice(at + 2) || wordsAt(line[index + 1], -1)
  return line.flatMap((token, index) => {
    level += token.nesting
    if (token.type !== 'text' || !token.content.includes('==')) return []
    return [...token.content.matchAll(sign)].map(({ index: at }) => ({
      token,
      at,
      level,
      opens: /^\S/.test(behind(index, at)) && !/[\p{L}\p{N}]/u.test(before(index, at)),
      closes: /\S/.test(before(index, at)) && !/^[\p{L}\p{N}]/u.test(behind(index, at)),
    }))
  })
}

// What stands beside a text: nothing but a space where its line ends, or its element begins (1, in front of it) or ends (-1, behind it).
function wordsAt(token: Token | undefined, edge: 1 | -1): string {
  if (token === undefined || /break$/.test(token.type) || token.nesting === edge) return ' '
  return token.type === 'text' ? token.content : '.'
}

function cut(text: Token, signs: readonly Sign[], pairs: ReadonlyMap<Sign, 1 | -1>, state: StateCore): Token[] {
  const out: Token[] = []
  let from = 0
  const words = (to?: number): void => {
    const content = text.content.slice(from, to)
    if (content !== '') out.push(copyOf(text, { content }))
  }
  for (const each of signs) {
    words(each.at)
    const nesting = pairs.get(each) ?? 1
    out.push(new state.Token(nesting === 1 ? 'mark_open' : 'mark_close', 'mark', nesting))
    from = each.at + 2
  }
  words()
  return out
}
