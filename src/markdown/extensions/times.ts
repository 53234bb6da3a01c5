// `[12:34]` and `[1:02:03]` lead into the recording of a lecture. Which that is depends on its course, so it is said when the text is written; in a
// text without one they are the text that they are.

import type { StateCore, Token } from 'markdown-it'
import { escapeHtml } from '../../text/escape.ts'
import { envOf } from '../env.ts'
import type { Extension } from '../extension.ts'

const time = /\[((?:(\d{1,2}):)?([0-5]?\d):([0-5]\d))\]/g

export const times: Extension = {
  name: 'times',
  tokens: findTimes,
  write: {
    time: (tokens, index, { frame }) => {
      const { content, meta } = tokens[index] as Token
      const address = frame.atTime?.(Number(meta?.['seconds']))
      if (address === undefined) return escapeHtml(`[${content}]`)
      return frame.dress === 'words' ? escapeHtml(content) : `<a href="${escapeHtml(address)}" class="time">${escapeHtml(content)}</a>`
    },
  },
}

function findTimes(state: StateCore): void {
  const { hasBlocks, body } = envOf(state.env)
  if (!hasBlocks || body.search(time) < 0) return
  for (const block of state.tokens) {
    let depth = 0
    block.children =
      block.children?.flatMap(token => {
        depth += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0
        // A link does not stand in a link.
        return depth > 0 || token.type !== 'text' || token.content.search(time) < 0 ? [token] : split(token, state)
      }) ?? null
  }
}

function split(token: Token, state: StateCore): Token[] {
  const parts: Token[] = []
  const push = (type: string, content: string, meta: unknown): void => {
    if (content !== '') parts.push(Object.assign(new state.Token(type, '', 0), { content, meta, map: token.map }))
  }
  let at = 0
  for (const { 0: written, 1: said = '', 2: hours = '0', 3: minutes, 4: seconds, index } of token.content.matchAll(time)) {
    push('text', token.content.slice(at, index), token.meta)
    push('time', said, { seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) })
    at = index + written.length
  }
  push('text', token.content.slice(at), token.meta)
  return parts
}
