// A book as readers open it: the files in it, and EPUBCheck's word on it where the machine has that.

import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Book } from '../../src/book/book.ts'
import { makeEpub } from '../../src/book/make-epub.ts'
import { html, type SourcePath, sourcePath } from '../../src/model.ts'
import { checksBooks, epubProblems } from '../support/epubcheck.ts'
import { site } from '../support/site.ts'

const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const read = (source: SourcePath): Uint8Array | undefined => (source === 'posts/dot.png' ? dot : undefined)

const bookWith = (...contents: readonly string[]): Book => ({
  identifier: 'https://notes.example/courses/logic/',
  title: 'Logic & proofs',
  facts: ['CS 101'],
  description: 'What proofs <prove>.',
  authors: [{ name: 'Ada Lovelace' }],
  publisher: 'Notes',
  lang: 'en',
  dir: 'ltr',
  modified: '2024-02-01T00:00:00Z',
  contents: 'Contents',
  chapters: contents.map((content, index) => ({
    id: `l${index + 1}`,
    label: `Lecture ${index + 1}`,
    title: `Title ${index + 1}`,
    lang: 'en',
    dir: 'ltr' as const,
    module: index === 0 ? 'Syntax' : '',
    content: html(content),
  })),
  files: new Map([['/dot.png', sourcePath('posts/dot.png')]]),
})

const filesOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]))

const everything = `<h2 id="l1-a">A</h2><p>Text<br> with <em>marks</em> &amp; <img src="/dot.png" alt="a dot"> and
<img src="https://elsewhere.example/x.png" alt="far"> <a href="l2.xhtml#l2-b">there</a> <a href="#l1-none">nowhere</a> <a href="/x">out</a></p>
<p><math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><semantics><mrow><mi>x</mi><mo>&lt;</mo><mn>2</mn></mrow><annotation encoding="application/x-tex">x&lt;2</annotation></semantics></math></p>
<svg viewBox="0 0 1 1" width="1" height="1"><path d="M0 0"/></svg>
<table><tbody><tr><td align="right">1</td></tr></tbody></table><center>old <font color="red">ways</font></center>
<script>alert(1)</script><iframe src="https://video.example/1" title="The recording"></iframe><input type="checkbox">
<ul><li>one</li><ul><li>in it</li></ul></ul><a name="old"></a><p id="twice" onclick="x()">1</p><p id="twice">2</p><figcaption>alone</figcaption>`

test('a book holds each text as XHTML, formulas as MathML, pictures, and the ways between its texts', () => {
  const files = filesOf(makeEpub(bookWith(everything, '<p id="l2-b">B</p>'), read))
  expect(Object.keys(files)[0]).toBe('mimetype')
  const chapter = files['book/l1.xhtml'] ?? ''
  expect(chapter).toContain('<img src="picture-1.png" alt="a dot"/>')
  expect(chapter).toContain('<a href="https://elsewhere.example/x.png">far</a> <a href="l2.xhtml#l2-b">there</a> <a>nowhere</a> <a>out</a>')
  expect(chapter).toContain('<mo>&lt;</mo>')
  expect(chapter).toContain('<a href="https://video.example/1">The recording</a>')
  expect(chapter).toContain('<div>old <span>ways</span></div>')
  expect(chapter).not.toMatch(/script|onclick|align=|<input/)
  expect(files['book/content.opf']).toContain('href="l1.xhtml" media-type="application/xhtml+xml" properties="mathml svg"')
  expect(files['book/content.opf']).toContain('href="picture-1.png" media-type="image/png"')
  expect(files['book/nav.xhtml']).toContain('<li><span>Syntax</span><ol>\n<li><a href="l1.xhtml">Lecture 1: Title 1</a></li>')
})

test('the same book is the same bytes', () => {
  const [one, other] = [1, 2].map(() => makeEpub(bookWith(everything), read))
  expect(Buffer.from(one ?? []).equals(Buffer.from(other ?? []))).toBe(true)
})

test.runIf(checksBooks)(
  'EPUBCheck finds nothing to say about it',
  () => {
    expect(epubProblems(makeEpub(bookWith(everything, '<p id="l2-b">B</p>'), read))).toEqual([])
  },
  30_000,
)

test('the book of a course has its lectures, with notes counted through, and is made anew when one of them changes', async () => {
  const archive = (word: string) => `-- _config.yml --
url: https://notes.example
-- posts/2024-01-01-a.md --
---
title: "Logic, Lecture 1: Words of \`L\` and $L^*$"
---
A ${word}.[^n] See [rules](2024-02-01-c.md#rules), [about](about.md) and [[a]]. $$x^2$$

[^n]: Or none.
-- posts/2024-02-01-c.md --
---
title: "Logic, Lecture 2"
---
## Rules

Text.[^m]

[^m]: Named.
-- posts/about.md --
---
layout: page
---
x
`
  const bookOf = async (word: string) => {
    const { loaded } = await site(archive(word))
    const page = loaded.pages.find(({ permalink }) => permalink === '/courses/logic/logic.epub')
    if (page === undefined) throw new Error('there is no book')
    return { key: (await loaded.renderer.keyOf(page)).key, bytes: (await (await loaded.renderer.render(page)).content) as Uint8Array }
  }
  const { key, bytes } = await bookOf('word')
  const { 'book/nav.xhtml': list = '', 'book/l1.xhtml': first = '', 'book/l2.xhtml': second = '' } = filesOf(bytes)
  expect(list).toContain('>Lecture 1: Words of L and L*</a>')
  expect(first).toMatch(/<p class="label">Lecture 1<\/p>\n<h1>Words of <code>L<\/code> and <math .*<msup>.*<\/h1>/)
  expect(first).toContain('<a href="l2.xhtml#l2-rules">rules</a>, <a href="https://notes.example/about/">about</a>')
  expect(first).toMatch(/<a href="l1.xhtml">[^<]*<code>L<\/code> and <math /)
  expect(first).toContain('<math')
  expect(first).not.toContain('katex-html')
  expect(second).toContain('<h1>Lecture 2</h1>')
  expect(second).toMatch(/role="doc-noteref">2<\/a>/)
  expect((await bookOf('word')).key).toBe(key)
  expect((await bookOf('term')).key).not.toBe(key)
  if (checksBooks) expect(epubProblems(bytes)).toEqual([])
}, 300_000)
