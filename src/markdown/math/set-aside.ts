// TeX taken out of a text before Liquid and Markdown can read its braces, underscores and backslashes as theirs. A formula
// stands as its number between two characters that no text uses, and comes back once the rest is read.

import { replaceParts } from '../../text/parts.ts'
import { type TexPart, texFinder, texStarts } from './tex-parts.ts'

export interface Formula {
  readonly tex: string
  readonly isDisplay: boolean
  /** As it was written, delimiters and all; for wherever it turns out to be no formula. */
  readonly source: string
  /** The line of the text on which it begins, from 0. */
  readonly line: number
}

/**
 * `asked` where the post or the site says that it has math; then every pair of dollars that can be math is. So is it beside a formula
 * that is one for sure, since no reader would take `$f(x)$` otherwise there.
 */
export interface SetAsideOptions {
  readonly asked: boolean
  /** kramdown reads `$$ … $$` itself, and knows better whether it is a block. */
  readonly doubleDollars: boolean
}

const open = '\ue010'
const close = '\ue011'
const placeholder = /\ue010(\d+)\ue011/g

/** True for a text in which there may be math; most have none, and cost no more than this. */
export function mayHaveMath(text: string): boolean {
  return text.includes('$') || text.includes('\\(') || text.includes('\\[') || text.includes('\\begin{')
}

export interface WithoutMath {
  readonly text: string
  readonly formulas: readonly Formula[]
  /** True where it has a formula for sure, or was said to; a part of the text is to be read by the same measure. */
  readonly asked: boolean
}

export function setAsideMath(text: string, options: SetAsideOptions): WithoutMath {
  const formulas: Formula[] = []
  if (!mayHaveMath(text)) return { text, formulas, asked: options.asked }
  const lines = lineCounter(text)
  const doubtful = new Set<number>()
  let { asked } = options
  const set = replaceParts(text, texStarts, texFinder(text), (source, part, at) => {
    const inside = source.slice(part.delimiter ?? 0, source.length - (part.delimiter ?? 0))
    asked ||= isSure(part, inside)
    const found = formulaOf(source, inside, part, options)
    if (found === undefined) return source
    if (!found.isLikely) doubtful.add(formulas.length)
    formulas.push({ tex: found.tex, isDisplay: found.isDisplay, source, line: lines(at) })
    return `${open}${formulas.length - 1}${close}`
  })
  if (asked || doubtful.size === 0) return { text: set, formulas, asked }
  if (doubtful.size === formulas.length) return { text, formulas: [], asked }
  return { text: putBack(set, formulas, doubtful), formulas, asked }
}

// What nobody writes who does not mean a formula.
function isSure({ kind }: TexPart, inside: string): boolean {
  if (kind === 'dollars') return /\\[A-Za-z]{2}|[_^]/.test(inside) && looksLikeTex(inside)
  return kind === 'double dollars' || kind === 'inline' || kind === 'display' || kind === 'environment'
}

// Matches come in order, so counting goes on from the last one.
function lineCounter(text: string): (offset: number) => number {
  let [at, line] = [0, 0]
  return offset => {
    for (; at < offset; at++) if (text.charCodeAt(at) === 10) line++
    return line
  }
}

interface Found extends Pick<Formula, 'tex' | 'isDisplay'> {
  /** False for what is a formula only in a text that has others. */
  readonly isLikely: boolean
}

function formulaOf(source: string, inside: string, { kind }: TexPart, { asked, doubleDollars }: SetAsideOptions): Found | undefined {
  switch (kind) {
    case 'no math':
      return undefined
    case 'double dollars':
      return doubleDollars ? { tex: inside.trim(), isDisplay: true, isLikely: true } : undefined
    case 'environment':
      return { tex: source, isDisplay: !/^\\begin\{math\*?\}/.test(source), isLikely: true }
    case 'reference':
      return { tex: source, isDisplay: false, isLikely: true }
    case 'inline':
    case 'display':
      return { tex: withoutEscapes(inside), isDisplay: kind === 'display', isLikely: true }
    default: {
      // `\(` and `\[` are escapes in Markdown, and dollars are money: without being asked only what looks like TeX is taken for it.
      const isLikely = asked || looksLikeTex(inside)
      if (!isLikely && (kind !== 'dollars' || readsAsProse(inside))) return undefined
      return { tex: withoutEscapes(inside), isDisplay: kind === 'doubtful display', isLikely }
    }
  }
}

// Two words in a row, or a line that ends: what stands between the prices of two things, say.
function readsAsProse(text: string): boolean {
  return /[A-Za-z]{2}[,;:]?\s+[A-Za-z]{2}|\n/.test(text)
}

// Between dollars authors escape what Markdown would take for its own, since Jekyll's Markdown takes the backslash off again.
// In TeX these escapes mean nothing, but for `\_`, which is meant as such only within text.
function withoutEscapes(tex: string): string {
  return tex
    .trim()
    .replace(/\\(?:text\w*|mathrm|mathtt|operatorname)\{[^{}]*\}|\\([*_'<])/g, (whole, character: string | undefined) => character ?? whole)
    .replace(/\\\\([{}|_])/g, '\\$1')
}

function looksLikeTex(text: string): boolean {
  return /[\\^_={}<>+]/.test(text) ? !/^\w+_\w+(?:_\w+)+$/.test(text) && !/[;"]/.test(text) : /^[A-Za-z]$/.test(text.trim())
}

/** Splits a text at its formulas: every second part is the number of one. */
export function splitAtFormulas(text: string): string[] {
  return text.split(/\ue010(\d+)\ue011/)
}

/** Puts formulas back as they were written, all or those named by their numbers. */
export function putBack(text: string, formulas: readonly Formula[], which?: ReadonlySet<number>): string {
  return formulas.length === 0 || !text.includes(open)
    ? text
    : text.replace(placeholder, (whole, index: string) =>
        which?.has(Number(index)) === false ? whole : (formulas[Number(index)]?.source ?? ''),
      )
}
