// What the reading of one text knows and gathers: markdown-it's side channel while a text is read.

import type { BodyHeading, Link, NamedLink, Need } from '../body.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { SourcePath } from '../model.ts'
import { lazily } from '../text/lazily.ts'
import type { Citation } from '../words/cited.ts'
import type { Labelled } from '../words/labelled.ts'
import type { Equations } from './math/equations.ts'
import type { Formula } from './math/set-aside.ts'

export interface MarkdownEnv {
  readonly file: SourcePath
  /** The whole body, for the quoted line of a diagnostic. */
  readonly body: string
  /** Its lines, cut when the first diagnostic asks for one. */
  readonly lines: () => readonly string[]
  /** The line of the file on which the body begins, from 1. */
  readonly bodyLine: number
  /** Blocks of a lecture are read. */
  readonly hasBlocks: boolean
  /** Citations are read: there is a bibliography. */
  readonly cites: boolean
  /** There is a list of references, whatever is cited. */
  readonly lists: boolean
  readonly citations: Citation[]
  readonly namedLinks: NamedLink[]
  readonly links: Link[]
  readonly headings: BodyHeading[]
  /** Of all headings, those in raw HTML too. */
  readonly levels: number[]
  readonly diagnostics: Diagnostic[]
  readonly words: string[]
  readonly needs: Set<Need>
  /** What can be referred to; of two with one label, the former. */
  readonly labels: Map<string, Labelled>
  readonly refersTo: { readonly label: string; readonly line: number }[]
  readonly footnotes: FootnoteUse
  /** Labels of the footnotes at the end of the text, in order. */
  readonly footnoteLabels: string[]
  readonly math: MathUse
  /** Pictures and displayed formulas. */
  figures: number
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
}

export interface FootnoteUse {
  /** Labels that have a definition. */
  readonly defined: Set<string>
  /** Labels in the order of their first use, with their numbers and how often each was used so far. */
  readonly uses: Map<string, { readonly number: number; count: number }>
}

/** Of a text, what the reading of it keeps. */
export interface EnvOf {
  readonly source: SourcePath
  readonly original: string
  readonly line: number
  readonly hasBlocks?: boolean
  readonly cites?: boolean
  readonly lists?: boolean
}

export function makeEnv(
  { source, original, line, hasBlocks = false, cites = false, lists = false }: EnvOf,
  math: Pick<MathUse, 'formulas' | 'isBuilt' | 'macros'>,
): MarkdownEnv {
  return {
    file: source,
    body: original,
    lines: lazily(() => original.split('\n')),
    bodyLine: line,
    hasBlocks,
    cites,
    lists,
    citations: [],
    namedLinks: [],
    links: [],
    headings: [],
    levels: [],
    diagnostics: [],
    words: [],
    needs: new Set(),
    labels: new Map(),
    refersTo: [],
    footnotes: { defined: new Set(), uses: new Map() },
    footnoteLabels: [],
    math: { ...math, equations: { names: new Map(), firsts: new Map() } },
    figures: 0,
  }
}

/** markdown-it hands its side channel to its rules untyped; while a text is read it is always the one that `readBody` made. */
export function envOf(env: unknown): MarkdownEnv {
  return env as MarkdownEnv
}
