// Diagrams of Mermaid, as a fence or as HTML: `<pre class="mermaid">` is what its own manual has. Either becomes a box of code, so that whoever has
// no script, a feed and a book show it as lines; with Quarto's options it is a figure.

import type { MarkdownIt, StateCore, Token } from 'markdown-it'
import { unclosedBlock } from '../../diagnostics/texts.ts'
import { unescapeHtml } from '../../text/escape.ts'
import { isDiagram } from '../diagrams.ts'
import { envOf } from '../env.ts'
import type { Extension, ExtensionTools } from '../extension.ts'
import { diagramBlock } from '../kramdown/diagram-block.ts'
import { readFenceOptions } from '../lecture/fence-options.ts'
import { insideOf, linesBetween } from '../lecture/fenced.ts'
import { takeWords } from '../lecture/floats.ts'
import { placeAhead } from '../lecture/place.ts'
import { readLine } from './math.ts'

const colons = /^:{3,}[ \t]*(\{?mermaid(?![\w-]).*)$/

export const diagrams: Extension = {
  name: 'diagrams',
  read: { commonmark: readColons },
  kramdownBlocks: [diagramBlock],
  tokens: (state, tools) => {
    const { hasBlocks, body } = envOf(state.env)
    // In another's look it is the code that it is there, and a text that brings its own script draws by itself.
    if (!hasBlocks || !body.includes('mermaid')) return
    if (!/<script\b/i.test(body)) takeMarkup(state)
    for (const token of state.tokens) if (token.type === 'fence' && isDiagram(token.info)) takeOptions(token, state, tools)
  },
}

function readColons(markdown: MarkdownIt): void {
  markdown.block.ruler.before('fence', 'diagram_block', (state, startLine, endLine, silent) => {
    const lineAt = (line: number): string => state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
    if (!envOf(state.env).hasBlocks || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
    const info = colons.exec(lineAt(startLine))?.[1]
    if (info === undefined || silent) return info !== undefined
    const { count, isClosed } = insideOf(linesBetween(startLine + 1, endLine, lineAt))
    const end = startLine + 1 + count
    const content = state.getLines(startLine + 1, end, state.sCount[startLine] ?? 0, true)
    state.line = end + (isClosed ? 1 : 0)
    Object.assign(state.push('fence', 'code', 0), { info: info.trim(), content, map: [startLine, state.line], meta: { isClosed } })
    return true
  })
}

function takeOptions(token: Token, state: StateCore, tools: ExtensionTools): void {
  const { label, isLabelFree, caption, source } = readFenceOptions(token)
  token.content = source
  token.info = 'mermaid'
  if (label?.startsWith('fig-') || (label !== undefined && isLabelFree)) token.meta = { ...token.meta, label, phrase: 'figure' }
  takeWords(token, caption, text => readLine(text, state, tools))
  const env = envOf(state.env)
  if (token.meta?.['isClosed'] === false) env.diagnostics.push(unclosedBlock(placeAhead(':::', token.map?.[0] ?? 0, env), 'diagram'))
}

const element = /^<(div|pre)\b[^>]*\bclass\s*=\s*["']?(?:[^"'>]*\s)?mermaid(?=[\s"'>])[^>]*>([\s\S]*?)<\/\1>\s*$/i
const codeElement = /^<(pre)\b[^>]*>\s*<code\b[^>]*\blanguage-mermaid\b[^>]*>([\s\S]*?)<\/code>\s*<\/pre>\s*$/i

// kramdown cuts an element into the tags and what stands between them.
function takeMarkup(state: StateCore): void {
  const made = new Map<Token, Token>()
  const dropped = new Set<Token>()
  state.tokens.forEach((token, index, tokens) => {
    if (token.type !== 'html_block' || dropped.has(token) || !/^<(?:div|pre)\b/i.test(token.content)) return
    const run = tokens.slice(index, index + 6)
    const end = run.findIndex(({ type }) => type !== 'html_block')
    for (let count = 1; count <= (end < 0 ? run.length : end); count += 1) {
      const written = run
        .slice(0, count)
        .map(({ content }) => content)
        .join('')
      const inside = (element.exec(written) ?? codeElement.exec(written))?.[2]
      if (inside === undefined) continue
      const source = unescapeHtml(inside.replace(/^\s*<code\b[^>]*>|<\/code>\s*$/g, '')).replace(/^\n+|\s+$/g, '')
      made.set(
        token,
        Object.assign(new state.Token('fence', 'code', 0), { info: 'mermaid', content: `${source}\n`, map: token.map, block: true }),
      )
      for (const part of run.slice(1, count)) dropped.add(part)
      return
    }
  })
  if (made.size === 0) return
  state.tokens = state.tokens.flatMap(token => (dropped.has(token) ? [] : [made.get(token) ?? token]))
}
