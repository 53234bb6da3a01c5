// Citations, where there is a bibliography to cite from: `[@key]`, `@key`, and Distill's `<d-cite key="…">`. What they say depends on all that the
// text cites, so it is said when the text is written; the works stand in a list at its end, which leads back.

import type { StateCore, Token } from 'markdown-it'
import { waysBack, writeReferences } from '../../citing/write-references.ts'
import { unreadMarkup } from '../../diagnostics/texts.ts'
import { escapeHtml } from '../../text/escape.ts'
import { below, positionOnLine } from '../../text/position.ts'
import type { Citation, CitedPiece } from '../../words/cited.ts'
import { copyOf } from '../copy-of.ts'
import { envOf } from '../env.ts'
import type { Extension, Write } from '../extension.ts'
import { splitAtCitations } from '../lecture/citation-syntax.ts'
import { joinedTexts, replaceTexts } from '../texts-in-line.ts'
import { idText, localAddress, type Writing } from '../writing.ts'

export const citations: Extension = {
  name: 'citations',
  tokens: state => {
    const { cites, lists, hasBlocks, body, citations: found, needs } = envOf(state.env)
    if (!cites && hasBlocks) complainOfElements(state)
    if (!cites || !(lists || /@|<d-cite/i.test(body))) return
    for (const block of state.tokens) if (block.children) takeCitations(state, block)
    if (found.length === 0 && !lists) return
    needs.add('blocks')
    numberNotes(state)
    placeList(state)
  },
  write: { citation: (...written) => writeCitation(...written), reference_list: (...written) => writeList(...written) },
}

function takeCitations(state: StateCore, block: Token): void {
  const line = (block.map?.[0] ?? 0) + envOf(state.env).bodyLine
  const read = (citation: Omit<Citation, 'line'>): Token => {
    const { citations: found } = envOf(state.env)
    const index = found.push({ ...citation, line }) - 1
    return Object.assign(new state.Token('citation', '', 0), { content: citation.written, meta: { index } })
  }
  block.children = replaceTexts(withElements(joinedTexts(plainInBrackets(block.children ?? []), '@'), read), text =>
    text.content.includes('@')
      ? splitAtCitations(text.content).map(part => (typeof part === 'string' ? copyOf(text, { content: part }) : read(part)))
      : [text],
  )
}

const [opens, closes] = [/\[[^[\]]*$/, /^[^[\]]*\]/]
const inside = /^(?:text|softbreak|code_inline|(?:em|strong)_(?:open|close))$/

// In `[@a, pp. 3–5 and *passim*]` what stands around the key has no looks of its own.
function plainInBrackets(line: readonly Token[]): readonly Token[] {
  if (!line.some(({ type }) => type === 'em_open' || type === 'strong_open' || type === 'code_inline')) return line
  const out: Token[] = []
  for (let at = 0; at < line.length; at += 1) {
    const token = line[at] as Token
    const end = token.type === 'text' && opens.test(token.content) ? endOfBrackets(line, at) : undefined
    if (end === undefined) out.push(token)
    else {
      const words = line.slice(at, end + 1).map(({ type, content }) => (type === 'softbreak' ? '\n' : content))
      out.push(copyOf(token, { content: words.join('') }))
      at = end
    }
  }
  return out
}

