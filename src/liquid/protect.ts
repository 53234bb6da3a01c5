// Parts of a text that Liquid must not touch, taken out of its sight by characters that no text uses.

import { type Ahead, lastPlaces, makeAhead } from '../text/ahead.ts'
import { codeFinder, codeStarts } from '../text/code-parts.ts'
import { lazily } from '../text/lazily.ts'
import { matchAt, type Part, replaceParts } from '../text/parts.ts'

const signs = [
  ['{{', '\ue000'],
  ['}}', '\ue001'],
  ['{%', '\ue002'],
  ['%}', '\ue003'],
] as const

// Liquid's authors write `{{ page.x }}`, TeX's write `{{a}}`.
const texBraces = /\{\{(?!-?(?:\s+[\w"']|(?:page|site|include)\.))/g

/**
 * `nonsense` hides only braces that cannot begin a Liquid expression, and those of TeX's `{{\mathbf x}}`, which Jekyll would
 * drop or fail on; `code and math` hides all that stands in either.
 */
export function protect(text: string, what: 'nonsense' | 'code and math'): string {
  const sensible = replaceMath(text, formula => formula.replace(texBraces, '\ue000')).replace(/\{\{(?!-?\s*(?:[\w"'([]|-?\}\}))/g, '\ue000')
  return what === 'nonsense' ? sensible : replaceMath(replaceParts(sensible, codeStarts, codeFinder(sensible), hide), hide)
}

const mathStarts = /\$\$|\\[[(]|\\begin\{/g
const environment = /\\begin\{(\w+\*?)\}/y
const environmentEnds = /\\end\{(\w+\*?)\}/g
const blankLine = /\n\s*\n/g
const closings: Readonly<Record<string, RegExp>> = { $$: /\$\$/g, '\\[': /\\\]/g, '\\(': /\\\)/g }

function replaceMath(text: string, replacement: (formula: string) => string): string {
  const next = makeAhead(text)
  const lastEnds = lazily(() => lastPlaces(text, environmentEnds))
  return replaceParts(text, mathStarts, at => between(text, at, next) ?? environmentAt(text, at, lastEnds), replacement)
}

function between(text: string, at: number, next: Ahead): Part | undefined {
  const delimiter = text.slice(at, at + 2)
  const closing = closings[delimiter]
  const close = closing && next(closing, at + 2)
  if (!close) return undefined
  // Dollars do not reach over a blank line.
  const isCut = delimiter === '$$' && (next(blankLine, at + 2)?.index ?? close.index) < close.index
  return isCut ? undefined : { end: close.index + 2 }
}

function environmentAt(text: string, at: number, lastEnds: () => ReadonlyMap<string, number>): Part | undefined {
  const open = matchAt(text, at, environment)
  const name = open?.[1]
  if (open === null || name === undefined || (lastEnds().get(name) ?? -1) < at) return undefined
  const end = `\\end{${name}}`
  return { end: text.indexOf(end, at + open[0].length) + end.length }
}

function hide(text: string): string {
  return signs.reduce((hidden, [sign, stand]) => hidden.replaceAll(sign, stand), text)
}

export function restore(text: string): string {
  return signs.reduce((shown, [sign, stand]) => shown.replaceAll(stand, sign), text)
}
