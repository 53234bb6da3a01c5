// What lists, cards and search engines are told of a text: its excerpt, and sentences of its prose. Headings, captions, code and tables introduce
// nothing, and run together they would read as nonsense.

import type { Token } from 'markdown-it'
import type { Body, Frame } from '../body.ts'
import type { Html } from '../model.ts'
import type { Summary } from '../pages/page.ts'
import { longestDescription } from '../pages/view.ts'
import { textOfHtml } from '../text/escape.ts'
import { readingMinutes, shorten } from '../text/reading-time.ts'

/** `write` writes a body in a frame. */
export function summaryOf(body: Body, write: (body: Body, frame: Frame) => Html, plain: Frame, lang: string): Omit<Summary, 'mentions'> {
  const head = body.excerpt ?? body
  const excerpt = write(head, plain)
  const words = (of: Body): string => textOfHtml(write(of, { ...plain, dress: 'words' }))
  const told = [head, body].map(of => words({ ...of, tokens: introduction(of.tokens) })).find(text => text.length >= enough)
  return {
    excerpt,
    description: shorten(told ?? words(head), longestDescription),
    minutes: readingMinutes({ text: body.words, lang, figures: body.figures }),
  }
}

/** In signs: a shorter paragraph may be a greeting, or the name of what follows. */
const enough = 60

// The first paragraphs that are prose and stand in no list or quotation, as many as it takes.
function introduction(tokens: readonly Token[]): Token[] {
  const found: Token[] = []
  let [depth, length] = [0, 0]
  for (const [index, token] of tokens.entries()) {
    const [line, close, next] = tokens.slice(index + 1, index + 4)
    const isParagraph = depth === 0 && token.type === 'paragraph_open'
    if (isParagraph && line?.type === 'inline' && close !== undefined && isProse(line) && !isLabel(line, next)) {
      found.push(token, line, close)
      length += wordsOf(line).length
      if (length >= enough) break
    }
    depth += token.nesting
  }
  return found
}

/** A line that tells when the text was changed is about the text, not of it. */
const isChange = /^[\s[(]*(?:last\s+)?updated?\b/i

// Words that are no picture, no formula by itself, and no note of a change.
function isProse(line: Token): boolean {
  const words = wordsOf(line)
  return /\p{L}{2}/u.test(words) && !(isChange.test(words) && words.length < 160)
}

// `Table of contents:` or `Today` above a list is the name of the list, and says nothing without it.
function isLabel(line: Token, next: Token | undefined): boolean {
  const words = wordsOf(line).trim()
  return words.length < enough && !/[.!?…。！？]["'”’)]?$/.test(words) && /^(?:bullet|ordered)_list_open$/.test(next?.type ?? '')
}

function wordsOf({ children }: Token): string {
  return (children ?? [])
    .filter(({ type }) => type === 'text')
    .map(({ content }) => content)
    .join('')
}
