// A term on one line, `: its definition` on the next.

import type { MarkdownIt } from 'markdown-it'
import deflist from 'markdown-it-deflist'

export function definitionLists(markdown: MarkdownIt): void {
  markdown.use(deflist)
}
