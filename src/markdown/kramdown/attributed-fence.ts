// A box of code with braces behind its fence, which kramdown takes for no box: there more than one word makes it a text.

import { closeOfFence } from './blocks/fenced-code.ts'
import { check, lineOf, sticky } from './cursor.ts'
import { addBlock, type BlockRule } from './parser.ts'

const start = sticky(' {0,3}(`{3,}|~{3,})[ \\t]*([\\w+#.-]*[ \\t]*\\{(?:(?:"[^"\\n]*"|[^{}"\\n])*|[^{}\\n]*)\\}[^{}`\\n]*)\\n')

export const attributedFence: BlockRule = parser => {
  const { cursor } = parser
  const [opening, signs = '', written = ''] = check(cursor, start) ?? []
  const info = written.trim()
  if (opening === undefined || !/\s/.test(info)) return false
  const from = cursor.at + opening.length
  const close = closeOfFence(cursor, signs, from)
  if (close === undefined) return false
  addBlock(parser, 'code', cursor.text.slice(from, close.at), lineOf(cursor)).info = info
  cursor.at = close.end
  return true
}
