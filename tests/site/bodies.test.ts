// What becomes of a body: in a page, in a feed, where its author wrote HTML.

import { expect, test } from 'vitest'
import type { Frame } from '../../src/body.ts'
import { makeHighlighter } from '../../src/markdown/highlighter.ts'
import { makeMarkdown } from '../../src/markdown/markdown.ts'
import { plainFrame, plainText } from '../support/plain-frame.ts'
import { load, site } from '../support/site.ts'

const { readBody, writeBody, writeHeadings } = makeMarkdown({ dialect: 'kramdown', kramdown: {}, buildsMath: true }, makeHighlighter())

async function read(text: string) {
  return (await readBody(plainText(text))).value
}

async function write(text: string, frame: Partial<Frame> = {}): Promise<string> {
  return writeBody(await read(text), { ...plainFrame, ...frame }).trim()
}

test.each([
  ['# A\n\n<h2>B</h2>', '<h2 id="a">A</h2>\n\n<h3>B</h3>'],
  ['<h1 class="x">A</h1>\n\n### B', '<h2 class="x">A</h2>\n\n<h4 id="b">B</h4>'],
  ['## A\n\n<div><h3>B</h3></div>', '<h2 id="a">A</h2>\n\n<div><h3>B</h3></div>'],
  ['# A\n\nText <!-- <h1> --> and `<h1>`.', '<h2 id="a">A</h2>\n\n<p>Text <!-- <h1> --> and <code>&lt;h1&gt;</code>.</p>'],
])('headings keep their relation, in Markdown and in HTML: %j', async (text, html) => {
  expect((await write(text)).replace(/\n+/g, '\n')).toBe(html.replace(/\n+/g, '\n'))
})

test.each([
  ['`-n`', '<code class="unbroken">-n</code>'],
  ['`git-log`{: .x}', '<code class="x unbroken">git-log</code>'],
  ['`a - b`', '<code>a - b</code>'],
  ['`an-address-that-is-long`', '<code>an-address-that-is-long</code>'],
])('on a page a short code with a hyphen stays on one line: %j', async (text, html) => {
  expect(await write(text, { dress: 'page' })).toBe(`<p>${html}</p>`)
  expect(await write(text)).not.toContain('unbroken')
})

test.each([
  ['![A](a.png)\n*One*', true],
  ['![A](a.png)  \n_One **two** `x`_\n{: .x}', true],
  ['[![A](a.png)](a.png)\n*One*', true],
  ['<img src="a.png" alt="A">\n*One*', true],
  ['<span>A</span>\n*One*', false],
  ['![A](a.png)\n*One* two', false],
  ['![A](a.png) *One*', false],
  ['![A](a.png)\n*One* and *two*', false],
  ['Text\n*One*', false],
  ['- ![A](a.png)\n  *In a tight list*\n- B', true],
])('a line in italics below an image is its caption: %j', async (text, isCaption) => {
  const html = await write(text, { dress: 'page' })
  expect(html.includes('<p class="captioned">') || html.includes(' captioned">')).toBe(isCaption)
  expect(html.split('<p').length).toBe(html.split('</p>').length)
  expect(await write(text)).not.toContain('captioned')
})

test('headings stand as deep as the frame says, and never below the sixth level', async () => {
  expect(await write('# A\n\n## B', { topHeading: 4 })).toContain('<h5 id="b">')
  expect(await write('# A\n\n##### B', { topHeading: 4 })).toContain('<h6 id="b">')
  expect(await write('# A', { topHeading: undefined })).toContain('<h1 id="a">')
})

test('a prefix stands in front of every id, and of every link to one', async () => {
  const text = '# A\n\n[up](#a) and a note.[^n] <span id="here">Here</span> <a href="#here">there</a>\n\n[^n]: Note.'
  const html = await write(text, { idPrefix: 'l2-' })
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  const links = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id)
  expect(ids).toEqual(['l2-a', 'l2-fnref:n', 'l2-here', 'l2-fn:n'])
  expect(links).toEqual(['l2-a', 'l2-fn:n', 'l2-here', 'l2-fnref:n'])
  expect(writeHeadings(await read(text), { ...plainFrame, idPrefix: 'l2-' })[0]?.id).toBe('l2-a')
})

