// A term on one line, `: its definition` on the next.

import deflist from 'markdown-it-deflist'
import type { Extension } from '../extension.ts'

export const definitionLists: Extension = {
  name: 'definition lists',
  read: { commonmark: markdown => void markdown.use(deflist) },
}
