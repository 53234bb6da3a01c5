// TeX in a text, and what is left alone so that a dollar in it is never half of a pair: code, comments, tags, Liquid, escapes.

import { type Ahead, lastPlaces, makeAhead } from '../../text/ahead.ts'
import { codeFinder } from '../../text/code-parts.ts'
import { lazily } from '../../text/lazily.ts'
import { matchAt, type Part } from '../../text/parts.ts'

export interface TexPart extends Part {
  readonly kind:
    | 'no math'
    | 'double dollars'
    | 'inline'
    | 'display'
    | 'doubtful inline'
    | 'doubtful display'
    | 'dollars'
    | 'environment'
    | 'reference'
  /** How long its delimiters are, if it has any. */
  readonly delimiter?: number
}

/** Matches wherever a part may begin. */
export const texStarts = /^ {0,3}(?=`{3}|~{3})|[`<{\]$\\]/gm

/** What ends by itself, in one expression. */
const whole: readonly (readonly [expression: RegExp, kind: TexPart['kind'], delimiter?: number])[] = [
  [/<\/?[A-Za-z][^<>]*>|\{\{[\s]*[A-Za-z_"'][^{}]*\}\}|\]\([^()\s]*\)|\\\$/y, 'no math'],
  [/\\(?:eq)?ref\{[^{}]+\}/y, 'reference'],
  [/(?<![\w$])\$(?![\s$])(?:\\[\s\S]|[^\\$\n]|\n(?!\s*\n))+?(?<![\s\\])\$(?![\w$])/y, 'dollars', 1],
]

/** What begins and ends with a delimiter; a formula has something between. */
const delimited: readonly (readonly [opening: string, closing: RegExp, kind: TexPart['kind']])[] = [
  ['<!--', /-->/g, 'no math'],
  ['{%', /%\}/g, 'no math'],
  ['$$', /\$\$/g, 'double dollars'],
  ['\\\\(', /\\\\\)/g, 'inline'],
  ['\\\\[', /\\\\\]/g, 'display'],
  ['\\(', /\\\)/g, 'doubtful inline'],
  ['\\[', /\\\]/g, 'doubtful display'],
]

const environments =
  'equation|align|alignat|aligned|gather|gathered|multline|eqnarray|split|cases|array|[pbvBV]?matrix|smallmatrix|displaymath|math|subequations|flalign|CD'
const environment = new RegExp(`\\\\begin\\{((?:${environments})\\*?)\\}`, 'y')
const environmentEnds = new RegExp(`\\\\end\\{((?:${environments})\\*?)\\}`, 'g')
const literal = /<(script|style|pre|code|textarea)\b/y
const literalEnds = /<\/(script|style|pre|code|textarea)>/g
const tagEnd = />/g

/** Finds the part that begins at a place of `text`. */
export function texFinder(text: string): (at: number) => TexPart | undefined {
  const next = makeAhead(text)
  const codeAt = codeFinder(text)
  const lastLiterals = lazily(() => lastPlaces(text, literalEnds))
  const lastEnvironments = lazily(() => lastPlaces(text, environmentEnds))
  const noMath = (part: Part | undefined): TexPart | undefined => part && { end: part.end, kind: 'no math' }
  return at =>
    noMath(codeAt(at)) ??
    noMath(literalAt(text, at, next, lastLiterals)) ??
    delimitedAt(text, at, next) ??
    environmentAt(text, at, lastEnvironments) ??
    wholeAt(text, at)
}

function wholeAt(text: string, at: number): TexPart | undefined {
  for (const [expression, kind, delimiter = 0] of whole) {
    const match = matchAt(text, at, expression)
    if (match) return { end: at + match[0].length, kind, delimiter }
  }
  return undefined
}

function delimitedAt(text: string, at: number, next: Ahead): TexPart | undefined {
  const found = delimited.find(([opening]) => text.startsWith(opening, at))
  if (found === undefined) return undefined
  const [opening, closing, kind] = found
  const close = next(closing, at + opening.length + (kind === 'no math' ? 0 : 1))
  return close === null ? undefined : { end: close.index + close[0].length, kind, delimiter: opening.length }
}

function environmentAt(text: string, at: number, lastEnds: () => ReadonlyMap<string, number>): TexPart | undefined {
  const name = matchAt(text, at, environment)?.[1]
  const end = name === undefined ? undefined : endOf(text, at, `\\end{${name}}`, lastEnds().get(name))
  return end === undefined ? undefined : { end, kind: 'environment' }
}

function literalAt(text: string, at: number, next: Ahead, lastEnds: () => ReadonlyMap<string, number>): Part | undefined {
  const name = matchAt(text, at, literal)?.[1]
  const tag = name === undefined ? null : next(tagEnd, at)
  const end = tag === null || name === undefined ? undefined : endOf(text, tag.index + 1, `</${name}>`, lastEnds().get(name))
  return end === undefined ? undefined : { end }
}

function endOf(text: string, from: number, closing: string, last = -1): number | undefined {
  return last < from ? undefined : text.indexOf(closing, from) + closing.length
}
