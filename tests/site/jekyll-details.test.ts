// What Jekyll, kramdown and Rouge do with the less used options, and with files that meet at an address, in a site with layouts of its own.

import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

const layout = '-- _layouts/bare.html --\n{{ content }}\n'

/** The file `x.html` that Jekyll makes of a page with this text. */
async function page(text: string, kramdown = ''): Promise<string> {
  const { file } = await site(`-- _config.yml --\nmarkdown: kramdown\n${kramdown}\n-- x.md --\n---\nlayout: bare\n---\n${text}\n${layout}`)
  return file('x.html')
}

test('kramdown: a heading without a letter has an empty id, which counts in the contents and behind a prefix', async () => {
  const text = '* toc\n{:toc}\n\n## !!!\n\n## ???\n'
  const plain = await page(text)
  expect(plain).toContain('<a href="#" id="markdown-toc-">!!!</a>')
  expect(plain).toContain('<h2>!!!</h2>')
  expect(plain).toContain('<h2 id="-1">???</h2>')
  const prefixed = await page(text, 'kramdown:\n  auto_id_prefix: s-')
  expect(prefixed).toContain('<a href="#s-" id="markdown-toc-s-">!!!</a>')
  expect(prefixed).toContain('<h2 id="s-">!!!</h2>')
  expect(await page(text, 'kramdown:\n  auto_ids: false')).not.toContain('markdown-toc-')
})

test('kramdown: links of the configuration are known to every text, which may define them otherwise', async () => {
  const links = 'kramdown:\n  link_defs:\n    Home  Page: ["https://a.example/", "The \\"title\\""]\n    two: [/two]\n    bad: 1'
  const html = await page('[home page], [x][TWO], ![y][two], [bad]', links)
  expect(html).toContain('<a href="https://a.example/" title="The &quot;title&quot;">home page</a>')
  expect(html).toContain('<a href="/two">x</a>')
  expect(html).toContain('<img src="/two" alt="y"')
  expect(html).toContain('[bad]')
  expect(await page('[two]\n\n[two]: /own', links)).toContain('<a href="/own">two</a>')
})

test('rouge: blocks of code have the line numbers and the class that the options ask for', async () => {
  const fence = '```js\nlet a\nlet b\n```\n'
  const numbered = await page(
    fence,
    'kramdown:\n  syntax_highlighter_opts:\n    css_class: code\n    block: { line_numbers: true, start_line: 9 }',
  )
  expect(numbered).toContain('<pre class="code"><code><table class="rouge-table"><tbody><tr><td class="rouge-gutter gl">')
  expect(numbered).toContain('<pre class="lineno">9\n10\n</pre></td><td class="rouge-code"><pre>')
  const off = 'kramdown:\n  syntax_highlighter_opts:\n    line_numbers: true\n    block: { line_numbers: false }'
  expect(await page(fence, off)).not.toContain('lineno')
  expect(await page(fence, 'kramdown:\n  syntax_highlighter_opts:\n    line_numbers: true')).toContain('<pre class="lineno">1\n2\n</pre>')
  expect(await page('    plain\n', 'kramdown:\n  syntax_highlighter_opts: { line_numbers: true }')).toContain(
    '<pre class="lineno">1\n</pre>',
  )
})

test('an excerpt ends at an empty line, which a file with line ends of Windows has none of', async () => {
  const list = '-- index.html --\n---\n---\n{% for p in site.posts %}[{{ p.excerpt | strip_html | strip_newlines | strip }}]{% endfor %}\n'
  const body = (end: string): string => ['---', 'layout: bare', '---', 'One.', '', 'Two.', ''].join(end)
  const { file } = await site(
    `${list}-- _posts/2024-01-01-a.md --\n${body('\n')}-- _posts/2024-01-02-b.md --\n${body('\r\n')}-- _posts/2024-01-03-c.md --\n${body('\r\n').replace('layout: bare', 'layout: bare\r\nexcerpt_separator: Two')}${layout}`,
  )
  expect(file('index.html').trim()).toBe('[One.][One.Two.][One.]')
})

test('an excerpt closes the Liquid that its text closes, and runs no loop that nobody closes', async () => {
  const list = '-- index.html --\n---\n---\n{% for p in site.posts %}[{{ p.excerpt | strip_html | strip_newlines | strip }}]{% endfor %}\n'
  const loops = '{% for i in (1..2) %}go \n'
  const { file } = await site(
    `${list}-- _posts/2024-01-01-a.md --\n---\nlayout: bare\n---\n${loops}\n${loops}{% endfor %}{% endfor %}\n-- _posts/2024-01-02-b.md --\n---\nlayout: bare\n---\n${loops.repeat(40)}\nTwo.\n${layout}`,
  )
  const [open = '', closed] = file('index.html').trim().slice(1, -1).split('][')
  expect(closed).toBe('go go')
  expect(open.match(/go/g)).toHaveLength(40)
})

const conflict = `
-- _config.yml --
defaults:
  - scope: { path: "", type: posts }
    values: { layout: bare, permalink: / }
-- index.html --
---
---
the page
-- _posts/2024-01-02-later.md --
later
-- _posts/2024-01-01-earlier.md --
earlier
${layout}`

