// Source code in colours, and what is no source code.

import { expect, test } from 'vitest'
import { makeHighlighter } from '../../src/markdown/highlighter.ts'

// The grammars of these take the square of a word's length: a minute for a picture in base64, hours for this.
test.each(['java', 'cpp', 'ini', 'javascript'])('a word that no program has stands in code of %s without colours', async language => {
  const highlighter = makeHighlighter()
  await highlighter.prepare([language])
  const word = 'aB3'.repeat(200_000)
  expect(highlighter.highlight(`x < ${word}`, language)).toBe(`x &lt; ${word}`)
  expect(highlighter.highlight('x = "a"', language)).toContain('<span class="hljs-')
})