// Undefined where they hold no key, something else, or the half of something.
function endOfBrackets(line: readonly Token[], start: number): number | undefined {
  let [depth, hasKey] = [0, /\[[^[\]]*@[^[\]]*$/.test(line[start]?.content ?? '')]
  for (let at = start + 1; at < line.length; at += 1) {
    const { type, content, nesting } = line[at] as Token
    if (!inside.test(type)) return undefined
    depth += nesting
    if (type !== 'text') continue
    if (closes.test(content)) return depth === 0 && (hasKey || /^[^[\]]*@/.test(content)) ? at : undefined
    if (/[[\]]/.test(content)) return undefined
    hasKey ||= content.includes('@')
  }
  return undefined
}

const element = /^<d-cite\b[^>]*?\b(?:key|bibtex-key)\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*>/i

// `<d-cite key="a,b"></d-cite>`, whatever stands in it.
function withElements(tokens: readonly Token[], read: (citation: Omit<Citation, 'line'>) => Token): readonly Token[] {
  if (!tokens.some(({ type, content }) => type === 'html_inline' && element.test(content))) return tokens
  const out: Token[] = []
  let isInside = false
  for (const token of tokens) {
    const match = token.type === 'html_inline' ? element.exec(token.content) : null
    if (match !== null) {
      const keys = (match[1] ?? match[2] ?? '').split(/[\s,;]+/).filter(name => name !== '')
      const items = keys.map(key => ({ key, prefix: '', suffix: '', withoutAuthor: false }))
      if (items.length > 0) out.push(read({ written: match[0], isInSentence: false, items }))
      isInside = !/\/>$|<\/d-cite>\s*$/i.test(token.content)
    } else if (isInside && token.type === 'html_inline' && /^<\/d-cite>/i.test(token.content)) isInside = false
    else if (!isInside) out.push(token)
  }
  return out
}

// Nothing would be seen of what is cited, and a note would stand in the middle of its sentence.
const unread = [
  { pattern: element, name: 'A citation of Distill', mend: 'put the .bib file with the work beside the post' },
  { pattern: /^<d-footnote[\s>]/i, name: 'A note of Distill', mend: 'put a .bib file beside the post, or write it as a footnote, [^1]' },
]

function complainOfElements({ tokens, env }: StateCore): void {
  const { body, lines, bodyLine, file, diagnostics } = envOf(env)
  if (!/<d-(?:cite|footnote)\b/i.test(body)) return
  for (const { children, map } of tokens)
    for (const { type, content } of children ?? []) {
      const found = type === 'html_inline' ? unread.find(({ pattern }) => pattern.test(content)) : undefined
      if (found === undefined) continue
      const position = below(positionOnLine(lines(), lineWith(lines(), map?.[0] ?? 0, content) + 1, content), bodyLine)
      diagnostics.push(unreadMarkup({ file, position }, found.name, found.mend, true))
    }
}

function lineWith(lines: readonly string[], from: number, written: string): number {
  const ahead = lines.slice(from, from + 60).findIndex(line => line.includes(written))
  return from + Math.max(0, ahead)
}

// Where a style of notes is used, each that stands in the text is a note among the others.
function numberNotes({ tokens, env }: StateCore): void {
  const { citations: found } = envOf(env)
  const numbers = new Map<string, number>()
  let [count, inside]: [number, string | undefined] = [0, undefined]
  for (const { type, meta, children } of tokens) {
    if (type === 'footnote_open') inside = String(meta?.['label'])
    for (const child of children ?? []) {
      const label = String(child.meta?.['label'])
      if (child.type === 'footnote_ref' && !numbers.has(label)) numbers.set(label, ++count)
      const place = Number(child.meta?.['index'])
      const citation = child.type === 'citation' ? found[place] : undefined
      if (citation !== undefined) found[place] = { ...citation, note: inside === undefined ? ++count : (numbers.get(inside) ?? count) }
    }
  }
}

const placeholder = /^\s*<div\s+id="refs"[^>]*>\s*(<\/div>\s*)?$/

// Where its author says, below a heading that ends the text, or at the end.
function placeList(state: StateCore): void {
  const { tokens } = state
  const list = new state.Token('reference_list', '', 0)
  const place = tokens.findIndex(isPlaceholder)
  const notes = tokens.findIndex(({ type }) => type === 'footnote_list_open')
  const end = notes < 0 ? tokens.length : notes
  if (place >= 0) tokens.splice(place, tokens[place]?.content.includes('</div>') ? 1 : 2, withoutHeading(list))
  else if (tokens[end - 1]?.type === 'heading_close') tokens.splice(end, 0, withoutHeading(list))
  else tokens.push(list)
}

// kramdown's reader makes a token of each of its tags.
function isPlaceholder({ type, content }: Token, index: number, tokens: readonly Token[]): boolean {
  const found = type === 'html_block' ? placeholder.exec(content) : null
  return found !== null && (found[1] !== undefined || tokens[index + 1]?.content.trim() === '</div>')
}

function withoutHeading(list: Token): Token {
  list.meta = { hasHeading: true }
  return list
}

const writeCitation: Write = (tokens, index, writing) => {
  const token = tokens[index] as Token
  const { cited, dress } = writing.frame
  const pieces = cited?.said.get(token.content)
  // A name that is no key stays as it is written.
  if (pieces === undefined) return escapeHtml(token.content)
  const place = Number(token.meta?.['index'])
  const note = cited?.notes?.[place]
  if (note !== undefined && dress !== 'words')
    return `<span class="citation" id="${idText(`cite-${place + 1}`, writing)}">${noteWords(note, token, writing)}</span>`
  if (dress === 'words' || cited?.leads === undefined || token.meta?.['isInLink'] === true) return pieces.map(wordsOf).join('')
  const { leads } = cited
  const said = pieces.map(piece => (typeof piece === 'string' ? piece : linked(piece, leads, writing)))
  return `<span class="citation" id="${idText(`cite-${place + 1}`, writing)}">${said.join('')}</span>`
}

// What its author puts in front begins the note; in one of his own the sentence may go on.
function noteWords(words: string, { meta }: Token, { body }: Writing): string {
  if (meta?.['isFollowed'] === true) return words.replace(/\.$/, '')
  const hasPrefix = body.citations[Number(meta?.['index'])]?.items[0]?.prefix !== ''
  return meta?.['isNote'] === true && hasPrefix ? words.replace(/^\p{Ll}/u, letter => letter.toUpperCase()) : words
}

function wordsOf(piece: CitedPiece): string {
  return typeof piece === 'string' ? piece : piece.words
}

type Link = Exclude<CitedPiece, string>

function linked({ id, words }: Link, leads: (id: string) => string, { frame }: Writing): string {
  const address = escapeHtml(frame.address({ url: leads(id), kind: 'link', line: 0 }))
  return `<a href="${address}" role="doc-biblioref">${words}</a>`
}

const writeList: Write = (tokens, index, writing) => {
  const { body, frame } = writing
  const list = frame.cited?.list ?? []
  if (list.length === 0 || frame.dress === 'words') return ''
  const backTo = waysBack(
    body.citations.flatMap((citation, place) =>
      frame.cited?.said.has(citation.written) === true ? [{ citation, address: localAddress(`cite-${place + 1}`, writing) }] : [],
    ),
  )
  const heading = tokens[index]?.meta?.['hasHeading'] === true ? '' : frame.say('references')
  return writeReferences(list, { heading, level: frame.topHeading ?? 2, backTo })
}
