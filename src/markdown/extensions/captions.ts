// What a picture or a table is called by: `{#fig-x}` behind a picture, and `: Caption {#tbl-x}` below a table, as in Quarto. Only what has such a
// label is numbered, as with equations.

import type { StateCore, Token } from 'markdown-it'
import { doubleLabel } from '../../diagnostics/texts.ts'
import { below, positionOnLine } from '../../text/position.ts'
import { envOf } from '../env.ts'
import type { Extension } from '../extension.ts'

export const captions: Extension = {
  name: 'captions',
  tokens: state => {
    if (!envOf(state.env).hasBlocks || !/#(?:fig|tbl)-/.test(envOf(state.env).body)) return
    for (const [index, token] of state.tokens.entries()) {
      const figure = figureLabel(token, state.tokens[index + 1])
      if (figure !== undefined) addLabel(state, token, figure, 'figure')
    }
    takeTableCaptions(state)
  },
}

const label = String.raw`\{#((?:fig|tbl)-[\p{L}\p{N}_:.-]+)\}\s*$`
const figureEnd = new RegExp(`^\\s*${label}`, 'u')
const tableCaption = new RegExp(`\\s*${label}`, 'u')

// A picture that is a paragraph by itself, with its label behind it or as its id.
function figureLabel(open: Token, line: Token | undefined): string | undefined {
  if (open.type !== 'paragraph_open' || line?.children == null) return undefined
  const [image, text, ...others] = line.children
  if (image?.type !== 'image' || others.length > 0) return undefined
  if (text === undefined) return /^fig-/.exec(String(image.attrGet('id') ?? '')) ? takeId(image) : undefined
  const found = text.type === 'text' ? figureEnd.exec(text.content)?.[1] : undefined
  if (found === undefined) return undefined
  line.children = [image]
  return found
}

function takeId(token: Token): string {
  const id = String(token.attrGet('id'))
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'id')
  return id
}

function addLabel({ env }: StateCore, token: Token, id: string, phrase: 'figure' | 'table'): void {
  const { labels, diagnostics, captions: counts, ...text } = envOf(env)
  if (labels.has(id)) {
    const position = positionOnLine(text.lines(), (token.map?.[0] ?? 0) + 1, `#${id}`)
    diagnostics.push(doubleLabel({ file: text.file, position: below(position, text.bodyLine) }, id))
    return
  }
  counts[phrase] += 1
  const number = String(counts[phrase])
  labels.set(id, { id, phrase, name: number })
  token.attrSet('id', id)
  token.meta = { ...token.meta, number }
}

function takeTableCaptions(state: StateCore): void {
  let table: Token | undefined
  const dropped = new Set<Token>()
  state.tokens.forEach((token, index, tokens) => {
    if (token.type === 'table_open') table = token
    const [line, close] = [tokens[index + 1], tokens[index + 2]]
    const isBehind = token.type === 'paragraph_open' && tokens[index - 1]?.type === 'table_close'
    if (!isBehind || table === undefined || line?.children == null || close === undefined) return
    const [first, last] = [line.children[0], line.children.at(-1)]
    const id = last?.type === 'text' ? tableCaption.exec(last.content)?.[1] : undefined
    if (id === undefined || first?.type !== 'text' || last === undefined || !/^(?:Table)?: /.test(first.content)) return
    last.content = last.content.replace(tableCaption, '')
    first.content = first.content.replace(/^(?:Table)?: /, '')
    addLabel(state, table, id, 'table')
    table.meta = { ...table.meta, caption: line }
    for (const each of [token, line, close]) dropped.add(each)
  })
  if (dropped.size > 0) state.tokens = state.tokens.filter(token => !dropped.has(token))
}
