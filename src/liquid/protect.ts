// Parts of a text that Liquid must not touch, taken out of its sight by characters that no text uses, one for one, so that every
// place in the text stays where it is.

import { type Ahead, lastPlaces, makeAhead } from '../text/ahead.ts'
import { codeFinder, codeStarts } from '../text/code-parts.ts'
import { lazily } from '../text/lazily.ts'
import { matchAt, type Part, replaceParts } from '../text/parts.ts'

const signs = [
  ['{', '\ue000'],
  ['}', '\ue001'],
  ['%', '\ue002'],
] as const

// Liquid's authors write `{{ page.x }}`, TeX's write `{{a}}`.
const texBraces = /\{\{(?!-?(?:\s+[\w"']|(?:page|site|include)\.))/g

/**
 * Hides braces that cannot begin a Liquid expression, and those of TeX's `{{\mathbf x}}`, which Jekyll would drop or fail on; and
 * of the code and the math that hold one of `misread`, places that Liquid could make no sense of, all braces.
 */
export function protect(text: string, misread: readonly number[] = []): string {
  const sensible = replaceMath(text, formula => formula.replace(texBraces, hide)).replace(/\{\{(?!-?\s*(?:[\w"'([|]|-?\}\}))/g, hide)
  if (misread.length === 0) return sensible
  const hideMisread = (source: string, _part: Part, at: number): string =>
    misread.some(place => place >= at && place < at + source.length) ? hide(source) : source
  return replaceMath(replaceParts(sensible, codeStarts, codeFinder(sensible), hideMisread), hideMisread)
}

const mathStarts = /\$\$|\\[[(]|\\begin\{/g
const environment = /\\begin\{(\w+\*?)\}/y
const environmentEnds = /\\end\{(\w+\*?)\}/g
const blankLine = /\n\s*\n/g
const closings: Readonly<Record<string, RegExp>> = { $$: /\$\$/g, '\\[': /\\\]/g, '\\(': /\\\)/g }

function replaceMath(text: string, replacement: (formula: string, part: Part, at: number) => string): string {
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
  return /[\ue000-\ue002]/.test(text) ? signs.reduce((shown, [sign, stand]) => shown.replaceAll(stand, sign), text) : text
}
