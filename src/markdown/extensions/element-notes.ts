// Distill's `<d-footnote>A note.</d-footnote>`, which stands where its mark is to stand: its text goes to the notes at the end, and all are numbered
// as they come. Read where there is a bibliography, as Distill's articles have one; of a blog that has none it stays what Jekyll makes of it.

import type { StateCore, Token } from 'markdown-it'
import { copyOf } from '../copy-of.ts'
import { envOf } from '../env.ts'
import type { Extension } from '../extension.ts'
import { backLinks, notesByLabel } from './footnotes.ts'

export const elementNotes: Extension = {
  name: 'notes in elements',
  kramdownElements: ['d-footnote'],
  tokens: state => {
    const { hasBlocks, cites, body } = envOf(state.env)
    if (!hasBlocks || !cites || !/<d-footnote\b/i.test(body)) return
    const notes = takeNotes(state)
    if (notes.size > 0) state.tokens = withNotes(state, notes)
  },
}

type Notes = Map<string, readonly Token[]>

const opening = /^<d-footnote(?:\s[^>]*)?>$/i
const closing = /^<\/d-footnote\s*>$/i

function takeNotes(state: StateCore): Notes {
  const notes: Notes = new Map()
  for (const block of state.tokens) {
    const line = block.children ?? []
    if (line.some(isOpening)) block.children = withMarks(line, notes, state)
  }
  return notes
}

function isOpening({ type, content }: Token): boolean {
  return type === 'html_inline' && opening.test(content)
}

// One that is not closed in its line stays as it is.
function withMarks(line: readonly Token[], notes: Notes, state: StateCore): Token[] {
  const made: Token[] = []
  for (let at = 0; at < line.length; at++) {
    const token = line[at] as Token
    const close = isOpening(token)
      ? line.findIndex(({ type, content }, index) => index > at && type === 'html_inline' && closing.test(content))
      : -1
    if (close < 0) made.push(token)
    else {
      const label = `note-${notes.size + 1}`
      notes.set(label, line.slice(at + 1, close))
      made.push(Object.assign(new state.Token('footnote_ref', '', 0), { meta: { label, use: 0, number: 0 } }))
      at = close
    }
  }
  return made
}

// The notes that the text has besides, and these, in the order of their marks; marks within notes come after those of the text.
function withNotes(state: StateCore, made: Notes): Token[] {
  const { tokens } = state
  const open = tokens.findIndex(({ type }) => type === 'footnote_list_open')
  const close = tokens.findIndex(({ type }) => type === 'footnote_list_close')
  const notes = new Map([
    ...notesByLabel(tokens.slice(open + 1, Math.max(0, close))),
    ...[...made].map(([label, line]) => asNote(state, label, line)),
  ])
  const text = open < 0 ? tokens : [...tokens.slice(0, open), ...tokens.slice(close + 1)]
  const first = Number(tokens[open]?.attrGet('start') ?? 1)
  const numbers = new Map<string, number>()
  const number = (block: Token): void => {
    block.children = (block.children ?? []).map(token => {
      if (token.type !== 'footnote_ref') return token
      const label = String(token.meta?.['label'])
      if (!numbers.has(label)) numbers.set(label, first + numbers.size)
      return copyOf(token, { meta: { ...token.meta, number: numbers.get(label) } })
    })
  }
  for (const block of text) if (block.children) number(block)
  // A map goes on to what is added to it while it is walked.
  const listed: Token[] = []
  for (const [label] of numbers) {
    const note = notes.get(label) ?? []
    for (const block of note) if (block.children) number(block)
    listed.push(...note)
  }
  const [start, end] = [tokens[open] ?? new state.Token('footnote_list_open', '', 1), new state.Token('footnote_list_close', '', -1)]
  const place = open < 0 ? text.length : open
  return [...text.slice(0, place), start, ...listed, end, ...text.slice(place)]
}

function asNote({ Token: Made }: StateCore, label: string, line: readonly Token[]): [string, Token[]] {
  const back = Object.assign(new Made('html_inline', '', 0), { content: `\u00a0${backLinks(label, 1)}` })
  const inline = Object.assign(new Made('inline', '', 0), { children: [...line, back] })
  const open = Object.assign(new Made('footnote_open', 'li', 1), { meta: { label } })
  return [
    label,
    [open, new Made('paragraph_open', 'p', 1), inline, new Made('paragraph_close', 'p', -1), new Made('footnote_close', 'li', -1)],
  ]
}
