// A title as HTML, its formulas set and its code as code: a title is no Markdown, but who writes about the $n$-body problem or `git` names it so.

import { escapeHtml } from '../../text/escape.ts'
import type { MathRenderer } from './katex.ts'
import { mayHaveMath, setAsideMath, splitAtFormulas } from './set-aside.ts'

/** True for a title that {@link titleWithFormulas} needs KaTeX for. */
export function hasFormulas(title: string): boolean {
  return mayHaveMath(title) && setAsideMath(title, asTitle).formulas.length > 0
}

const asTitle = { asked: false, doubleDollars: true }

/** Escaped text, with formulas where there are any; one that cannot be set stands as it was written. */
export function titleWithFormulas(title: string, renderer: MathRenderer, macros: Readonly<Record<string, string>>): string {
  if (!mayHaveMath(title)) return escapeHtml(title)
  const { text, formulas } = setAsideMath(title, asTitle)
  const parts = splitAtFormulas(text).map((part, index) => {
    const formula = index % 2 === 1 ? formulas[Number(part)] : undefined
    if (formula === undefined) return escapeHtml(part)
    const set = renderer.set(formula.tex, false, { ...macros })
    return 'problem' in set ? escapeHtml(formula.source) : set.html
  })
  return parts.join('')
}

/** What stands between backticks is code, the rest is as `write` has it. */
export function titleWithCode(title: string, write: (part: string) => string): string {
  return title
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? `<code>${escapeHtml(part)}</code>` : write(part)))
    .join('')
}
