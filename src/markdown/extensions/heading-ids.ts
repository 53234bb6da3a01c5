// Ids of headings in CommonMark mode, by the rule that GitHub and kramdown's GFM parser share, and never two the same.

import type { StateCore, Token } from 'markdown-it'
import type { Extension } from '../extension.ts'

export const headingIds: Extension = {
  name: 'heading ids',
  read: { commonmark: markdown => markdown.core.ruler.push('heading_ids', giveIds) },
}

function giveIds(state: StateCore): void {
  const given = new Set<string>()
  const used = new Map<string, number>()
  state.tokens.forEach((token, index) => {
    if (token.type === 'heading_open') setId(state, index, given, used)
  })
}

function setId(state: StateCore, index: number, given: Set<string>, used: Map<string, number>): void {
  const [open, inline] = [state.tokens[index], state.tokens[index + 1]]
  if (!open || !inline) return
  const id = takeExplicitId(inline) ?? unusedId(kramdownId(textOf(inline)), used, given)
  given.add(id)
  open.attrSet('id', id)
}

// `## Title {#id}` in kramdown; anything else in braces stays text.
function takeExplicitId(inline: Token): string | undefined {
  const last = inline.children?.at(-1)
  const match = last?.type === 'text' ? /[ \t]*\{#([\w:-]+)\}\s*$/.exec(last.content) : null
  if (!last || !match) return undefined
  last.content = last.content.slice(0, match.index)
  return match[1]
}

// kramdown/parser/gfm.rb, generate_gfm_header_id.
function kramdownId(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- \t]/gu, '')
    .replace(/[ \t]/g, '-')
}

function unusedId(id: string, used: Map<string, number>, given: ReadonlySet<string>): string {
  const count = used.get(id) ?? 0
  used.set(id, count + 1)
  const numbered = count === 0 ? id : `${id}-${count}`
  // A heading without a letter of its own still needs an address; kramdown would leave it empty.
  if (numbered === '') return unusedId('section', used, given)
  return given.has(numbered) ? unusedId(id, used, given) : numbered
}

function textOf(token: Token): string {
  return (token.children ?? [])
    .map(child => (/^(?:text|code_inline|math_inline|wikilink)$/.test(child.type) ? child.content : child.type === 'softbreak' ? ' ' : ''))
    .join('')
}
