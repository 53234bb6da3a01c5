// Runs the examples of every spec file; an author can read those files as the manual of the dialect.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeHighlighter } from '../src/markdown/highlighter.ts'
import { makeMarkdown } from '../src/markdown/markdown.ts'
import { sourcePath } from '../src/model.ts'
import { plainFrame } from './support/plain-frame.ts'
import { examplesOf } from './support/spec-file.ts'

const folder = join(import.meta.dirname, 'spec')
const { readBody, writeBody } = makeMarkdown({ dialect: 'kramdown', kramdown: {}, buildsMath: false }, makeHighlighter())

for (const name of readdirSync(folder)) {
  describe(`spec: ${name.replace('.md', '').replaceAll('-', ' ')}`, () => {
    const examples = examplesOf(readFileSync(join(folder, name), 'utf8'))
    test('the file holds examples', () => expect(examples.length).toBeGreaterThan(0))
    test.each(examples)('line $line', async ({ input, output }) => {
      const read = await readBody({
        source: sourcePath('posts/x.md'),
        original: input,
        line: 1,
        format: 'markdown',
        whole: { text: input, formulas: [] },
        macros: {},
        hasBlocks: true,
      })
      expect(writeBody(read.value, plainFrame).replaceAll('\u00a0', '&nbsp;').trim()).toBe(output)
    })
  })
}
