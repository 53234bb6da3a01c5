// Signs in a text that become tokens of their own: references, citations, times. Not in a link, for a link does not stand in a link.

import type { Token } from 'markdown-it'
import { copyOf } from './copy-of.ts'

/** The tokens of a line, with what `replace` makes of each text outside of links. */
export function replaceTexts(line: readonly Token[], replace: (text: Token) => readonly Token[]): Token[] {
  let depth = 0
  return line.flatMap(token => {
    depth += token.type === 'link_open' ? 1 : token.type === 'link_close' ? -1 : 0
    return depth === 0 && token.type === 'text' ? replace(token) : [token]
  })
}

/** What is text in the end as one text, where it holds `sign`: it may go on in the next line, and hold signs that are tokens of their own. */
export function joinedTexts(line: readonly Token[], sign: string): readonly Token[] {
  if (!line.some(({ type, content }) => type === 'text' && content.includes(sign))) return line
  const tokens: Token[] = []
  for (const token of line) {
    const last = tokens.at(-1)
    const isText = token.type === 'text' || token.type === 'softbreak'
    const content = token.type === 'softbreak' ? '\n' : token.content
    if (isText && last?.type === 'text') tokens[tokens.length - 1] = copyOf(last, { content: last.content + content })
    else tokens.push(token)
  }
  return tokens
}

/** A text cut at all that `pattern` finds in it, with what `made` makes of that. */
export function cutAt(text: Token, pattern: RegExp, made: (match: RegExpExecArray) => Token | readonly Token[]): Token[] {
  const parts: Token[] = []
  const words = (content: string): void => {
    if (content !== '') parts.push(copyOf(text, { content }))
  }
  let at = 0
  for (const match of text.content.matchAll(pattern)) {
    words(text.content.slice(at, match.index))
    parts.push(...[made(match)].flat())
    at = match.index + match[0].length
  }
  // Most texts hold nothing of it. Copied for nothing, the texts of a course of thirty lectures take 40 ms.
  if (at === 0 && parts.length === 0) return [text]
  words(text.content.slice(at))
  return parts
}

/** What a line says without its looks: a heading, where something refers to it. */
export function wordsOfLine(line: Token | undefined): string {
  const said = (line?.children ?? []).map(({ type, content }) => {
    if (/^(?:text|code_inline|math_inline)$/.test(type)) return content
    return /break$/.test(type) ? ' ' : ''
  })
  return said.join('').trim()
}
