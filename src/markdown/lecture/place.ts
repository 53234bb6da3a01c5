// Where in the file something stands that a token holds: a token knows only on which line its block begins.

import type { Place } from '../../diagnostic.ts'
import { below, positionOnLine } from '../../text/position.ts'
import type { MarkdownEnv } from '../env.ts'

/** The first place of `needle` on line `from` of the text, from 0, or on one of the next; the line itself where it stands on none. */
export function placeAhead(needle: string, from: number, env: MarkdownEnv): Place {
  const lines = env.lines()
  const start = needle.slice(0, 40)
  const ahead = lines.slice(from, from + 200).findIndex(line => line.includes(start))
  const line = from + Math.max(0, ahead)
  return { file: env.file, position: below(positionOnLine(lines, line + 1, start), env.bodyLine) }
}
