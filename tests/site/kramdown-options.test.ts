// The options of kramdown and of Rouge, and what both write, in a site with layouts of its own; what is expected is what Jekyll makes.

import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

/** The page that Jekyll makes of this text, under this configuration. */
async function page(text: string, config = ''): Promise<string> {
  const { file } = await site(
    `-- _config.yml --\nmarkdown: kramdown\n${config}\n-- x.md --\n---\nlayout: bare\n---\n${text}\n-- _layouts/bare.html --\n{{ content }}\n`,
  )
  return file('x.html')
}

const options = (text: string): string => `kramdown:\n${text.replace(/^/gm, '  ')}`

test('header_offset: headings go down or up, as far as there are levels, and the contents list them by those of the text', async () => {
  const text = '* toc\n{:toc}\n\n# One\n\n## Two\n\n###### Six\n'
  const down = await page(text, options('header_offset: 1\ntoc_levels: 2'))
  expect(down).toContain('<h2 id="one">One</h2>')
  expect(down).toContain('<h6 id="six">Six</h6>')
  expect(down).toContain('<a href="#two"')
  expect(down).not.toContain('<a href="#one"')
  expect(await page(text, options('header_offset: -1'))).toMatch(/<h1 id="one">[\s\S]*<h1 id="two">[\s\S]*<h5 id="six">/)
})

test('input: kramdown without GFM has its own fences, headings, ids and ends of paragraphs', async () => {
  const text = '#A *b* [c](/d)\n\npara\n# no head\n- no list\n\n```ruby\na\n```\n\n~~~ruby\na\n~~~\n\n- [ ] todo\n\n~~kept~~ and\\\non\n'
  const html = await page(text, options('input: kramdown'))
  expect(html).toContain('<h1 id="a-b-cd">A <em>b</em> <a href="/d">c</a></h1>')
  expect(html).toContain('<p>para\n# no head\n- no list</p>')
  expect(html.match(/class="language-ruby highlighter-rouge"/g)).toHaveLength(1)
  expect(html).toContain('<li>[ ] todo</li>')
  expect(html).toContain('~~kept~~ and\\\non')
})

test('gfm_quirks: without paragraph_end a heading needs an empty line above it, and dashes may stay as they are', async () => {
  expect(await page('para\n# no head\n', options('gfm_quirks: []'))).toContain('<p>para\n# no head</p>')
  const html = await page('"a" -- b...\n# head\n', options('gfm_quirks: [paragraph_end, no_auto_typographic]'))
  expect(html).toContain('<p>“a” -- b...</p>')
  expect(html).toContain('<h1 id="head">')
})

test('math_engine: without one formulas stand between dollars, marked for a script of the site', async () => {
  const html = await page('A $$x < y$$.\n\n{:.big}\n$$\nz\n$$\n', options('math_engine: null'))
  expect(html).toContain('A <span class="kdmath">$x &lt; y$</span>.')
  expect(html).toContain('<div class="big kdmath">$$\nz\n$$</div>')
  expect(await page('$$x$$', options('math_engine: mathjax'))).toContain('\\[x\\]')
})

test('remove_line_breaks_for_cjk: lines of Chinese follow each other without a space, others do not', async () => {
  expect(await page('中文\n中文 a\nb', options('remove_line_breaks_for_cjk: true'))).toContain('<p>中文中文 a\nb</p>')
  expect(await page('中文\n中文')).toContain('<p>中文\n中文</p>')
})

test('syntax_highlighter_opts: code is left to a script where Rouge is off, in blocks, in lines or in both', async () => {
  const text = '`a`, `b`{:.language-js}\n\n```js\nlet a\n```\n\n    bare\n'
  const off = await page(text, options('syntax_highlighter_opts: { disable: true }'))
  expect(off).toContain('<p><code>a</code>, <code class="language-js">b</code></p>')
  expect(off).toContain('<pre><code class="language-js">let a\n</code></pre>')
  expect(off).toContain('<pre><code>bare\n</code></pre>')
  const inLines = await page(text, options('syntax_highlighter_opts: { span: { disable: true } }'))
  expect(inLines).toContain('<p><code>a</code>')
  expect(inLines).toContain('<div class="language-js highlighter-rouge">')
  const inBlocks = await page(text, options('syntax_highlighter_opts: { block: { disable: true } }'))
  expect(inBlocks).toContain('<code class="language-plaintext highlighter-rouge">a</code>')
  expect(inBlocks).toContain('<pre><code class="language-js">')
})

test('highlighter: none colours neither fences nor the tag, unless kramdown has a highlighter of its own', async () => {
  const text = '```js\nlet a\n```\n\n{% highlight js linenos %}\nlet b\n{% endhighlight %}\n'
  const html = await page(text, 'highlighter: none')
  expect(html).toContain('<pre><code class="language-js">let a\n</code></pre>')
  expect(html).toContain('<figure class="highlight"><pre><code class="language-js" data-lang="js">let b</code></pre></figure>')
  expect(await page(text, `highlighter: none\n${options('syntax_highlighter: rouge')}`)).toContain('language-js highlighter-rouge')
  expect(await page(text, 'highlighter: pygments')).toContain('language-js highlighter-rouge')
})

test('rouge: code in a line is coloured where it names its language, or the options name one for all', async () => {
  const html = await page('`def x`{:.a .language-ruby}, `y`{:.language-nosuch}\n')
  expect(html).toContain('<code class="a language-ruby highlighter-rouge"><span class="k">def</span>')
  expect(html).toContain('<code class="language-nosuch">y</code>')
  const all = await page('`def x` and `z`{:.b}\n', options('syntax_highlighter_opts: { default_lang: ruby }'))
  expect(all).toContain('<code class="language-ruby highlighter-rouge"><span class="k">def</span>')
  expect(all).toContain('<code class="language-ruby b highlighter-rouge">')
})

test('tables: cells are aligned as kramdown does, since the style sheet of a theme knows no class of ours', async () => {
  const html = await page('| a | b |\n|:-:|---|\n| c | d |\n')
  expect(html).toContain('<th style="text-align: center">a</th>')
  expect(html).toContain('<td style="text-align: center">c</td>')
  expect(html).toContain('<td>d</td>')
})

test('code: what an attribute list says of it is left to the theme, which shows the name of the file itself', async () => {
  const html = await page('```yaml\na: b\n```\n{: file="_config.yml" title="T" mark="1" .line-numbers}\n')
  expect(html).toContain('<div class="language-yaml line-numbers highlighter-rouge" file="_config.yml" title="T" mark="1">')
  expect(html).not.toMatch(/class="line"|<mark/)
})

test('highlight: marked lines have the class that style sheets for Rouge have', async () => {
  const html = await page('{% highlight text mark_lines="1" %}\na\nb\n{% endhighlight %}\n')
  expect(html).toContain('<span class="hll">a</span>\nb</code>')
})

test('HTML in a text: an element without an inside is ended as kramdown ends it, which counts as a word', async () => {
  const text = 'A <img src="/a.png" alt="a"> b<br>\n\n<hr>\n\n<div><br></div>\n'
  const html = await page(text)
  expect(html).toContain('A <img src="/a.png" alt="a" /> b<br />')
  expect(html).toContain('<hr />')
  expect(html).toContain('<div><br /></div>')
})
