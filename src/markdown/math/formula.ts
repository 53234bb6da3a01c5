// One formula of a text: set when the text is read, and written in the dress that is asked for.

import { missingLabel, texError } from '../../diagnostics/texts.ts'
import { escapeHtml } from '../../text/escape.ts'
import { below, positionAt } from '../../text/position.ts'
import { numbered } from '../../words/labelled.ts'
import type { MarkdownEnv } from '../env.ts'
import { addressIn, idText, type Writing } from '../writing.ts'
import { missingLabels, readReference, referenceTo, withNumbers } from './equations.ts'
import { mathInWords } from './in-words.ts'
import type { MathProblem, MathRenderer, SetFormula } from './katex.ts'

export type Formula =
  | {
      readonly kind: 'set'
      readonly set: SetFormula
      readonly isDisplay: boolean
      readonly id: string | undefined
      readonly refers: boolean
    }
  /** `\eqref{x}`: the way to an equation, and what it is called. */
  | { readonly kind: 'reference'; readonly id: string; readonly text: string }
  /** What could not be set, as it was written. */
  | { readonly kind: 'failed'; readonly source: string }

/** Sets a formula, or tells why it cannot be set. */
export function setFormula(tex: string, isDisplay: boolean, env: MarkdownEnv, mathRenderer: MathRenderer): Formula {
  const reference = readReference(tex, env.math.equations)
  if (reference !== undefined) return { kind: 'reference', ...reference, text: tagInWords(reference.text, env, mathRenderer) }
  env.needs.add('math')
  for (const name of missingLabels(tex, env.math.equations)) env.diagnostics.push(missingLabel(placeOfLabel(name, env), name))
  const tagged = withNumbers(tex, env.math.equations)
  const set = mathRenderer.set(tagged.tex, isDisplay, env.math.macros)
  if ('problem' in set) {
    env.diagnostics.push(problemOf(tex, env, set))
    return { kind: 'failed', source: isDisplay ? `$$${tex}$$` : `$${tex}$` }
  }
  if (isDisplay) env.figures += 1
  return { kind: 'set', set, isDisplay, id: tagged.id, refers: /\\(?:eq)?ref\{/.test(tex) }
}

/** What an equation is called where there is no formula: the ∗ of `\tag{$*$}`. */
export function tagInWords(tag: string, { math }: MarkdownEnv, mathRenderer: MathRenderer): string {
  return tag.replace(/\$([^$]+)\$/g, (written, tex: string) => {
    const set = mathRenderer.set(tex, false, { ...math.macros })
    return 'problem' in set ? written : mathInWords(set.mathml)
  })
}

/** A formula in a link must not take the focus, which the link does. */
export function writeFormula(formula: Formula, writing: Writing, isLinked: boolean): string {
  switch (formula.kind) {
    case 'reference':
      return `<a href="${escapeHtml(addressIn({ url: `#${formula.id}`, kind: 'link', line: 0 }, writing))}">${escapeHtml(formula.text.replace(/\d[^)]*/, number => numbered(number, prefixIn(writing))))}</a>`
    // The source in the page says more than a hole; the diagnostic says where it went wrong.
    case 'failed':
      return `<code class="math-error">${escapeHtml(formula.source)}</code>`
    case 'set':
      return writeSet(formula, writing, isLinked)
  }
}

function writeSet({ set: own, isDisplay, id, refers }: Extract<Formula, { kind: 'set' }>, writing: Writing, isLinked: boolean): string {
  const prefix = prefixIn(writing)
  const set = prefix === '' || (id === undefined && !refers) ? own : numberedThrough(own, refers, prefix)
  const { dress } = writing.frame
  if (dress === 'words') return escapeHtml(mathInWords(set.mathml))
  const named = id === undefined ? '' : ` id="${idText(id, writing)}"`
  if (dress === 'plain') return named === '' ? set.mathml : `<span${named}>${set.mathml}</span>`
  return isDisplay ? `<span class="math-box"${isLinked ? '' : ' tabindex="0"'}${named}>${set.html}</span>` : set.html
}

function prefixIn({ frame }: Writing): string {
  return frame.through?.prefix ?? ''
}

// KaTeX has set the number behind the formula, and those of `\eqref` in it, in brackets.
function numberedThrough(set: SetFormula, refers: boolean, prefix: string): SetFormula {
  const start = refers ? 0 : Math.max(0, set.html.search(/<span class="(?:katex-)?tag">/))
  const boxes = /(<span class="mord">\((?:<\/span><span class="mord"><span class="mord">)?)(?=\d)/g
  const inWords = (markup: string): string => markup.replace(/(<mtext>\()(?=\d+\)<\/mtext>)/g, `$1${prefix}`)
  const html = set.html.slice(0, start) + set.html.slice(start).replace(boxes, `$1${prefix}`)
  return { ...set, html: inWords(html), mathml: inWords(set.mathml) }
}

function placeOfLabel(name: string, env: MarkdownEnv) {
  const position = positionAt(env.body, Math.max(0, env.body.search(referenceTo(name))), name.length + 2)
  return { file: env.file, position: below(position, env.bodyLine) }
}

function problemOf(tex: string, env: MarkdownEnv, problem: MathProblem) {
  const position = positionAt(env.body, offsetInBody(tex, env, problem))
  return texError({ file: env.file, position: below(position, env.bodyLine) }, problem.problem)
}

// A formula whose indentation or escapes were taken off is looked for as it was written, then by its first line.
function offsetInBody(tex: string, { body, math }: MarkdownEnv, problem: MathProblem): number {
  const start = body.indexOf(tex)
  if (start >= 0) return start + offsetInTex(tex, problem)
  const source = math.formulas.find(formula => formula.tex === tex)?.source ?? tex.split('\n', 1)[0] ?? tex
  return Math.max(0, body.indexOf(source))
}

// What was changed before it was read lies either behind the problem or in front of it; else only the formula is known.
function offsetInTex(tex: string, { read, position }: MathProblem): number {
  if (tex.startsWith(read.slice(0, position))) return position
  const rest = read.slice(position)
  return rest !== '' && tex.endsWith(rest) ? tex.length - rest.length : 0
}
