// Diagrams of Mermaid, as a fence or as HTML: `<pre class="mermaid">` is what its own manual has. Either becomes a box of code, so that whoever has
// no script, a feed and a book show it as lines; with Quarto's options it is a figure.

import type { StateCore, Token } from 'markdown-it'
import { unescapeHtml } from '../../text/escape.ts'
import { isDiagram, readDiagramOptions } from '../diagrams.ts'
import { envOf } from '../env.ts'
import type { Extension } from '../extension.ts'

export const diagrams: Extension = {
  name: 'diagrams',
  tokens: state => {
    const { hasBlocks, body } = envOf(state.env)
    // In another's look it is the code that it is there, and a text that brings its own script draws by itself.
    if (!hasBlocks || !body.includes('mermaid')) return
    if (!/<script\b/i.test(body)) takeMarkup(state)
    for (const token of state.tokens) if (token.type === 'fence' && isDiagram(token.info)) takeOptions(token, state)
  },
}

function takeOptions(token: Token, state: StateCore): void {
  const { label, caption, source } = readDiagramOptions(token.content)
  token.content = source
  const id = /#(fig-[\p{L}\p{N}_:.-]+)/u.exec(token.info)?.[1] ?? label
  token.info = 'mermaid'
  if (id?.startsWith('fig-')) token.meta = { ...token.meta, label: id }
  if (caption === undefined) return
  const words: Token[] = []
  state.md.inline.parse(caption, state.md, state.env, words)
  token.meta = { ...token.meta, words }
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