test('of files that Jekyll writes to one address the last is seen: pages, then files, then posts by their dates', async () => {
  const { file, report } = await site(conflict)
  expect(file('index.html')).toContain('later')
  expect(report).toContain('This file is not to be seen: _posts/2024-01-02-later.md is written to index.html after it, as in Jekyll')
  expect(report).not.toContain('error')
})

test('a document of a collection is written over a post, and the deeper of two pages before the other', async () => {
  const { file } = await site(`${conflict}
-- _config.yml --
permalink: /
collections:
  notes: { output: true, permalink: / }
-- _notes/a.md --
---
layout: bare
---
the note
-- a/x.html --
---
permalink: /y.html
---
deep
-- x.html --
---
permalink: /y.html
---
shallow
`)
  expect(file('index.html')).toContain('the note')
  expect(file('y.html')).toContain('shallow')
})

test('two pages whose addresses differ in capitals are both made, and told', async () => {
  const { loaded, report } = await site(`
-- About.html --
---
---
one
-- about.html --
---
---
two
${layout}`)
  expect(loaded.pages.map(({ output }) => output).sort()).toEqual(['About.html', 'about.html'])
  expect(report).toContain('many disks hold only one of the two')
})

test('a loop over one of Jekyll’s own objects sees the names of its fields', async () => {
  const { file } = await site(`
-- _config.yml --
own: 1
-- x.html --
---
mine: 2
---
{% for key in site %}{% if key == "own" or key == "cache_dir" %}{{ key }}={{ site[key] }};{% endif %}{% endfor %}
{% for p in site.posts %}{% for key in p %}{% if key == "mine" %}{{ key }}={{ p[key] }}{% endif %}{% endfor %}{% endfor %}
{% for pair in page %}{% if pair[0] == "mine" %}{{ pair[1] }}{% endif %}{% endfor %}
-- _posts/2024-01-01-a.md --
---
mine: 3
---
${layout}`)
  expect(file('x.html').trim().split('\n')).toEqual(['cache_dir=.jekyll-cache;own=1;', 'mine=3', '2'])
})

test('the sitemap lists a collection in its own order, and of pages of one name the deeper first', async () => {
  const { file } = await site(`
-- _config.yml --
url: https://a.example
plugins: [jekyll-sitemap]
collections:
  docs: { output: true }
-- _docs/z.md --
---
---
-- _docs/b/a.md --
---
---
-- index.html --
---
---
-- b/index.html --
---
---
-- a/b/index.html --
---
---
-- a/index.html --
---
---
${layout}`)
  const places = [...file('sitemap.xml').matchAll(/<loc>https:\/\/a.example(.*?)<\/loc>/g)].map(([, place]) => place)
  expect(places).toEqual(['/docs/b/a.html', '/docs/z.html', '/a/b/', '/a/', '/b/', '/'])
})

test('compressed style sheets have no rule of which only comments were left', async () => {
  const { file } = await site(`
-- _config.yml --
sass: { style: compressed }
-- a.scss --
---
---
.a { .b { c: d } /* one */ .e { f: g } /* two */ }
${layout}`)
  expect(file('a.css').trim()).toBe('.a .b{c:d}.a .e{f:g}')
})

// Each as Debian's kramdown sets it.
test.each([
  ['paragraphs', 'a\nb\n\n\n\nc\n## d', '<p>a\nb</p>\n\n<p>c</p>\n<h2 id="d">d</h2>\n'],
  ['tight lists', '- a\n- b\n  - c', '<ul>\n  <li>a</li>\n  <li>b\n    <ul>\n      <li>c</li>\n    </ul>\n  </li>\n</ul>\n'],
  [
    'wide lists',
    '1. a\n\n   b\n\n2. c\n\nd',
    '<ol>\n  <li>\n    <p>a</p>\n\n    <p>b</p>\n  </li>\n  <li>\n    <p>c</p>\n  </li>\n</ol>\n\n<p>d</p>\n',
  ],
  ['quotations', '> a\n>\n> - b\n\nc', '<blockquote>\n  <p>a</p>\n\n  <ul>\n    <li>b</li>\n  </ul>\n</blockquote>\n\n<p>c</p>\n'],
  ['definitions', 'a\n: b\n\n***', '<dl>\n  <dt>a</dt>\n  <dd>b</dd>\n</dl>\n\n<hr />\n'],
  ['HTML', '<div markdown="1">\na\n\nb\n</div>\n\nc', '<div>\n  <p>a</p>\n\n  <p>b</p>\n</div>\n\n<p>c</p>\n'],
])('white space stands between blocks as kramdown sets it: %s', async (_, text, html) => {
  expect(await page(text)).toBe(`${html}\n`)
})

test('tables and notes are set on lines of their own, each two spaces deeper', async () => {
  const html = await page('|a|\n|-|\n|b|\n\nc[^1]\n\n[^1]: d')
  expect(html).toContain('<table>\n  <thead>\n    <tr>\n      <th>a</th>\n    </tr>\n  </thead>\n  <tbody>\n')
  expect(html).toContain('<div class="footnotes" role="doc-endnotes">\n  <ol>\n    <li id="fn:1">\n      <p>d')
  expect(html).toContain('</p>\n    </li>\n  </ol>\n</div>\n')
})

