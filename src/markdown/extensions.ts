// THE LIST of Markdown extensions. Its order is the order in which they change markdown-it's rules; where that matters it says why.

import type { MarkdownIt } from 'markdown-it'
import { codeBlocks } from './extensions/code-blocks.ts'
import { definitionLists } from './extensions/definition-lists.ts'
import { footnotes } from './extensions/footnotes.ts'
import { headings } from './extensions/headings.ts'
import { links } from './extensions/links.ts'
import { tables } from './extensions/tables.ts'
import { taskLists } from './extensions/task-lists.ts'
import { typography } from './extensions/typography.ts'
import { words } from './extensions/words.ts'
import type { Highlighter } from './highlighter.ts'

export type Dialect = 'kramdown' | 'commonmark'

/** What an extension may use besides markdown-it itself. */
export interface ExtensionTools {
  readonly dialect: Dialect
  readonly highlighter: Highlighter
}

export interface Extension {
  readonly name: string
  /** The dialects in which it is on. */
  readonly dialects: readonly Dialect[]
  readonly extend: (markdown: MarkdownIt, tools: ExtensionTools) => void
}

const both = ['kramdown', 'commonmark'] as const

export const extensions: readonly Extension[] = [
  { name: 'definition lists', dialects: both, extend: definitionLists },
  { name: 'footnotes', dialects: both, extend: footnotes },
  { name: 'task lists', dialects: both, extend: taskLists },
  { name: 'typography', dialects: ['kramdown'], extend: typography },
  // After typography: kramdown leaves dashes and quotes out of ids, and here they are single characters by then.
  { name: 'headings', dialects: both, extend: headings },
  { name: 'code blocks', dialects: both, extend: codeBlocks },
  { name: 'tables', dialects: both, extend: tables },
  { name: 'links', dialects: both, extend: links },
  // Last: it counts what the others have left as text.
  { name: 'words', dialects: both, extend: words },
]
