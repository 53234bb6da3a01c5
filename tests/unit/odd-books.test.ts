// Markup that browsers forgive and the schema of a book does not: what stands in posts for years, made into a book that EPUBCheck has nothing to say about.

import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { makeEpub } from '../../src/book/make-epub.ts'
import { html, sourcePath } from '../../src/model.ts'
import { epubProblems } from '../support/epubcheck.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const pictures: Readonly<Record<string, Uint8Array>> = {
  'posts/drawing.svg': bytesOf(
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"><script>alert(1)</script>' +
      '<image xlink:href="https://x.example/z.png"/><circle cx="5" cy="5" r="4" onclick="x()"/></svg>',
  ),
  'posts/no-picture.png': bytesOf('<!DOCTYPE html>404'),
  'posts/photo.webp': Buffer.from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAUAmJaQAA3AA/v02aAA=', 'base64'),
}

const bookOf = (content: string): Uint8Array =>
  makeEpub(
    {
      identifier: 'https://notes.example/courses/odd/',
      title: 'Odd & "ends"',
      facts: [],
      description: '',
      authors: [],
      publisher: 'Notes',
      lang: 'en',
      dir: 'ltr',
      modified: '2024-02-01T00:00:00Z',
      contents: 'Contents',
      chapters: [{ id: 'l1', label: '', title: 'שלום & 漢字', lang: 'he', dir: 'rtl', module: '', content: html(content) }],
      files: new Map(Object.keys(pictures).map(source => [source.replace('posts', ''), sourcePath(source)])),
    },
    source => pictures[source],
  )

const chapterOf = (content: string): string => strFromU8(unzipSync(bookOf(content))['book/l1.xhtml'] ?? new Uint8Array())

const odd: readonly (readonly [what: string, markup: string, written: string])[] = [
  ['a table in a paragraph', '<p>a<object><table><tr><td>1</table></object></p><span><div>x</div></span>', '<div><div>x</div></div>'],
  ['a line that holds a list', '<b><ul><li>x</ul></b> <abbr><p>y</p></abbr>', '<div><ul><li>x</li></ul></div>'],
  [
    'times that are none',
    '<p><time datetime="10 May">y</time> <time datetime="2024-05">z</time></p>',
    '<time>y</time> <time datetime="2024-05">z</time>',
  ],
  [
    'a word of ruby alone',
    '<p><ruby>x</ruby> <rt>y</rt> <ruby>漢<rt>kan</rt></ruby></p>',
    '<span>x</span> <span>y</span> <ruby>漢<rt>kan</rt></ruby>',
  ],
  [
    'what folds without a summary',
    '<details><p>x</p></details><details><summary>s</summary>t</details>',
    '<div><p>x</p></div><details><summary>s</summary>t</details>',
  ],
  [
    'a summary that holds more than a line',
    '<details>\n<!-- c --><summary>a <div>b</div></summary>t</details>',
    '<div>\n<div>a <div>b</div></div>t</div>',
  ],
  ['a summary that is a heading', '<details><summary><h3>s</h3></summary>t</details>', '<details><summary><h3>s</h3></summary>t</details>'],
  ['a summary behind some words', '<details>a<summary>b</summary>c</details>', '<div>a<div>b</div>c</div>'],
  ['words without one to explain', '<dl><dd>x</dd></dl><dt>y</dt><li>z</li>', '<div><div>x</div></div><div>y</div><div>z</div>'],
  ['a caption in the middle', '<figure><p>a</p><figcaption>c</figcaption><p>b</p></figure>', '<div>c</div>'],
  ['a value that is missing', '<p><data>x</data></p>', '<span>x</span>'],
  [
    'roles and attributes that nobody knows',
    '<div role="foo" aria-foo="x" dir="up" lang="en_US" aria-hidden="maybe">x</div>',
    '<div lang="en-US">x</div>',
  ],
  ['cells that span nothing', '<table><tr><td colspan="0" rowspan="x">1<th scope="foo">2</table>', '<td>1</td><th>2</th>'],
  [
    'an address with spaces and quotes',
    `<p><a href='http://x.example/a b?d="2"'>x</a> <a href="http://a b/">y</a></p>`,
    '<a href="http://x.example/a%20b?d=%222%22">x</a> <a>y</a>',
  ],
  [
    'drawings with links and parts that move',
    '<svg viewBox="0 0 9 9"><circle id="l1-q" r="1"/><a xlink:href="http://x.example/"><text>t</text></a><image href="a.svg"/><use href="#q"/><animate/><odd/></svg>',
    '<g><text>t</text></g><use xlink:href="#l1-q" xmlns:xlink="http://www.w3.org/1999/xlink"></use></svg>',
  ],
  ['formulas with elements of nobody', '<math><mfoo><mi>x</mi></mfoo></math>', '<mrow><mi>x</mi></mrow>'],
  ['pictures that are none', '<p><img src="/no-picture.png" alt="A plot"></p>', '<p>A plot</p>'],
  ['a drawing with a script', '<p><img src="/drawing.svg" alt="d"></p>', '<img src="picture-1.svg" alt="d"/>'],
  ['a picture in WebP', '<p><img src="/photo.webp" alt="p"></p>', '<img src="picture-1.webp" alt="p"/>'],
  ['controls and letters that XML has not', '<p>a\u0007b\ufffe &nbsp;&copy; <o:p>c</o:p></p>', '<p>ab \u00a0© c</p>'],
]

test.each(odd)('%s', (_what, markup, written) => {
  expect(chapterOf(markup)).toContain(written)
})

test('a chapter says its own language', () => {
  expect(chapterOf('<p>x</p>')).toContain('lang="he" xml:lang="he" dir="rtl"')
})

test('EPUBCheck has nothing to say about any of it', { timeout: 60_000 }, ({ skip }) => {
  const problems = epubProblems(bookOf(odd.map(([, markup]) => markup).join('\n')))
  if (problems === undefined) return skip('EPUBCheck is not installed')
  expect(problems).toEqual([])
})
