// What a picture or a table is called by: `{#fig-x}` behind a picture, `: Caption {#tbl-x}` below or above a table, and a div that holds several,
// `::: {#fig-x}`, whose last paragraph is its caption, as in Quarto; diagrams and code have said theirs by now. Only what has such a label is
// numbered, as with equations; the caption of a table needs none.

import type { StateCore, Token } from 'markdown-it'
import { doubleLabel } from '../../diagnostics/texts.ts'
import { below, positionOnLine } from '../../text/position.ts'
import { copyOf } from '../copy-of.ts'
import { envOf } from '../env.ts'
import type { Extension } from '../extension.ts'
import { areAttributes, readAttributes } from '../lecture/attributes.ts'
import { closeOf, type FloatPhrase, floatPhrase, takeCaption } from '../lecture/floats.ts'
import { openingOf } from '../lecture/opening.ts'

export const captions: Extension = {
  name: 'captions',
  tokens: state => {
    if (!envOf(state.env).hasBlocks || !mayHaveCaption.test(envOf(state.env).body)) return
    standAlone(state)
    takeTableCaptions(state)
    number(state)
  },
  // It is written with what it belongs to; here it is read like any other line.
  write: { caption: () => '' },
}

const mayHaveCaption = /(?:fig|tbl|lst)-|%%\||layout-ncol|caption|:(?:name|label):|^[ \t>]*(?:Table)?: /m

const isBreak = ({ type, content }: Token): boolean => type === 'softbreak' || (type === 'text' && content === '\n')

// A picture with a label that begins a paragraph is a figure, and so is each that follows on a line of its own or beside it.
function standAlone(state: StateCore): void {
  state.tokens = state.tokens.flatMap((line, index, tokens) => {
    const open = tokens[index - 1]
    if (open?.type !== 'paragraph_open' || !isLabelled(line.children?.[0])) return [line]
    return pictureLines(line.children ?? []).flatMap((children, at) => {
      const figure = asFigure(state, copyOf(line, { children: [...children] }), open)
      return at === 0 ? figure : [...between(state, open), ...figure]
    })
  })
}

function pictureLines(line: readonly Token[]): readonly (readonly Token[])[] {
  const lines: Token[][] = [[]]
  for (const token of line) {
    const last = lines.at(-1) ?? []
    const before = last.at(-1)
    const isSpace = before !== undefined && (isBreak(before) || (before.type === 'text' && before.content.trim() === ''))
    if (!isLabelled(token) || !(isSpace || before?.content.endsWith('\n'))) last.push(token)
    else {
      if (isSpace) last.pop()
      lines.push([token])
    }
  }
  return lines
}

// The rest of its line and of the paragraph is one below it; or its caption, if it is in italics.
function asFigure(state: StateCore, line: Token, open: Token): Token[] {
  const [image, ...rest] = line.children as [Token, ...Token[]]
  const text = withoutBreak(rest)
  const [first] = text
  if (first === undefined) return [line]
  line.children = [image]
  if (first.type === 'em_open' && text.findIndex(({ type }) => type === 'em_close') === text.length - 1) {
    image.meta = { ...image.meta, caption: text.slice(1, -1) }
    return [line]
  }
  return [line, ...between(state, open), copyOf(line, { children: [...text] })]
}

/** Ends a paragraph and opens the next. */
function between(state: StateCore, open: Token): Token[] {
  const close = Object.assign(new state.Token('paragraph_close', 'p', -1), { block: true, hidden: open.hidden })
  return [close, Object.assign(new state.Token('paragraph_open', 'p', 1), { block: true, hidden: open.hidden, map: open.map })]
}

function withoutBreak([first, ...rest]: readonly Token[]): readonly Token[] {
  if (first === undefined) return []
  if (isBreak(first)) return rest
  return first.type === 'text' && first.content.startsWith('\n') ? [copyOf(first, { content: first.content.slice(1) }), ...rest] : []
}

function isLabelled(token: Token | undefined): boolean {
  return token?.type === 'image' && labelOf(token) !== undefined
}

function labelOf(image: Token): string | undefined {
  const id = String(image.attrGet('id') ?? '')
  return id.startsWith('fig-') ? id : undefined
}

const attributesAtEnd = /\s*\{([^{}]*)\}\s*$/

// Its line stands behind its table, or in front of it.
function takeTableCaptions(state: StateCore): void {
  const { tokens } = state
  const dropped = new Set<Token>()
  let last: Token | undefined
  tokens.forEach((open, index) => {
    if (open.type === 'table_open') last = open
    const [line, close] = [tokens[index + 1], tokens[index + 2]]
    if (open.type !== 'paragraph_open' || line?.children == null || close === undefined) return
    const behind = tokens[index - 1]?.type === 'table_close' ? last : undefined
    const table = behind?.meta?.['caption'] === undefined && behind !== undefined ? behind : tokens[index + 3]
    const [first, end] = [line.children[0], line.children.at(-1)]
    const given = end?.type === 'text' ? attributesAtEnd.exec(end.content)?.[1] : undefined
    if (table?.type !== 'table_open' || end === undefined) return
    const label = given !== undefined && areAttributes(given) ? readAttributes(given).id : undefined
    if (label?.startsWith('tbl-') === false || first?.type !== 'text' || !/^(?:Table)?: /.test(first.content)) return
    if (label !== undefined) end.content = end.content.replace(attributesAtEnd, '')
    first.content = first.content.replace(/^(?:Table)?: /, '')
    line.type = 'caption'
    table.meta = { ...table.meta, caption: line, label }
    dropped.add(open).add(close)
  })
  if (dropped.size > 0) state.tokens = tokens.filter(token => !dropped.has(token))
}

