// TeX into HTML and MathML. The only file that imports KaTeX, whose traps are:
// - it is large, so it is loaded when the first post with math needs it;
// - `\gdef` writes into the macros it is given, so every post gets a copy;
// - not all that it writes is valid, which `validMarkup` mends;
// - MathJax reads some TeX that it does not, of which `mathJaxTex` mends what authors use;
// - thousands of nested braces end in a bare RangeError, even when it is asked not to throw.

import type { ParseError } from 'katex'
import { validMarkup } from './valid-markup.ts'

export interface MathRenderer {
  /** Loads KaTeX. */
  readonly prepare: () => Promise<void>
  /** The formula, or what is wrong with it and where in it, counted from 0. */
  readonly set: (tex: string, isDisplay: boolean, macros: Record<string, string>) => SetFormula | MathProblem
}

export interface SetFormula {
  /** Boxes that KaTeX's style sheet puts in place, and beside them the MathML for those who do not see. */
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
  let katex: typeof import('katex').default | undefined
  return {
    prepare: async () => {
      katex ??= (await import('katex')).default
    },
    set: (tex, isDisplay, macros) => {
      if (katex === undefined) throw new Error('a formula is to be set before KaTeX is loaded')
      const read = mathJaxTex(tex)
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
        return { html, mathml: withoutBoxes(html), tex: read }
      } catch (error) {
        if (error instanceof RangeError) return { problem: 'it is nested too deeply', read, position: 0 }
        const { rawMessage, position, message } = error as ParseError & { rawMessage?: string }
        return { problem: rawMessage ?? message, read, position: position ?? 0 }
      }
    },
  }
}

// The boxes come last in KaTeX's element, which one more element holds where the formula stands on a line of its own.
function withoutBoxes(html: string): string {
  const boxes = html.indexOf('<span class="katex-html"')
  if (boxes < 0) return html
  return html.slice(0, boxes) + (html.startsWith('<span class="katex-display"') ? '</span></span>' : '</span>')
}

// What KaTeX sets only on lines of its own.
const displayOnly = /\\begin\{(?:align|alignat|equation|gather|multline|CD)\*?\}|\\tag\b/

// A command that takes an argument may stand bare as an index, and boxes go by their LaTeX name.
function mathJaxTex(tex: string): string {
  return (
    tex
      .replace(
        /([_^])\s*\\(boldsymbol|bold|mathbf|mathrm|mathcal|mathbb|mathsf|bm|text|operatorname)\s*(\\[A-Za-z]+|[A-Za-z0-9](?![A-Za-z])|\{[^{}]*\})/g,
        '$1{\\$2{$3}}',
      )
      // A named operator is two elements, which an index may only hold as a group; KaTeX makes none of one thing alone.
      .replace(
        /([_^])\s*(?:\{\s*\\(arg|dim|exp|inf|lim|ln|log|max|min|sup)\s*\}|\\(arg|dim|exp|inf|lim|ln|log|max|min|sup)(?![A-Za-z]))/g,
        '$1{\\$2$3{}}',
      )
      // MathJax lets a post define a command again.
      .replace(/\\newcommand(?![A-Za-z])/g, '\\providecommand')
      .replace(/\\(?:mbox|hbox|textnormal)(?=\s*\{)/g, '\\text')
      // With an argument behind it, MathJax colours that; without one, all that follows, as LaTeX does.
      .replace(/\\color\s*(\{[^{}]*\})\s*(?=\{)/g, '\\textcolor$1')
      // A space that was written at the end as `\ ` has lost its blank by now.
      .replace(/(?<!\\)((?:\\\\)*)\\$/, '$1\\ ')
      // Characters without width come along when a formula is copied from a page; KaTeX has no metrics for them.
      .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
  )
}
