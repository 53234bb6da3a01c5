// What must not begin or end a line: the comma behind a formula, the bracket before one, the mark of a footnote. A browser breaks a line on both
// sides of a box, and a formula and a mark are boxes; so on a page each stands in an element, with what it may not lose, that does not break.

import type { StateCore, Token } from 'markdown-it'
import type { Extension, Write } from '../extension.ts'
import type { Formula } from '../math/formula.ts'

export const keepTogether: Extension = {
  name: 'keep together',
  tokens: state => {
    for (const block of state.tokens) if (block.children?.some(isBox)) block.children = keptTogether(block.children, state)
  },
  write: { unbroken_open: onPage('<span class="unbroken">'), unbroken_close: onPage('</span>') },
}

function onPage(tag: string): Write {
  return (_tokens, _index, { frame }) => (frame.dress === 'page' ? tag : '')
}

function isBox({ type, meta }: Token): boolean {
  if (type !== 'math_inline') return type === 'footnote_ref'
  const formula = meta?.['formula'] as Formula | undefined
  return formula?.kind === 'set' && !formula.isDisplay
}

/** What may stand before a formula, and before a mark the word it is about. A word of a script without spaces would be a sentence. */
const [beforeFormula, beforeMark] = [/[([{“‘«„]+$/, /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}]{1,24}$/u]
/** Closing signs; and what a hyphen hangs on a formula, as in `$n$-body`. */
const behind = /^(?:[-‐][\p{L}\p{N}]{1,12})?[,.;:!?…)\]}”’»“、。，；：？！）」』]*/u

function keptTogether(tokens: readonly Token[], state: StateCore): Token[] {
  const kept: Token[] = []
  let at = 0
  for (let token = tokens[at]; token !== undefined; token = tokens[at]) {
    at += 1
    if (!isBox(token)) {
      kept.push(token)
      continue
    }
    const head = cutBefore(kept, token.type === 'footnote_ref' ? beforeMark : beforeFormula, state)
    const boxes = [token]
    // A mark may stand right behind a formula, or behind another mark.
    for (let next = tokens[at]; next !== undefined && isBox(next); next = tokens[++at]) boxes.push(next)
    const [tail, rest] = cutBehind(tokens[at], state)
    if (rest !== undefined) at += 1
    if (head.length + tail.length + boxes.length === 1) kept.push(token)
    else kept.push(made(state, 'unbroken_open'), ...head, ...boxes, ...tail, made(state, 'unbroken_close'))
    if (rest !== undefined && rest.content !== '') kept.push(rest)
  }
  return kept
}

// Takes the end off the last token, where it is a text that ends so.
function cutBefore(kept: Token[], end: RegExp, state: StateCore): Token[] {
  const last = kept.at(-1)
  const found = last?.type === 'text' ? end.exec(last.content)?.[0] : undefined
  if (last === undefined || found === undefined) return []
  kept.pop()
  const rest = last.content.slice(0, last.content.length - found.length)
  if (rest !== '') kept.push(text(state, rest, last))
  return [text(state, found, last)]
}

// The beginning of the next token that stays, and the rest of it; no rest where nothing was taken.
function cutBehind(next: Token | undefined, state: StateCore): readonly [Token[], Token | undefined] {
  const found = next?.type === 'text' ? (behind.exec(next.content)?.[0] ?? '') : ''
  if (next === undefined || found === '') return [[], undefined]
  return [[text(state, found, next)], text(state, next.content.slice(found.length), next)]
}

function text(state: StateCore, content: string, like: Token): Token {
  return Object.assign(made(state, 'text'), { content, map: like.map, meta: like.meta })
}

function made(state: StateCore, type: string): Token {
  return new state.Token(type, '', 0)
}