/** A div of several that is open, and how many parts it has so far. */
interface Float {
  readonly number: string
  readonly close: Token | undefined
  parts: number
}

// In the order of the text; what stands in a div is a part of it, and has a letter.
function number(state: StateCore): void {
  const open: Float[] = []
  const counts = { figure: 0, table: 0, listing: 0 }
  const dropped = new Set<Token>()
  state.tokens = state.tokens.flatMap((token, index, tokens) => {
    if (token === open.at(-1)?.close) open.pop()
    const thing = thingAt(token, tokens[index + 1])
    if (thing === undefined && isFloat(token)) return [token, ...takeCaption(tokens, index, closeOf(tokens, index), dropped)]
    if (thing === undefined) return withCaption(state, token, undefined)
    const whole = open.at(-1)
    const part = whole && letter(whole.parts)
    const name = whole === undefined ? String(counts[thing.phrase] + 1) : `${whole.number}${part}`
    if (addLabel(state, token, { ...thing, name })) {
      if (whole === undefined) counts[thing.phrase] += 1
      else whole.parts += 1
      token.meta = { ...token.meta, number: name, part }
    }
    if (token.type === 'block_open') {
      const close = closeOf(tokens, index)
      open.push({ number: name, close, parts: 0 })
      return [token, ...takeCaption(tokens, index, close, dropped)]
    }
    return withCaption(state, token, tokens[index + 1])
  })
  state.tokens = state.tokens.filter(token => !dropped.has(token))
}

// A diagram may have one without a number.
function withCaption(state: StateCore, token: Token, line: Token | undefined): Token[] {
  const isFigure = token.type === 'paragraph_open' && token.meta?.['number'] !== undefined
  const words = isFigure ? captionOf(line?.children?.[0]) : (token.meta?.['words'] as Token[] | undefined)
  if (words === undefined && (token.type !== 'fence' || token.meta?.['number'] === undefined)) return [token]
  const caption = Object.assign(new state.Token('caption', '', 0), { map: token.map, children: words ?? [] })
  token.meta = { ...token.meta, caption }
  return [caption, token]
}

function letter(index: number): string {
  return String.fromCharCode(97 + (index % 26))
}

function isFloat(token: Token): boolean {
  return token.type === 'block_open' && openingOf(token).kind.look === 'float'
}

interface Thing {
  readonly id: string
  readonly phrase: FloatPhrase
}

function thingAt(token: Token, line: Token | undefined): Thing | undefined {
  if (token.type === 'table_open' && token.meta?.['label'] !== undefined) return { id: String(token.meta['label']), phrase: 'table' }
  if (token.type === 'fence' && token.meta?.['label'] !== undefined)
    return { id: String(token.meta['label']), phrase: token.meta['phrase'] as FloatPhrase }
  if (token.type === 'block_open') {
    const { kind, id = '' } = openingOf(token)
    return kind.look === 'float' && id !== '' ? { id, phrase: floatPhrase(token) } : undefined
  }
  const [image, ...others] = token.type === 'paragraph_open' ? (line?.children ?? []) : []
  const id = image?.type === 'image' && others.length === 0 ? labelOf(image) : undefined
  if (image === undefined || id === undefined) return undefined
  image.attrs = (image.attrs ?? []).filter(([name]) => name !== 'id')
  return { id, phrase: 'figure' }
}

// A title is what its author wants to be read; otherwise it is what stands in the brackets.
function captionOf(image: Token | undefined): Token[] | undefined {
  if (image === undefined) return undefined
  const title = String(image.attrGet('title') ?? '')
  const words = image.meta?.['title'] as Token[] | undefined
  if (title !== '')
    return (
      words?.map(token => copyOf(token, {})) ?? [
        copyOf(image, { type: 'text', tag: '', content: title, children: null, attrs: null, meta: null }),
      ]
    )
  return ((image.meta?.['caption'] as Token[] | undefined) ?? image.children ?? []).map(token => copyOf(token, {}))
}

// Of two with one label the former has it.
function addLabel({ env }: StateCore, token: Token, { id, phrase, name }: Thing & { readonly name: string }): boolean {
  const { labels, diagnostics, ...text } = envOf(env)
  if (labels.has(id)) {
    const position = positionOnLine(text.lines(), (token.map?.[0] ?? 0) + 1, `#${id}`)
    diagnostics.push(doubleLabel({ file: text.file, position: below(position, text.bodyLine) }, id))
    return false
  }
  labels.set(id, { id, phrase, name })
  token.attrSet('id', id)
  return true
}
