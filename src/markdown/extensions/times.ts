// `[12:34]` and `[1:02:03]` lead into the recording of a lecture. Which that is depends on its course, so it is said when the text is written; in a
// text without one they are the text that they are. `[12:34–13:00]` leads to where it begins.

import type { StateCore, Token } from 'markdown-it'
import { escapeHtml } from '../../text/escape.ts'
import { envOf } from '../env.ts'
import type { Extension } from '../extension.ts'
import { cutAt, replaceTexts } from '../texts-in-line.ts'

// Minutes may be more than sixty where no hours are told. Right behind a letter it is a part of an array.
const point = String.raw`(?:(\d{1,2}):([0-5]?\d)|(\d{1,2})):([0-5]\d)`
const time = new RegExp(String.raw`(?<![\p{L}\p{N}_)\]])\[(${point}(?:[ \t]*[-–—]{1,3}[ \t]*(?:\d{1,2}:)?\d{1,2}:[0-5]\d)?)\]`, 'gu')

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
  for (const block of state.tokens)
    if (block.children) block.children = replaceTexts(block.children, text => cutAt(text, time, timeOf(state, text)))
}

function timeOf({ Token: Made }: StateCore, { map }: Token) {
  return ([, said, hours = '0', minutes = '0', alone = '0', seconds]: RegExpExecArray): Token =>
    Object.assign(new Made('time', '', 0), {
      content: said,
      meta: { seconds: Number(hours) * 3600 + (Number(minutes) + Number(alone)) * 60 + Number(seconds) },
      map,
    })
}
