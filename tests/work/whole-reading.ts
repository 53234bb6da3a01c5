// All that is done to the text of a post, from the file to HTML: what the work is counted of.

import { protect } from '../../src/liquid/protect.ts'
import { closeTags, excerptOf } from '../../src/markdown/excerpt.ts'
import type { Dialect } from '../../src/markdown/extensions.ts'
import { makeHighlighter } from '../../src/markdown/highlighter.ts'
import { setAsideMath } from '../../src/markdown/math/set-aside.ts'
import { makeMarkdown, type RenderBody } from '../../src/markdown/render-body.ts'
import { sourcePath } from '../../src/model.ts'

export function makeRender(dialect: Dialect): RenderBody {
  return makeMarkdown({ dialect, kramdown: {}, buildsMath: false }, makeHighlighter())
}

export async function read(text: string, dialect: Dialect, render: RenderBody): ReturnType<RenderBody> {
  protect(text, 'code and math')
  const options = { asked: true, doubleDollars: dialect === 'commonmark' }
  const head = excerptOf(text, '\n\n')
  return render({
    source: sourcePath('posts/a.md'),
    original: text,
    line: 1,
    format: 'markdown',
    whole: setAsideMath(text, options),
    ...(head === undefined ? {} : { excerpt: setAsideMath(closeTags(head), options) }),
    macros: {},
  })
}
