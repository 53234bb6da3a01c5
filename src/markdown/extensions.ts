// THE LIST of Markdown extensions. Its order is the order in which they change markdown-it's rules; where that matters it says why.

import type { MarkdownIt } from 'markdown-it'
import { bareLinks } from './extensions/bare-links.ts'
import { codeBlocks } from './extensions/code-blocks.ts'
import { definitionLists } from './extensions/definition-lists.ts'
import { footnotes } from './extensions/footnotes.ts'
import { headingIds } from './extensions/heading-ids.ts'
import { headings } from './extensions/headings.ts'
import { kramdown } from './extensions/kramdown.ts'
import { links } from './extensions/links.ts'
import { math } from './extensions/math.ts'
import { tables } from './extensions/tables.ts'
import { taskLists } from './extensions/task-lists.ts'
import { words } from './extensions/words.ts'
import type { Highlighter } from './highlighter.ts'
import type { KramdownOptions } from './kramdown/parser.ts'
import type { MathRenderer } from './math/katex.ts'

export type Dialect = 'kramdown' | 'commonmark'

/** What an extension may use besides markdown-it itself. */
export interface ExtensionTools {
  readonly highlighter: Highlighter
  readonly mathRenderer: MathRenderer
  readonly kramdown: KramdownOptions
}

export interface Extension {
  readonly name: string
  /** The dialects in which it is on. */
  readonly dialects: readonly Dialect[]
  readonly extend: (markdown: MarkdownIt, tools: ExtensionTools) => void
}

const both = ['kramdown', 'commonmark'] as const

export const extensions: readonly Extension[] = [
  // First: it takes the place of markdown-it's own reading, on whose tokens all others work.
  { name: 'kramdown', dialects: ['kramdown'], extend: kramdown },
  { name: 'bare links', dialects: ['commonmark'], extend: bareLinks },
  { name: 'definition lists', dialects: ['commonmark'], extend: definitionLists },
  { name: 'footnotes', dialects: both, extend: footnotes },
  { name: 'task lists', dialects: ['commonmark'], extend: taskLists },
  // Before whatever looks at text, in which a formula is only a number until then.
  { name: 'math', dialects: both, extend: math },
  { name: 'heading ids', dialects: ['commonmark'], extend: headingIds },
  // After the ids, which the list of contents needs.
  { name: 'headings', dialects: both, extend: headings },
  { name: 'code blocks', dialects: both, extend: codeBlocks },
  { name: 'tables', dialects: both, extend: tables },
  { name: 'links', dialects: both, extend: links },
  // Last: it counts what the others have left as text.
  { name: 'words', dialects: both, extend: words },
]
