// CommonMark mode against the specification's own examples, all of them, on the engine without what our pages add (ids,
// boxes, colours). The specification writes void elements with a slash, and HTML does not.

import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { makeHighlighter } from '../src/markdown/highlighter.ts'
import { type MarkdownReader, makeMarkdown } from '../src/markdown/markdown.ts'
import { plainFrame, plainText } from './support/plain-frame.ts'

interface SpecExample {
  readonly markdown: string
  readonly html: string
  readonly section: string
  readonly number: number
}

const { tests } = createRequire(import.meta.url)('commonmark-spec') as { tests: SpecExample[] }
const engine = makeMarkdown({ dialect: 'commonmark', kramdown: {}, buildsMath: false }, makeHighlighter(), [])

async function render(text: string, { readBody, writeBody }: MarkdownReader = engine): Promise<string> {
  return writeBody((await readBody(plainText(text))).value, plainFrame)
}

test('commonmark: the specification is there', () => expect(tests.length).toBeGreaterThan(600))

test.each(tests)('commonmark: $section, example $number', async ({ markdown, html }) => {
  const tabs = (text: string): string => text.replaceAll('→', '\t')
  expect(await render(tabs(markdown))).toBe(tabs(html).replace(/<(br|hr|img)((?: [^<>]*?)?) \/>/g, '<$1$2>'))
})

const whole = makeMarkdown({ dialect: 'commonmark', kramdown: {}, buildsMath: false }, makeHighlighter())

// The extensions of GitHub's Markdown, as its specification describes them.
test.each([
  ['| a | b |\n| - | -: |\n| c | d |', '<td class="align-right">d</td>'],
  ['| a |\n| --- |\n| b `\\|` c |', '<td>b <code>|</code> c</td>'],
  ['~~gone~~', '<s>gone</s>'],
  ['- [x] done', 'checked="checked"'],
  ['see https://example.org/a_b_c.', '<a href="https://example.org/a_b_c">https://example.org/a_b_c</a>.'],
])('commonmark: %s', async (text, html) => {
  expect(await render(text, whole)).toContain(html)
})
