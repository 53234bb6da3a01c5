// A title as HTML, its formulas set and its code as code: a title is no Markdown, but who writes about the $n$-body problem or `git` names it so.

import type { Frame } from '../../body.ts'
import { escapeHtml } from '../../text/escape.ts'
import { mathInWords } from './in-words.ts'
import type { MathRenderer } from './katex.ts'
import { mayHaveMath, setAsideMath, splitAtFormulas } from './set-aside.ts'

/** True for a title that {@link titleWithFormulas} needs KaTeX for. */
export function hasFormulas(title: string): boolean {
  return mayHaveMath(title) && setAsideMath(title, asTitle).formulas.length > 0
}

const asTitle = { asked: false, doubleDollars: true }

/** Escaped text, with formulas where there are any; one that cannot be set stands as it was written. */
export function titleWithFormulas(
  title: string,
  renderer: MathRenderer,
  macros: Readonly<Record<string, string>>,
  dress: Frame['dress'] = 'page',
): string {
  if (!mayHaveMath(title)) return escapeHtml(title)
  const { text, formulas } = setAsideMath(title, asTitle)
  const parts = splitAtFormulas(text).map((part, index) => {
    const formula = index % 2 === 1 ? formulas[Number(part)] : undefined
    if (formula === undefined) return escapeHtml(part)
    const set = renderer.set(formula.tex, false, { ...macros })
    if ('problem' in set) return escapeHtml(formula.source)
    return dress === 'words' ? escapeHtml(mathInWords(set.mathml)) : dress === 'plain' ? set.mathml : set.html
  })
  return parts.join('')
}

/** What stands between backticks is code, the rest is as `write` has it. */
export function titleWithCode(title: string, write: (part: string) => string, dress: Frame['dress'] = 'page'): string {
  const [open, close] = dress === 'words' ? ['', ''] : ['<code>', '</code>']
  return title
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? open + escapeHtml(part) + close : write(part)))
    .join('')
}
