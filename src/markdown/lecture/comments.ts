// Comments as Obsidian has them, `%%for me alone%%` in a line or between two lines of `%%`, which no reader is to see. They are taken out before
// anything is read; the lines of a text stay as many.

import { codeFinder, codeStarts } from '../../text/code-parts.ts'
import { replaceParts } from '../../text/parts.ts'

// Two signs in code are code; in front of `{` and `|` they are Mermaid's.
const inLine = /(?<!\S)%%(?![{|%])(?:[^\n%]|%(?!%))*%%(?=$|[\s.,;:!?)\]])/gm
const opening = /^[ \t>]*%%(?![{|%])(?:(?!%%).)*$/
const closing = /%%[ \t]*$/
const stands = '\ue012'

export function withoutComments(text: string): string {
  if (!text.includes('%%')) return text
  const hidden = replaceParts(text, new RegExp(codeStarts), codeFinder(text), part => part.replaceAll('%', stands))
  return blocksOut(hidden).replace(inLine, '').replaceAll(stands, '%')
}

function blocksOut(text: string): string {
  const lines = text.split('\n')
  for (let start = 0; start < lines.length; start += 1) {
    if (!opening.test(lines[start] ?? '')) continue
    let end = start + 1
    while (end < lines.length && !lines[end]?.includes('%%')) end += 1
    if (end === lines.length) break
    // What is no end is the beginning of another.
    if (!closing.test(lines[end] ?? '')) continue
    lines.fill('', start, end + 1)
    start = end
  }
  return lines.join('\n')
}
