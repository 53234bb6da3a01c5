// Plugins that change a text or say what a file becomes: compared with Debian's Jekyll when they were written.

import { expect, test } from 'vitest'
import { avatar } from '../../../src/jekyll/plugins/avatar.ts'
import { defaultLayout } from '../../../src/jekyll/plugins/default-layout.ts'
import { jemoji } from '../../../src/jekyll/plugins/jemoji.ts'
import { mentions } from '../../../src/jekyll/plugins/mentions.ts'
import { becomesPage, isOriginalRemoved } from '../../../src/jekyll/plugins/optional-front-matter.ts'
import { isReadmeRemoved, readmeIndex } from '../../../src/jekyll/plugins/readme-index.ts'
import { hasRelativeLinks, relativeLinks } from '../../../src/jekyll/plugins/relative-links.ts'
import { needsTitle, titleFromHeading } from '../../../src/jekyll/plugins/titles-from-headings.ts'
import { injectAnchors, toc, tocOnly } from '../../../src/jekyll/plugins/toc.ts'
import { yamlMap } from '../../support/plugin-site.ts'

const titles = (config: string) => ({ config: yamlMap(config), markdownify: (line: string) => line.replace(/\*(\w+)\*/g, '<em>$1</em>') })

/** Names that became links, in the order of the text. */
function mentioned(html: string, data = '', config = ''): string[] {
  return [...mentions(html, yamlMap(data), yamlMap(config)).matchAll(/<a href="([^"]*)" class="user-mention">/g)].map(([, url = '']) => url)
}

test.each([
  ['<p>@kim and (@ann), a@b.org @x/y @mention @a-b. @a_b, @zoe! &lt;@lee&gt;</p>', 'kim ann a-b a_b zoe lee'],
  ['<p><code>@no</code> <a href="#">@no <b>@no</b></a> <pre>@no</pre> @yes</p>', 'yes'],
  ['<p>@kim@ann @a.b @c. d @e..</p>', 'kim c e'],
  ['<p title="@no">x<!-- @no --> @yes<em>@two</em></p><script>"@no" < "</p>"</script>', 'yes two'],
  ['<html><head><title>@no</title></head><body class="x">\n@yes</body></html>', 'yes'],
])('names of people become links: %s', (html, names) => {
  expect(mentioned(html)).toEqual(names.split(' ').map(name => `https://github.com/${name}`))
})

test('people may live elsewhere, and a page may want no such links', () => {
  expect(mentioned('@kim', '', 'jekyll-mentions: https://people.example.org/~')).toEqual(['https://people.example.org/~kim'])
  expect(mentioned('@kim', '', 'jekyll-mentions: {base_url: "https://people.example.org"}')).toEqual(['https://people.example.org/kim'])
  expect(mentioned('@kim', 'jekyll-mentions: false')).toEqual([])
})

test.each([
  [
    '<p>:+1: :nope: 10:30:20 <code>:+1:</code> <tt>:+1:</tt></p><pre>:+1:</pre>',
    '<p>👍 :nope: 10:30:20 <code>:+1:</code> <tt>:+1:</tt></p><pre>:+1:</pre>',
  ],
  ['a:smile::cat:b :e-mail:, :de: 10:30:smile:', 'a😄🐱b 📧, 🇩🇪 10:30😄'],
  ['<a title=":cat:" href="x:cat:y">:cat: : cat : :constructor: ::</a>', '<a title=":cat:" href="x:cat:y">🐱 : cat : :constructor: ::</a>'],
  ['<html><head><title>:cat:</title></head><body>:cat:</body></html>', '<html><head><title>:cat:</title></head><body>🐱</body></html>'],
])('names of signs become characters, but for code and what is no name: %s', async (html, signed) => {
  expect(await jemoji(html)).toBe(signed)
})

