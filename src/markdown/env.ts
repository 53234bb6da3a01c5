// What one rendering knows and gathers: markdown-it's side channel, with one shape for all extensions.

import type { Diagnostic } from '../diagnostic.ts'
import type { Heading, PendingLink, SourcePath } from '../model.ts'
import type { Equations } from './math/equations.ts'
import type { Formula } from './math/set-aside.ts'

export interface MarkdownEnv {
  readonly file: SourcePath
  /** The whole body, for the quoted line of a diagnostic. */
  readonly body: string
  /** The line of the file on which the body begins, from 1. */
  readonly bodyLine: number
  readonly links: PendingLink[]
  readonly headings: Heading[]
  readonly diagnostics: Diagnostic[]
  readonly words: string[]
  readonly footnotes: FootnoteUse
  readonly math: MathUse
  [key: string | symbol]: unknown
}

export interface MathUse {
  /** Formulas that were set aside before the text was read; their numbers stand in it. */
  readonly formulas: readonly Formula[]
  /** False where formulas are left for a script in the browser. */
  readonly isBuilt: boolean
  /** KaTeX's macros, to which a formula may add. */
  readonly macros: Record<string, string>
  equations: Equations
  /** True once a formula has been set, so that the page needs the style sheet for them. */
  isUsed: boolean
}

export interface FootnoteUse {
  /** Labels that have a definition. */
  readonly defined: Set<string>
  /** Labels in the order of their first use, with how often each was used so far. */
  readonly uses: Map<string, number>
}

export function makeEnv(
  file: SourcePath,
  body: string,
  bodyLine: number,
  math: Pick<MathUse, 'formulas' | 'isBuilt' | 'macros'>,
): MarkdownEnv {
  return {
    file,
    body,
    bodyLine,
    links: [],
    headings: [],
    diagnostics: [],
    words: [],
    footnotes: { defined: new Set(), uses: new Map() },
    math: { ...math, equations: { names: new Map() }, isUsed: false },
  }
}

/** markdown-it hands the environment to its rules untyped; it is always the one `renderBody` made. */
export function envOf(env: unknown): MarkdownEnv {
  return env as MarkdownEnv
}
