// Citations as Pandoc writes them: `[see @a, p. 3; @b]`, `[-@a]` or `-@a` without its author, and `@a` or `@a [p. 3]` as a part of the
// sentence.

import type { Citation, CitedItem } from '../../words/cited.ts'
import { kinds } from '../extensions/references.ts'

/** A citation in a text, or the words between. */
export type Part = string | Omit<Citation, 'line'>

const key = String.raw`(?:\{([^{}\s]+)\}|([\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?~/-](?=[\p{L}\p{N}_/]))*))`
const inBrackets = String.raw`\[([^\[\]]*@[^\[\]]*)\]`
const inSentence = String.raw`(?<![\p{L}\p{N}@./_\\-])(-?)@${key}(?:[ \n]\[([^\[\]@]{1,80})\](?![(\[]))?`
const any = new RegExp(`${inBrackets}|${inSentence}`, 'gu')
const label = new RegExp(`^(?:${kinds})-`, 'i')
const hasLabel = new RegExp(`@(?:${kinds})-`, 'i')
// Authors also write `[@a, @b]` and `[@a @b]`.
const between = /;|(?<=@[^\s,;]+)(?:,\s*|\s+)(?=-?@)/
const item = new RegExp(String.raw`^(|[^@]*[\s(])(-?)@${key}(.*)$`, 'su')

/** Cuts a text at its citations. */
export function splitAtCitations(text: string): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const match of text.matchAll(any)) {
    const citation = citationOf(match)
    // `[@thm-cap; @shannon1948]` refers and cites, which a citation alone does not.
    const inside = citation === undefined && match[1] !== undefined && hasLabel.test(match[1]) ? splitAtCitations(match[1]) : []
    if (inside.length > 1) {
      parts.push(`${text.slice(at, match.index)}[`, ...inside)
      at = match.index + match[0].length - 1
    }
    if (citation === undefined) continue
    if (match.index > at) parts.push(text.slice(at, match.index))
    parts.push(citation)
    at = match.index + match[0].length
  }
  if (at < text.length) parts.push(text.slice(at))
  return parts
}

function citationOf([written, brackets, minus, braced, bare, place = '']: RegExpExecArray): Omit<Citation, 'line'> | undefined {
  if (brackets === undefined) {
    const name = braced ?? bare ?? ''
    const withoutAuthor = minus === '-'
    const items = [{ key: name, prefix: '', suffix: place.trim(), withoutAuthor }]
    return label.test(name) ? undefined : { written, isInSentence: !withoutAuthor, items }
  }
  const items = brackets.split(between).map(readItem)
  return items.every(read => read !== undefined) ? { written, isInSentence: false, items } : undefined
}

function readItem(written: string): CitedItem | undefined {
  const [, prefix = '', minus, braced, bare, rest = ''] = item.exec(written.trim()) ?? []
  const name = braced ?? bare
  // What follows a key without a space or a comma would be a part of it.
  if (name === undefined || label.test(name) || /^[\p{L}\p{N}_@]/u.test(rest)) return undefined
  // Braces only say where a place in the work ends: `[@a, {pp. iv, vi–xi} and more]`.
  const suffix = rest.replace(/^(\s*,?\s*)\{([^{}]*)\}/, '$1$2').replace(/^[\s,]+/, '')
  return { key: name, prefix: prefix.trim(), suffix: suffix.trim(), withoutAuthor: minus === '-' }
}
