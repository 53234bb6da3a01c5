// All that is done to the text of a post, from the file to HTML: what the work is counted of.

import { protect } from '../../src/liquid/protect.ts'
import { excerptOf } from '../../src/markdown/excerpt.ts'
import type { Dialect } from '../../src/markdown/extension.ts'
import { makeHighlighter } from '../../src/markdown/highlighter.ts'
import { prepareLecture } from '../../src/markdown/lecture/prepare.ts'
import { type MarkdownReader, makeMarkdown } from '../../src/markdown/markdown.ts'
import { setAsideMath } from '../../src/markdown/math/set-aside.ts'
import { type Html, sourcePath } from '../../src/model.ts'
import { plainFrame } from '../support/plain-frame.ts'

export function makeRender(dialect: Dialect): MarkdownReader {
  return makeMarkdown({ dialect, kramdown: {}, buildsMath: false }, makeHighlighter())
}

export async function read(text: string, dialect: Dialect, { readBody, writeBody }: MarkdownReader): Promise<Html> {
  const prepared = prepareLecture(text)
  protect(prepared, [0])
  const options = { asked: true, doubleDollars: dialect === 'commonmark' }
  const head = excerptOf(prepared, '\n\n')
  const body = await readBody({
    source: sourcePath('posts/a.md'),
    original: text,
    line: 1,
    format: 'markdown',
    whole: setAsideMath(prepared, options),
    ...(head === undefined ? {} : { excerpt: setAsideMath(head, options) }),
    macros: {},
    hasBlocks: true,
  })
  return writeBody(body.value, { ...plainFrame, dress: 'page' })
}
