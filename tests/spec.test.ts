// Runs the examples of every spec file; an author can read those files as the manual of the dialect.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeHighlighter } from '../src/markdown/highlighter.ts'
import { makeMarkdown } from '../src/markdown/render-body.ts'
import { sourcePath } from '../src/model.ts'
import { examplesOf } from './support/spec-file.ts'

const folder = join(import.meta.dirname, 'spec')
const renderBody = makeMarkdown({ dialect: 'kramdown', kramdown: {}, buildsMath: false }, makeHighlighter())

for (const name of readdirSync(folder)) {
  describe(`spec: ${name.replace('.md', '').replaceAll('-', ' ')}`, () => {
    const examples = examplesOf(readFileSync(join(folder, name), 'utf8'))
    test('the file holds examples', () => expect(examples.length).toBeGreaterThan(0))
    test.each(examples)('line $line', async ({ input, output }) => {
      const rendered = await renderBody({
        source: sourcePath('posts/x.md'),
        original: input,
        line: 1,
        format: 'markdown',
        whole: { text: input, formulas: [] },
        macros: {},
      })
      const { html, links } = rendered.value
      const shown = html.replaceAll('\u00a0', '&nbsp;')
      // A link that is still to be resolved stands as its number between two NULs.
      expect(shown.replace(/\0(\d+)\0/g, (_, index: string) => links[Number(index)]?.url ?? '').trim()).toBe(output)
    })
  })
}