test('footnotes are numbered on from where the frame says', async () => {
  expect(await write('A[^a] b[^b]\n\n[^a]: A.\n[^b]: B.', { firstFootnote: 5 })).toMatch(/>5<\/a>.*>6<\/a>/)
})

test('addresses in HTML are led where the frame leads them, and what stays is written as it was', async () => {
  const html = `<img src="a.png" srcset="b.png 1x, c.png 2x" alt="A & B"><a href='d.md'>D</a><a href="e?x&y">E</a>`
  const frame = { address: ({ url }: { url: string }) => (/^[a-d]/.test(url) ? `/n/${url}` : url) }
  expect(await write(html, frame)).toBe(
    '<p><img src="/n/a.png" srcset="/n/b.png 1x, /n/c.png 2x" alt="A &amp; B"><a href="/n/d.md">D</a><a href="e?x&amp;y">E</a></p>',
  )
})

test('a table and code that an author wrote in HTML scroll and can be reached by keyboard, as ours do', async () => {
  const { main, file } = await site(
    '\n-- _config.yml --\nurl: https://example.org\n-- posts/2024-01-01-a.md --\n<table><tr><td><table></table></td></tr></table>\n\n<pre>x</pre>\n',
  )
  expect(main('2024/01/01/a/index.html').match(/class="table-box/g)).toHaveLength(1)
  expect(main('2024/01/01/a/index.html')).toContain('<pre tabindex="0">x</pre>')
  expect(file('feed.xml')).not.toMatch(/table-box|tabindex/)
})

test('feeds hold formulas as MathML alone, and plain code', async () => {
  const { file } = await site('\n-- _config.yml --\nurl: https://example.org\n-- posts/2024-01-01-a.md --\n$$x^2$$\n\n```\ncode\n```\n')
  expect(file('feed.xml')).toContain('math xmlns')
  expect(file('feed.xml')).not.toMatch(/katex|math-box|tabindex/)
})

test("formulas that a site's own look asks for are MathML that no style sheet of KaTeX's hides", async () => {
  const { file } = await site(
    '\n-- _config.yml --\nmath: build\n-- _layouts/post.html --\n{{ content }}\n-- _posts/2024-01-01-a.md --\n---\nlayout: post\n---\n$$x^2$$\n',
  )
  expect(file('2024/01/01/a.html')).toContain('<math ')
  expect(file('2024/01/01/a.html')).not.toContain('katex')
})

test('a site has what draws diagrams if a text has one', () => {
  const script = '-- templates/assets/diagrams/mermaid.js --\n//\n'
  const outputs = (text: string): string[] =>
    load(`${script}-- posts/2024-01-01-a.md --\n${text}\n`).loaded.files.map(({ output }) => output)
  const drawn = ['```mermaid\na\n```', '> ~~~ mermaid\n> a\n> ~~~', '```{mermaid}\n%%| label: x\na\n```', '- x\n\n  ```mermaid\n  a\n  ```']
  for (const text of drawn) expect(outputs(text)).toContain('assets/diagrams/mermaid.js')
  for (const text of ['A mermaid.', '```mermaids\na\n```', '`mermaid`']) expect(outputs(text)).not.toContain('assets/diagrams/mermaid.js')
})

test('a diagram is the box of code that its source is', async () => {
  const { main, report } = await site('-- _config.yml --\nmarkdown: commonmark\n-- posts/2024-01-01-a.md --\n```{mermaid}\na --> b\n```\n')
  expect(main('2024/01/01/a/index.html')).toContain('language-mermaid" data-lang="mermaid"><pre tabindex="0"><code>a --&gt; b')
  expect(report).not.toContain('mermaid')
})
