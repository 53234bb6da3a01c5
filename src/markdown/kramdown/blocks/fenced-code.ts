// Code between fences of backticks or tildes, the language in one word after the first. A second word makes it no fence.

import { check, lineOf, sticky } from '../cursor.ts'
import { addBlock, type BlockRule } from '../parser.ts'
import { fenceStart, notSpace, space, upToThree } from '../patterns.ts'

const start = sticky(fenceStart)
const fence = sticky(
  `${upToThree}(([~\`])\\2{2,})${space}*?((${notSpace}+?)(?:\\?${notSpace}*)?)?${space}*?\\n([^]*?)^${upToThree}\\1\\2*${space}*?\\n`,
)

export const fencedCode: BlockRule = parser => {
  const match = check(parser.cursor, start) ? check(parser.cursor, fence) : null
  if (!match) return false
  const code = addBlock(parser, 'code', match[5] ?? '', lineOf(parser.cursor))
  parser.cursor.at += match[0].length
  if (match[4] !== undefined && match[4] !== '') code.attributes.set('class', `language-${match[4]}`)
  return true
}
