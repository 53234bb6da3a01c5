// What a Markdown extension is: how its syntax is read, what it does to the tokens of a text, and how it writes them. Tokens and writing are
// the same for both dialects; syntax is read by each in its own way.

import type { MarkdownIt, Renderer, StateCore, Token } from 'markdown-it'
import type { Highlighter } from './highlighter.ts'
import type { AddedRules, BlockRule, KramdownOptions, SpanRule } from './kramdown/parser.ts'
import type { MathRenderer } from './math/katex.ts'
import type { Writing } from './writing.ts'

export type Dialect = 'kramdown' | 'commonmark'

/** What an extension may use besides markdown-it itself. */
export interface ExtensionTools {
  readonly highlighter: Highlighter
  readonly mathRenderer: MathRenderer
  readonly kramdown: KramdownOptions
  /** What the extensions add to kramdown. */
  readonly added: AddedRules
}

export interface Extension {
  readonly name: string
  /** Adds its syntax to a dialect that does not read it by itself. */
  readonly read?: { readonly [Name in Dialect]?: (markdown: MarkdownIt, tools: ExtensionTools) => void }
  /** Block rules that kramdown's reader tries before its own, in texts that may hold what Jekyll shows as text. */
  readonly kramdownBlocks?: readonly BlockRule[]
  /** Spans whose pipes make no row of a table of their line, in the same texts. */
  readonly kramdownPipes?: readonly SpanRule[]
  /** Elements whose inside is read as a line, in such of these texts as have a bibliography. */
  readonly kramdownElements?: readonly string[]
  /** Looks through the tokens of a text once it is read, or changes them. */
  readonly tokens?: (state: StateCore, tools: ExtensionTools) => void
  /** How its tokens are written, by their types. */
  readonly write?: Readonly<Record<string, Write>>
}

/** Writes the token at `index`. */
export type Write = (tokens: readonly Token[], index: number, writing: Writing, renderer: Renderer) => string