const contents: Record<string, readonly [html: string, config: string, items: string]> = {
  'levels in each other': ['<h1>A</h1><h2>B</h2><h3 id="x">C &amp; <code>d</code></h3><h1>A</h1>', '', '#a A (#b B (#x C &amp; d)) #a-1 A'],
  'a first heading that is deeper than the next': ['<h3>A</h3><h2>B</h2><h3>C</h3>', '', '#a A #b B (#c C)'],
  'only these levels': ['<h2>A</h2><h3>B</h3><h4>C</h4>', 'toc: {min_level: 3, max_level: 3}', '#b B'],
  'what wants to be left out': ['<h2 class="no_toc">A</h2><div class="q no_toc_section"><p><br></p><h2>B</h2></div><h2>C</h2>', '', '#c C'],
  'sections of other names': ['<section class="z"><h2>A</h2></section><h2>B</h2>', 'toc: {no_toc_section_class: [y, z]}', '#b B'],
  'letters of any language': ["<h2>Yes, it's Ümläut 日</h2>", '', '#yes-its-%C3%BCml%C3%A4ut-%E6%97%A5 Yes, it&#39;s Ümläut 日'],
}

test.each(Object.entries(contents))('contents with %s', (_, [html, config, items]) => {
  const list = tocOnly(html, yamlMap(config))
  const shown = list
    .replace(/<a href="([^"]*)">(.*?)<\/a>/g, ' $1 $2')
    .replace(/\n<[ou]l>\n/g, '(')
    .replace(/<\/[ou]l>\n<\/li>/g, ')')
    .replace(/<[^>]*>|\n/g, '')
  expect(shown.replace(/\( /g, ' (').trim()).toBe(items)
})

test('the list is written as the site wants it', () => {
  const config = yamlMap('toc: {ordered_list: true, list_id: l, list_class: c, sublist_class: s, item_class: i, item_prefix: p-}')
  expect(tocOnly('<h1>A</h1><h2>B</h2>', config)).toBe(
    '<ol id="l" class="c">\n<li class="i p-h1"><a href="#a">A</a>\n<ol class="s">\n<li class="i p-h2"><a href="#b">B</a></li>\n</ol>\n</li>\n</ol>',
  )
  expect(tocOnly('<p>None</p>', {})).toBe('<ul id="toc" class="section-nav">\n</ul>')
})

test('a mark stands in each heading of the list', () => {
  const mark = '<a class="anchor" href="#a" aria-hidden="true"><span class="octicon octicon-link"></span></a>'
  expect(injectAnchors('<h2>A</h2>', {})).toBe(`<h2>${mark}A</h2>`)
  expect(toc('<h2>A</h2>', {})).toBe(`${tocOnly('<h2>A</h2>', {})}<h2>${mark}A</h2>`)
})

test('a picture of a person comes from the server that GitHub gives it', () => {
  const source = (markup: string): string =>
    /src="([^"]*)"/.exec(avatar(markup, path => (path === 'page.who' ? 'kim' : undefined)))?.[1] ?? ''
  expect(source('hubot')).toBe('https://avatars3.githubusercontent.com/hubot?v=3&s=40')
  expect(source('@hubot size=48')).toMatch(/hubot\?v=3&s=48$/)
  expect(source('user=page.who')).toMatch(/\/kim\?v=3&s=40$/)
  expect(avatar('kim lazy=true', () => undefined)).toMatch(
    /^<img class="avatar avatar-small" alt="kim" .* src="" data-src="[^"]+" data-srcset="[^"]+ 4x" \/>$/,
  )
})

test.each([
  ['# Hello *there* [^1]\n\nText', 'Hello there '],
  ['\n\nSetext\n=====\n\nText', 'Setext'],
  ['### Three', 'Three'],
  ['#### Four', undefined],
  ['Text\n\n# Later', undefined],
])('the title of %j', async (body, title) => {
  expect(titleFromHeading(body, {}, titles(''))?.title).toBe(title)
})

test('the heading that gave the title goes where the site or the page wants it so', async () => {
  const site = titles('titles_from_headings: {strip_title: true}')
  expect(titleFromHeading('# A\n\nText\n', {}, site)?.body).toBe('Text')
  expect(titleFromHeading('# A\n\nText\n', { strip_title: false }, site)?.body).toBe('# A\n\nText\n')
})

