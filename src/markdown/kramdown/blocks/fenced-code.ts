// Code between fences of backticks or tildes, the language in one word after the first. A second word makes it no fence.

import { matchAt } from '../../../text/parts.ts'
import type { Run } from '../../../text/runs.ts'
import { type Cursor, check, lineOf, sticky } from '../cursor.ts'
import { memoryOf } from '../memory.ts'
import { addBlock, type BlockRule } from '../parser.ts'
import { notSpace, space, upToThree } from '../patterns.ts'

const fence = sticky(`${upToThree}([~\`])\\1{2,}`)
const language = sticky(`${space}*?((${notSpace}+?)(?:\\?${notSpace}*)?)?${space}*?\\n`)
const closings: Record<string, RegExp> = {
  '`': new RegExp(`^${upToThree}(\`{3,})${space}*?\\n`, 'gm'),
  '~': new RegExp(`^${upToThree}(~{3,})${space}*?\\n`, 'gm'),
}

export const fencedCode: BlockRule = parser => {
  const { cursor } = parser
  const open = check(cursor, fence)
  if (!open) return false
  const sign = open[1] ?? ''
  const indentation = open[0].indexOf(sign)
  // Backticks and indented fences are GFM's.
  if (!parser.options.isGfm && (sign === '`' || indentation > 0)) return false
  const end = cursor.at + open[0].length
  const runs = closingsOf(cursor, sign)
  // Where nothing closes a long fence, a shorter one does, and the rest of its signs are part of the language.
  const length = Math.min(open[0].length - indentation, runs.longest(end))
  const info = length < 3 ? null : matchAt(cursor.text, cursor.at + indentation + length, language)
  const from = cursor.at + indentation + length + (info?.[0].length ?? 0)
  const close = info && runs.atLeast(from, length)
  if (!close) return false
  const code = addBlock(parser, 'code', cursor.text.slice(from, close.at), lineOf(cursor))
  cursor.at = close.end
  if (info[2] !== undefined && info[2] !== '') code.attributes.set('class', `language-${info[2]}`)
  return true
}

/** Where a fence of these signs is closed, whose code begins at `from`; undefined where it is not. */
export function closeOfFence(cursor: Cursor, signs: string, from: number): Run | undefined {
  return closingsOf(cursor, signs.charAt(0)).atLeast(from, signs.length)
}

function closingsOf(cursor: Cursor, sign: string) {
  return memoryOf(cursor).runs(closings[sign] as RegExp)
}