test('a theme counts the letters of a text without its tags as it does in Jekyll', async () => {
  const { file } = await site(`
-- _posts/2024-01-01-a.md --
---
layout: bare
---
One.

- two
- three

\`it's "so"\`
-- index.html --
---
---
{{ site.posts[0].content | strip_html | jsonify }}
${layout}`)
  expect(JSON.parse(file('index.html'))).toBe('One.\n\n\n  two\n  three\n\n\nit\'s "so"\n')
})

test('the list of contents is set as kramdown sets it, a list within behind the words of its item', async () => {
  const html = await page('- x\n{:toc}\n\n# A\n\n## B\n\n# C')
  expect(html).toContain(
    '<ul id="markdown-toc">\n  <li><a href="#a" id="markdown-toc-a">A</a>    <ul>\n      <li><a href="#b" id="markdown-toc-b">B</a></li>\n    </ul>\n  </li>\n  <li><a href="#c" id="markdown-toc-c">C</a></li>\n</ul>\n\n<h1 id="a">A</h1>',
  )
})

test('filters make addresses of url and baseurl as they are written, a slash too many and all', async () => {
  const { file } = await site(`
-- _config.yml --
url: https://a.example/
baseurl: /b/
-- x.html --
---
---
{{ "t" | absolute_url }} {{ "/" | absolute_url }} {{ "/t" | relative_url }} {{ site.url }}{{ site.baseurl }} {{ "http://c.example/x" | absolute_url }}
${layout}`)
  expect(file('x.html').trim()).toBe('https://a.example//b/t https://a.example//b/ /b/t https://a.example//b/ http://c.example/x')
})

test('a style sheet may bear the name of the partial that it is made of', async () => {
  const { file } = await site(`
-- assets/main.scss --
---
---
@import "main";
@import "main.scss";
-- _sass/main.scss --
a { b: c }
${layout}`)
  expect(file('assets/main.css').match(/b: c/g)).toHaveLength(2)
})

test('a space that does not break is none to Ruby, in what plugins write of a text', async () => {
  const { file } = await site(`
-- _config.yml --
plugins: [jekyll-seo-tag]
-- x.md --
---
layout: bare
description: "  a \u00a0\t b \u00a0"
---
{% seo %}
${layout}`)
  expect(file('x.html')).toContain('<meta name="description" content="a \u00a0 b \u00a0"')
})

test('site.documents begins with the posts, in whatever order the configuration names the collections', async () => {
  const { file } = await site(`
-- _config.yml --
collections:
  notes: { output: true }
  posts: { output: true }
  art: {}
-- _notes/n.md --
---
---
-- _art/a.md --
---
---
-- _posts/2024-01-01-p.md --
p
-- x.html --
---
---
{% for d in site.documents %}{{ d.collection }} {% endfor %}
${layout}`)
  expect(file('x.html').trim()).toBe('posts notes art')
})

test('code in a language that Rouge does not know stands bare, where scripts look for it', async () => {
  const html = await page('```mermaid\na "b" --> c\n```\n{: .x}\n\n```JavaScript\nlet a\n```\n\n```javascript\nlet a\n```\n\n```\n"d"\n```')
  expect(html).toContain('<pre class="x"><code class="language-mermaid">a "b" --&gt; c\n</code></pre>\n')
  expect(html).toContain('<pre><code class="language-JavaScript">let a\n</code></pre>')
  expect(html).toContain('<div class="language-javascript highlighter-rouge"><div class="highlight"><pre class="highlight"><code>')
  expect(html).toContain('<div class="language-plaintext highlighter-rouge"><div class="highlight"><pre class="highlight"><code>"d"\n')
})

test('quotes that are escaped in a text are written as they are, and code that ends in a span has no line too many', async () => {
  const html = await page('a \\"b\\" &lt;\n\n```yaml\n---\na: b\n---\n```', 'kramdown:\n  syntax_highlighter_opts: { line_numbers: true }')
  expect(html).toContain('<p>a "b" &lt;</p>')
  expect(html).toContain('<pre class="lineno">1\n2\n3\n</pre>')
})

// jekyll/jekyll#8768
test('a page is asked for the name of a field with contains, a document of a collection in vain', async () => {
  const ask = '{% if page contains "mine" %}yes{% else %}no{% endif %}{% if site contains "time" %}yes{% else %}no{% endif %}'
  const { file } = await site(`
-- _config.yml --
collections: { notes: { output: true } }
-- _layouts/ask.html --
${ask}
-- x.html --
---
layout: ask
mine: 1
---
-- _notes/n.md --
---
layout: ask
mine: 1
---
-- _posts/2024-01-01-p.md --
---
layout: ask
mine: 1
permalink: /p.html
---
`)
  expect([file('x.html'), file('notes/n.html'), file('p.html')].map(text => text.trim())).toEqual(['yesno', 'nono', 'nono'])
})
