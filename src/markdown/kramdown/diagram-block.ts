// A diagram between lines of colons, as wikis have it: `:::mermaid`.

import { check, lineOf, sticky } from './cursor.ts'
import { divFrom } from './fenced-block.ts'
import { addBlock, type BlockRule } from './parser.ts'

const start = sticky(' {0,3}:{3,}[ \\t]*(\\{?mermaid(?![\\w-])[^\\n]*)\\n')

export const diagramBlock: BlockRule = parser => {
  const { cursor } = parser
  const [line, info = ''] = check(cursor, start) ?? []
  if (line === undefined) return false
  const { inside, isClosed, end } = divFrom(cursor, cursor.at + line.length)
  Object.assign(addBlock(parser, 'code', inside, lineOf(cursor)), { info: info.trim(), isClosed })
  cursor.at = end
  return true
}
