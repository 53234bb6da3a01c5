// markdown-it leaves out without a word what is nested too deeply; here the author is told. (kramdown's reader tells it itself.)

import type { StateCore } from 'markdown-it'
import { envOf } from '../env.ts'
import type { Extension } from '../extension.ts'
import { deepest } from '../nesting.ts'
import { complainOfDepth } from '../too-deep.ts'

export const nesting: Extension = {
  name: 'nesting',
  read: {
    commonmark: markdown => {
      markdown.set({ maxNesting: deepest })
      markdown.core.ruler.after('block', 'nesting', tellDepth)
    },
  },
}

function tellDepth({ tokens, env }: StateCore): void {
  const deep = tokens.find(({ type, level }) => containers.has(type) && level >= deepest - 1)
  if (deep !== undefined) complainOfDepth(envOf(env), deep.map?.[0] ?? 0, '')
}

const containers: ReadonlySet<string> = new Set(['blockquote_open', 'list_item_open', 'dd_open', 'footnote_open'])
