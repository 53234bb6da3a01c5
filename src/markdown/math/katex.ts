// TeX into HTML and MathML. The only file that imports KaTeX, whose traps are:
// - it is large, so it is loaded when the first post with math needs it, and its part for chemistry when a formula does;
// - `\gdef` writes into the macros it is given, so every post gets a copy;
// - not all that it writes is valid, which `validMarkup` mends;
// - MathJax reads much TeX that it does not, which `tex/mathjax.ts` teaches it by macros; those are KaTeX's from then on, for all posts;
// - a matrix of twenty thousand cells takes it half a minute, so there is an end to what is asked of it;
// - thousands of nested braces end in a bare RangeError, even when it is asked not to throw.

import type { ParseError } from 'katex'
import { withBreaks } from './breaks.ts'
import { rememberFormulas } from './remembered-formulas.ts'
import type { Macro } from './tex/expander.ts'
import { mathJaxMacros } from './tex/mathjax.ts'
import { validMarkup } from './valid-markup.ts'

export interface MathRenderer {
  /** Loads KaTeX, with what these texts need of it. */
  readonly prepare: (texts: readonly string[]) => Promise<void>
  /** The formula, or what is wrong with it and where in it, counted from 0. */
  readonly set: (tex: string, isDisplay: boolean, macros: Record<string, string>) => SetFormula | MathProblem
}

export interface SetFormula {
  /** Boxes that KaTeX's style sheet puts in place, with breaks where a line may end, and beside them the MathML for those who do not see. */
  readonly html: string
  /** The MathML alone. */
  readonly mathml: string
  /** The TeX that was read. */
  readonly tex: string
}

export interface MathProblem {
  readonly problem: string
  /** The formula as it was read, which may differ from what was given, and where in it the problem is. */
  readonly read: string
  readonly position: number
}

export function makeMathRenderer(): MathRenderer {
  let katex: Katex | undefined
  const remembered = rememberFormulas<SetFormula | MathProblem>(made => ('html' in made ? made.html.length + made.mathml.length : 0))
  return {
    prepare: async texts => {
      katex ??= await loadKatex()
      if (texts.some(text => chemistry.test(text))) await import('katex/contrib/mhchem')
    },
    set: (tex, isDisplay, macros) => {
      if (katex === undefined) throw new Error('a formula is to be set before KaTeX is loaded')
      const known = katex
      return remembered.set(tex, isDisplay, macros, () => set(known, tex, isDisplay, macros))
    },
  }
}

function set(katex: Katex, tex: string, isDisplay: boolean, macros: Record<string, string>): SetFormula | MathProblem {
  if (tex.length > longest) return { problem: `it has ${tex.length} characters, and no formula has so many`, read: tex, position: 0 }
  const read = readable(tex)
  try {
    const html = validMarkup(
      katex.renderToString(read, {
        displayMode: isDisplay || displayOnly.test(tex),
        globalGroup: true,
        macros,
        throwOnError: true,
        trust: false,
        strict: false,
        maxExpand: 1000,
      }),
    )
    return { html: isDisplay ? html : withBreaks(html), mathml: mathmlOf(html), tex: read }
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'it is nested too deeply', read, position: 0 }
    const { rawMessage, position, message } = error as ParseError & { rawMessage?: string }
    return { problem: rawMessage ?? message, read, position: position ?? 0 }
  }
}

// The widest matrices in use have a few thousand; KaTeX takes the square of the time for a wide one.
const longest = 20_000

// Without the elements around it, which KaTeX's style sheet hides wherever a theme has it.
function mathmlOf(html: string): string {
  return html.slice(html.indexOf('<math'), html.lastIndexOf('</math>') + '</math>'.length)
}

// The names of `\ce` and `\pu`, by which chemical formulas and units are written.
const chemistry = /\\(?:ce|pu)(?![A-Za-z])/

type Katex = typeof import('katex').default

// What its own parts add macros by, which its types leave out.
interface MacroDoor {
  readonly __defineMacro: (name: string, macro: Macro) => void
}

async function loadKatex(): Promise<Katex> {
  const { default: katex } = await import('katex')
  const { __defineMacro: defineMacro } = katex as unknown as MacroDoor
  for (const [name, macro] of mathJaxMacros) defineMacro(name, macro)
  return katex
}

// What KaTeX sets only on lines of its own.
const displayOnly = /\\begin\{(?:x*alignat|(?:fl)?align|equation|gather|multline|eqnarray|CD)\*?\}|\\tag\b/

// What no macro can mend; most formulas have none of it, and are looked through once.
const unreadable = /%|\\$|[\u200b-\u200d\u2060\ufeff]/

function readable(tex: string): string {
  if (!unreadable.test(tex)) return tex
  return (
    tex
      // A space that was written at the end as `\ ` has lost its blank by now.
      .replace(/(?<!\\)((?:\\\\)*)\\$/, '$1\\ ')
      // In text MathJax knows no comments.
      .replace(/\\(?:text\w*|mbox|hbox)\s*\{[^{}]*\}/g, text => text.replace(/(?<!\\)%/g, '\\%'))
      // Characters without width come along when a formula is copied from a page; KaTeX has no metrics for them.
      .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
  )
}
