// A block of a lecture between lines of colons, which kramdown itself does not know.

import { readOptions } from '../lecture/directive-options.ts'
import { insideOf } from '../lecture/fenced.ts'
import { readFence } from '../lecture/opening.ts'
import { type Cursor, check, lineOf, sticky } from './cursor.ts'
import { makeElement } from './element.ts'
import { addBlock, addText, type BlockRule } from './parser.ts'

const start = sticky(' {0,3}:{3,}[ \\t]*[^\\s:][^\\n]*\\n')

export const fencedBlock: BlockRule = parser => {
  const { cursor } = parser
  const line = check(cursor, start)?.[0]
  const found = line === undefined ? undefined : readFence(line)
  if (line === undefined || found === undefined) return false
  const { inside, isClosed, end } = divFrom(cursor, cursor.at + line.length)
  const { opening, count } = readOptions(found, linesOf(inside, 0))
  const from = lineOf(cursor)
  const block = Object.assign(addBlock(parser, 'block', '', from), { opening, isClosed })
  const title = makeElement('block-title', '', from)
  addText(title, opening.title, 'raw')
  block.children.push(title)
  cursor.at = end
  parser.readBlocks(block, { text: inside.slice(textOfLines(inside, 0, count).length), line: from + 1 + count })
  return true
}

/** The inside of a div that begins at `start`, and where what follows it begins. */
export function divFrom({ text }: Cursor, start: number): { readonly inside: string; readonly isClosed: boolean; readonly end: number } {
  const { count, isClosed } = insideOf(linesOf(text, start))
  const inside = textOfLines(text, start, count)
  const end = start + inside.length
  return { inside, isClosed, end: isClosed ? end + textOfLines(text, end, 1).length : end }
}

function* linesOf(text: string, start: number): Generator<string> {
  for (let at = start; at < text.length; ) {
    const end = endOfLine(text, at)
    yield text.slice(at, end)
    at = end + 1
  }
}

// So many lines, each with its end.
function textOfLines(text: string, start: number, count: number): string {
  let at = start
  for (let line = 0; line < count; line++) at = Math.min(endOfLine(text, at) + 1, text.length)
  return text.slice(start, at)
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