test('documents have their titles from headings only if the site says so', () => {
  const file = { isMarkdown: true, isDocument: true, data: { title: 'From the name' } }
  expect(needsTitle(file, {})).toBe(false)
  expect(needsTitle(file, yamlMap('titles_from_headings: {collections: true}'))).toBe(true)
  expect(needsTitle({ ...file, isDocument: false }, {})).toBe(false)
  expect(needsTitle({ ...file, isDocument: false, data: {} }, {})).toBe(true)
})

test.each([
  ['[x](b.md)', '[x](/n/d/b.html)'],
  ['[x](sub/c%20d.md#part)', '[x](/n/d/sub/c%20d.html#part)'],
  ['[x](../top.md "Title") and [y](/top.md)', '[x](/n/top.html "Title") and [y](/n/top.html)'],
  ['![p](p.png)', '![p](/n/d/p.png)'],
  ['[x](https://e.org/b.md) [y](#part) [z](lost.md)', '[x](https://e.org/b.md) [y](#part) [z](lost.md)'],
  ['[ref]: b.md "T"', '\n[ref]: /n/d/b.html "T"'],
])('a link to a file leads to its page: %s', (body, expected) => {
  const urls = new Map([
    ['d/b.md', '/d/b.html'],
    ['d/sub/c d.md', '/d/sub/c d.html'],
    ['top.md', '/top.html'],
    ['d/p.png', '/d/p.png'],
  ])
  expect(relativeLinks(body, 'd/a.md', path => urls.get(path), yamlMap('baseurl: /n'))).toBe(expected)
})

test('links of collections and of files that are left out stay as they are', () => {
  expect(hasRelativeLinks('a.md', false, {})).toBe(true)
  expect(hasRelativeLinks('_docs/a.md', true, {})).toBe(false)
  expect(hasRelativeLinks('_docs/a.md', true, yamlMap('relative_links: {collections: true}'))).toBe(true)
  expect(hasRelativeLinks('old/a.md', false, yamlMap('relative_links: {exclude: [old]}'))).toBe(false)
})

test('Markdown without front matter is a page, but not what is there for the repository', () => {
  expect(['a.md', 'x/README.md', 'License.markdown', 'contributing.md'].map(path => becomesPage(path, {}))).toEqual([
    true,
    false,
    false,
    false,
  ])
  expect(becomesPage('CONTRIBUTING.md', yamlMap('include: [CONTRIBUTING.md]'))).toBe(true)
  expect(becomesPage('a.md', yamlMap('require_front_matter: true'))).toBe(false)
})

test('a README is the index of a folder that has no other', () => {
  const plain = (path: string) => ({ path, url: `/${path}`, hasFrontMatter: false })
  expect(readmeIndex(plain('README.md'), ['/a.html'], {})).toBe('/')
  expect(readmeIndex(plain('d/readme.markdown'), ['/', '/index.html'], {})).toBe('/d/')
  expect(readmeIndex(plain('d/README.md'), ['/d/index.html'], {})).toBeUndefined()
  expect(readmeIndex(plain('d/README.md'), ['/d/'], {})).toBeUndefined()
  expect(readmeIndex({ ...plain('README.md'), hasFrontMatter: true }, [], {})).toBeUndefined()
})

test('a file without a layout takes the first of the site that fits', () => {
  const layouts = new Set(['home', 'post', 'default'])
  expect(defaultLayout({ url: '/', kind: 'page' }, layouts)).toBe('home')
  expect(defaultLayout({ url: '/a.html', kind: 'page' }, layouts)).toBe('default')
  expect(defaultLayout({ url: '/a.html', kind: 'post' }, layouts)).toBe('post')
  expect(defaultLayout({ url: '/a.html', kind: 'page' }, new Set())).toBeUndefined()
})

test('files of which pages are made stay in the site unless they are to be removed', () => {
  expect([isReadmeRemoved({}), isOriginalRemoved({})]).toEqual([false, false])
  expect(isReadmeRemoved(yamlMap('readme_index: {remove_originals: true}'))).toBe(true)
  expect(isOriginalRemoved(yamlMap('optional_front_matter: {remove_originals: true}'))).toBe(true)
  expect(isOriginalRemoved(yamlMap('require_front_matter: true'))).toBe(true)
})
