// Blocks of a lecture: `::: theorem Capacity {#thm-cap}` up to a line of colons, and `> [!THEOREM] Capacity {#thm-cap}`. A text that is shown as
// Jekyll shows it has none: there these are the text they are.

import type { MarkdownIt, StateBlock, StateCore, Token } from 'markdown-it'
import { doubleLabel, misspeltOption, unclosedBlock } from '../../diagnostics/texts.ts'
import { envOf, type MarkdownEnv } from '../env.ts'
import type { Extension, Write } from '../extension.ts'
import { fencedBlock } from '../kramdown/fenced-block.ts'
import { alertsToBlocks } from '../lecture/alerts.ts'
import { nearestOption, readOptions } from '../lecture/directive-options.ts'
import { insideOf, linesBetween } from '../lecture/fenced.ts'
import { isNumbered } from '../lecture/kinds.ts'
import { type Opening, openingOf, readFence } from '../lecture/opening.ts'
import { placeAhead } from '../lecture/place.ts'
import { closeBlock, openBlock, titleEnd, titleStart } from '../lecture/write-block.ts'

export const blocks: Extension = {
  name: 'blocks',
  read: { commonmark: readFences },
  kramdownBlocks: [fencedBlock],
  tokens: state => {
    if (!envOf(state.env).hasBlocks) return
    dropHidden(state)
    alertsToBlocks(state)
    takeTitles(state)
    number(state)
  },
  write: {
    block_open: writer(openBlock),
    block_title_open: writer(titleStart),
    block_title_close: writer(titleEnd),
    block_close: writer(closeBlock),
  },
}

function writer(write: (block: Token, ...rest: Parameters<Write>) => string): Write {
  return (tokens, index, writing, renderer) => write(tokens[index]?.meta?.['block'] as Token, tokens, index, writing, renderer)
}

function readFences(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'lecture_block', readBlock)
}

function readBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (!envOf(state.env).hasBlocks || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
  const lineAt = (line: number): string => state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
  if (!lineAt(startLine).startsWith(':::')) return false
  const found = readFence(lineAt(startLine))
  if (found === undefined) return false
  if (silent) return true
  const { count, isClosed } = insideOf(linesBetween(startLine + 1, endLine, lineAt))
  const end = startLine + 1 + count
  const { opening, count: optionLines } = readOptions(found, linesBetween(startLine + 1, end, lineAt))
  const open = state.push('block_open', 'div', 1)
  open.map = [startLine, end]
  open.meta = { opening, isClosed }
  pushTitle(state, opening, startLine)
  const { parentType, lineMax } = state
  state.lineMax = end
  state.md.block.tokenize(state, startLine + 1 + optionLines, end)
  state.parentType = parentType
  state.lineMax = lineMax
  state.push('block_close', 'div', -1)
  state.line = end + (isClosed ? 1 : 0)
  return true
}

function pushTitle(state: StateBlock, { title }: Opening, line: number): void {
  state.push('block_title_open', 'p', 1)
  const inline = state.push('inline', '', 0)
  inline.content = title
  inline.map = [line, line + 1]
  inline.children = []
  state.push('block_title_close', 'p', -1)
}

// What only its author is to see: a solution until the exercise is handed in.
function dropHidden(state: StateCore): void {
  if (!state.tokens.some(isHidden)) return
  let depth = 0
  state.tokens = state.tokens.filter(token => {
    const isShown = depth === 0 && !isHidden(token)
    if (!isShown && token.type === 'block_open') depth += 1
    else if (!isShown && token.type === 'block_close') depth -= 1
    return isShown
  })
}

function isHidden(token: Token): boolean {
  return token.type === 'block_open' && openingOf(token).isHidden === true
}

// As in Quarto, a heading right at the beginning is the title.
function takeTitles(state: StateCore): void {
  state.tokens.forEach(({ type }, index, tokens) => {
    const [title, heading, line] = [tokens[index + 2], tokens[index + 4], tokens[index + 5]]
    if (type !== 'block_open' || heading?.type !== 'heading_open' || title === undefined || (title.children ?? []).length > 0) return
    title.children = line?.children ?? []
    heading.type = 'dropped'
  })
  if (!state.tokens.some(({ type }) => type === 'dropped')) return
  state.tokens = state.tokens.filter(({ type }, index, tokens) => {
    const isOf = (back: number): boolean => tokens[index - back]?.type === 'dropped'
    return type !== 'dropped' && !isOf(1) && !isOf(2)
  })
}

// Every token of a block knows the token that opens it.
function number({ tokens, env }: StateCore): void {
  const [counts, open] = [new Map<string, number>(), [] as Token[]]
  const knownEnv = envOf(env)
  const labels = new Set<string>()
  for (const token of tokens) {
    if (token.type === 'block_open') {
      open.push(token)
      take(token, counts, labels, knownEnv)
    }
    if (token.type.startsWith('block_')) token.meta = { ...token.meta, block: open.at(-1) }
    if (token.type === 'block_close') open.pop()
  }
  if (counts.size > 0 || labels.size > 0 || tokens.some(({ type }) => type === 'block_open')) knownEnv.needs.add('blocks')
}

function take(token: Token, counts: Map<string, number>, labels: Set<string>, env: MarkdownEnv): void {
  const { opening, isClosed } = token.meta as { readonly opening: Opening; readonly isClosed: boolean }
  const { id, kind, misspelt = [] } = opening
  const placeOf = (needle: string) => placeAhead(needle, token.map?.[0] ?? 0, env)
  if (kind.counter !== undefined && isNumbered(kind, id) && opening.isUnnumbered !== true) {
    const count = (counts.get(kind.counter) ?? 0) + 1
    counts.set(kind.counter, count)
    token.meta = { ...token.meta, number: count }
  }
  for (const name of misspelt) env.diagnostics.push(misspeltOption(placeOf(`:${name}`), name, nearestOption(name)))
  if (!isClosed) env.diagnostics.push(unclosedBlock(placeOf(':::'), kind.name))
  // Figures and tables are numbered together with those that stand by themselves.
  if (id === undefined || kind.look === 'float') return
  if (labels.has(id)) env.diagnostics.push(doubleLabel(placeOf(opening.isDirective === true ? `: ${id}` : `#${id}`), id))
  else {
    token.attrSet('id', id)
    env.labels.set(id, { id, phrase: kind.phrase, name: String(token.meta?.['number'] ?? '') })
  }
  labels.add(id)
}
