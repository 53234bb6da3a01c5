// Citations in a style of notes become footnotes among the author's own, all numbered by their order in the text; those that stand in a footnote
// stay where they are. Which style it is depends on the site, so this is done once a text is read. A mark follows the punctuation, as in print.

import type { Token } from 'markdown-it'
import type { Body } from '../body.ts'
import type { Cited, CitedPiece } from '../words/cited.ts'
import { copyOf } from './copy-of.ts'
import { notesByLabel } from './extensions/footnotes.ts'

/** The body as a frame with these citations writes it: the same one, where its style has no notes. */
export function withCitationNotes(body: Body, cited: Cited | undefined): Body {
  if (cited?.notes === undefined || body.citations.length === 0) return body
  const { before, notes, behind, open } = parted(body.tokens)
  const numbers = new Map<string, number>()
  const marked: Numbering = { cited, numbers, added: [] }
  const text = before.map(token => withMarks(token, marked))
  const byLabel = notesByLabel([...notes, ...marked.added])
  const list: Token[] = []
  // A note may hold marks of others, which then follow it; so the list grows while it is written.
  for (const label of numbers.keys()) list.push(...(byLabel.get(label) ?? []).map(token => withMarks(token, { ...marked, isNote: true })))
  const all = list.length === 0 ? [] : [open ?? made('footnote_list_open', 1), ...list, made('footnote_list_close', -1)]
  const needs = all.length === 0 ? body.needs : new Set([...body.needs, 'footnotes' as const])
  return { ...body, tokens: [...text, ...all, ...behind], footnotes: [...numbers.keys()], needs }
}

interface Numbering {
  readonly cited: Cited
  /** The numbers of notes, by their labels. */
  readonly numbers: Map<string, number>
  /** The notes that citations become. */
  readonly added: Token[]
  readonly isNote?: boolean
}

// Of the list of references only one that its author has placed stands above the notes.
function parted(tokens: readonly Token[]): Record<'before' | 'notes' | 'behind', readonly Token[]> & { readonly open?: Token | undefined } {
  const end = tokens.at(-1)?.type === 'reference_list' && tokens.at(-1)?.meta?.['hasHeading'] !== true ? tokens.length - 1 : tokens.length
  const open = tokens.findIndex(({ type }) => type === 'footnote_list_open')
  if (open < 0) return { before: tokens.slice(0, end), notes: [], behind: tokens.slice(end) }
  const close = tokens.findIndex(({ type }) => type === 'footnote_list_close')
  return { before: tokens.slice(0, open), notes: tokens.slice(open + 1, close), behind: tokens.slice(close + 1), open: tokens[open] }
}

function withMarks(token: Token, numbering: Numbering): Token {
  const { children } = token
  if (!children?.some(({ type }) => type === 'footnote_ref' || type === 'citation')) return token
  return copyOf(token, { children: marksIn(children, numbering) })
}

function marksIn(children: readonly Token[], numbering: Numbering): Token[] {
  const out: Token[] = []
  let rest = children
  while (rest.length > 0) {
    const [child, ...following] = rest as [Token, ...Token[]]
    rest = following
    if (child.type === 'footnote_ref') {
      const number = numberOf(String(child.meta?.['label']), numbering)
      out.push(copyOf(child, { meta: { ...child.meta, number } }))
    } else if (child.type === 'citation' && numbering.isNote === true) {
      const isFollowed = following.some(({ type, content }) => type === 'text' && content.trim() !== '')
      out.push(copyOf(child, { meta: { ...child.meta, isFollowed } }))
    } else if (child.type === 'citation') {
      const { words, mark } = asNote(child, numbering)
      if (words.length === 0) dropSpace(out)
      out.push(...words)
      const { moved, left } = punctuationIn(following, mark)
      out.push(...moved, ...mark)
      rest = left
    } else out.push(child)
  }
  return out
}

function numberOf(label: string, { numbers }: Numbering): number {
  const number = numbers.get(label) ?? numbers.size + 1
  numbers.set(label, number)
  return number
}

// One of works that nobody knows stays as it is written.
function asNote(citation: Token, numbering: Numbering): { readonly words: Token[]; readonly mark: Token[] } {
  const { said, notes } = numbering.cited
  const author = said.get(citation.content)
  if (author === undefined) return { words: [citation], mark: [] }
  const place = Number(citation.meta?.['index'])
  const words = author.length === 0 ? [] : [made('html_inline', 0, { content: author.map(wordsOf).join('') })]
  if (notes?.[place] === undefined) return { words, mark: [] }
  const label = `cited-${place + 1}`
  const number = numberOf(label, numbering)
  const inNote = copyOf(citation, { meta: { index: place, isNote: true } })
  const inline = made('inline', 0, { children: [inNote, made('note_arrow', 0, { meta: { label } })] })
  numbering.added.push(
    made('footnote_open', 1, { meta: { label } }),
    made('paragraph_open', 1, { tag: 'p' }),
    inline,
    made('paragraph_close', -1, { tag: 'p' }),
    made('footnote_close', -1),
  )
  return { words, mark: [made('footnote_ref', 0, { meta: { label, use: 0, number } })] }
}

function wordsOf(piece: CitedPiece): string {
  return typeof piece === 'string' ? piece : piece.words
}

// The space in front of the brackets would stand in front of the mark.
function dropSpace(out: Token[]): void {
  const last = out.at(-1)
  if (last?.type === 'softbreak') out.pop()
  else if (last?.type === 'text') out.splice(-1, 1, copyOf(last, { content: last.content.trimEnd() }))
}

// `… is so [@key].` is written as `… is so.¹`; the text behind loses what has moved.
function punctuationIn([next, ...others]: readonly Token[], mark: readonly Token[]): { moved: readonly Token[]; left: readonly Token[] } {
  const [moved = ''] = next?.type === 'text' && mark.length > 0 ? (/^[.,;:!?…]+[”"’»]*/.exec(next.content) ?? []) : []
  if (next === undefined || moved === '') return { moved: [], left: next === undefined ? [] : [next, ...others] }
  return { moved: [copyOf(next, { content: moved })], left: [copyOf(next, { content: next.content.slice(moved.length) }), ...others] }
}

const plain = { tag: '', attrs: null, map: null, level: 0, children: null, content: '', markup: '', info: '', meta: null, hidden: false }

function made(type: string, nesting: -1 | 0 | 1, values: Partial<Token> = {}): Token {
  return { ...plain, type, nesting, block: nesting !== 0, ...values } as Token
}
