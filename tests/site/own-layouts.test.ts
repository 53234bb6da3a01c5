// A Jekyll site with layouts of its own keeps its look: each page is what Jekyll would make of it, and nothing is added.

import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

const layouts = `
-- _layouts/base.html --
---
lang: en
accent: red
---
<html lang="{{ layout.lang }}" class="{{ layout.accent }}"><title>{{ page.title | default: site.title }}</title>{{ content }}</html>
-- _layouts/post.html --
---
layout: base
accent: blue
---
<article>{{ content }}</article>
`

test('a post stands in its layout, and that in the next, whose data the inner one overrules', async () => {
  const { file, report } = await site(`
-- _config.yml --
title: Notes
-- _posts/2024-01-02-one.md --
---
layout: post
title: One
---
Some *words*.
${layouts}`)
  expect(file('2024/01/02/one.html')).toBe(
    '<html lang="en" class="blue"><title>One</title><article><p>Some <em>words</em>.</p>\n\n</article>\n</html>\n',
  )
  expect(report).toBe('')
})

test('nothing is made that nobody wrote', async () => {
  const { loaded } = await site(`
-- _posts/2024-01-02-one.md --
text
-- index.html --
---
---
{% for post in site.posts %}{{ post.title }}{% endfor %}
${layouts}`)
  expect(loaded.pages.map(({ output }) => output).sort()).toEqual(['2024/01/02/one.html', 'index.html'])
})

test('a file of any ending that has front matter goes through Liquid, and a style sheet through Sass', async () => {
  const { file } = await site(`
-- _config.yml --
url: https://example.org
-- robots.txt --
---
---
Sitemap: {{ '/sitemap.xml' | absolute_url }}
-- data.json --
---
layout: null
---
{"pages": {{ site.pages | size }}}
-- css/main.scss --
---
accent: "#c00"
---
$accent: {{ page.accent }};
a { b { color: $accent } }
${layouts}`)
  expect(file('robots.txt')).toBe('Sitemap: https://example.org/sitemap.xml\n')
  expect(file('data.json')).toBe('{"pages": 3}\n')
  expect(file('css/main.css')).toBe('a b {\n  color: #c00;\n}\n')
})

test('a page that leaves its layout empty stands bare, whatever the defaults say', async () => {
  const { file } = await site(`
-- _config.yml --
defaults:
  - { scope: { path: "" }, values: { layout: post } }
-- bare.html --
---
layout:
---
<p>bare</p>
-- dressed.html --
---
---
<p>dressed</p>
${layouts}`)
  expect(file('bare.html')).toBe('<p>bare</p>\n')
  expect(file('dressed.html')).toContain('<article><p>dressed</p>')
})

test('the same words of a plugin’s tag say another thing each time, where they name a variable', async () => {
  const { file } = await site(`
-- _config.yml --
plugins: [jekyll-avatar]
-- people.html --
---
layout: base
people: [hubot, kim]
---
{% for person in page.people %}{% avatar user=person size=50 %} {% endfor %}
${layouts}`)
  expect([...file('people.html').matchAll(/alt="(\w+)"/g)].map(([, name]) => name)).toEqual(['hubot', 'kim'])
})

test('a layout that is missing is told at the line that asks for it, and the text stands alone', async () => {
  const { file, report } = await site(`
-- about.md --
---
layout: psot
---
text
${layouts}`)
  expect(file('about.html')).toBe('<p>text</p>\n\n')
  expect(report).toContain('about.md:2:9: warning There is no layout psot; the text stands alone')
  expect(report).toContain('did you mean post?')
})

test('a layout that stands within itself ends there', async () => {
  const { file } = await site(`
-- _layouts/loop.html --
---
layout: loop
---
[{{ content }}]
-- about.html --
---
layout: loop
---
x
`)
  expect(file('about.html')).toBe('[x\n]\n')
})

test('what is wrong in a layout is told with the place in the layout', async () => {
  const { report } = await site(`
-- _layouts/page.html --
---
a: b
---
<p>
{{ content | nosuch }}
-- about.html --
---
layout: page
---
x
`)
  expect(report).toMatch(/^_layouts\/page\.html:5:\d+: warning/m)
})

test('a layout that Liquid cannot read is an error, as it is in Jekyll', async () => {
  const { report } = await site(`
-- _posts/2024-01-02-one.md --
---
layout: post
---
A {% if %} in a text is told, and shown as it is.
-- _layouts/post.html --
---
---
{{ content }}
{% if page.title %}
`)
  expect(report).toContain('_posts/2024-01-02-one.md:4:3: warning Liquid cannot read this')
  expect(report).toContain('_layouts/post.html:4:1: error Liquid cannot read this: the tag if is never closed')
})

test('a feed of one’s own holds no character that XML cannot', async () => {
  const { file } = await site(`
-- _posts/2024-01-02-one.md --
---
title: "A\\bB"
---
One\btwo\u000b, \ufffe three.
-- feed.xml --
---
---
<feed>{% for post in site.posts %}{{ post.title | xml_escape }} {{ post.content | strip_html | xml_escape }}{% endfor %}</feed>
${layouts}`)
  expect(file('feed.xml')).toBe('<feed>AB Onetwo,  three.\n</feed>\n\n')
})

test('lists in pages show each text and excerpt as HTML, and a list that is long stands on several pages', async () => {
  const { file } = await site(`
-- _config.yml --
paginate: 1
plugins: [jekyll-paginate]
-- _posts/2024-01-02-one.md --
First *part*.

Second part.
-- _posts/2024-01-03-two.md --
Two
-- index.html --
---
---
{% for post in paginator.posts %}{{ post.excerpt }}{{ post.content | strip_html | normalize_whitespace }}{% endfor %} {{ paginator.page }}/{{ paginator.total_pages }} {{ paginator.next_page_path }}{{ paginator.previous_page_path }}
${layouts}`)
  expect(file('index.html').trim()).toBe('<p>Two</p>\nTwo 1/2 /page2')
  expect(file('page2/index.html').trim()).toBe('<p>First <em>part</em>.</p>\nFirst part. Second part. 2/2 /')
})

test('two texts that show each other do not wait for each other: the first finds the second as it is written', async () => {
  const { file } = await site(`
-- _posts/2024-01-02-one.md --
---
layout: none
---
*one* {% for post in site.posts %}{% unless post.title == page.title %}{{ post.content }}{% endunless %}{% endfor %}
-- _posts/2024-01-03-two.md --
---
layout: none
---
*two* {% for post in site.posts %}{% unless post.title == page.title %}{{ post.content | strip_html | size }}{% endunless %}{% endfor %}
${layouts}`)
  expect(file('2024/01/02/one.html')).toContain('<em>one</em> <em>two</em>')
  expect(file('2024/01/03/two.html')).toMatch(/<em>two<\/em> \d+/)
})

test('a collection without pages is there for templates, and files in one with pages stand beside its documents', async () => {
  const { file, loaded } = await site(`
-- _config.yml --
collections:
  people: { order: [zoe.md, adam.md] }
  "2024": { output: true }
-- _people/adam.md --
---
name: Adam
---
-- _people/zoe.md --
---
name: Zoe
---
-- _2024/spring.md --
---
layout: base
---
Spring
-- _2024/sheet.txt --
sheet
-- index.html --
---
---
{% for person in site.people %}{{ person.title }} {% endfor %}
${layouts}`)
  expect(file('index.html')).toBe('Zoe Adam \n\n')
  expect(file('2024/spring.html')).toContain('<p>Spring</p>')
  expect(loaded.files.map(({ output }) => output)).toEqual(['2024/sheet.txt'])
})

test('code has the elements and the class names that style sheets of Jekyll themes colour', async () => {
  const { file } = await site(`
-- index.md --
---
layout: base
title: Code
---
\`a\` and \`b\`{: .key}

\`\`\`python
def f(x):
    return 1
\`\`\`
{: .wide #here}

{% highlight python linenos %}
# one
x = 2
{% endhighlight %}
${layouts}`)
  expect(file('index.html')).toContain('<code class="language-plaintext highlighter-rouge">a</code>')
  expect(file('index.html')).toContain('<code class="language-plaintext key highlighter-rouge">b</code>')
  expect(file('index.html')).toContain(
    '<div class="language-python wide highlighter-rouge" id="here"><div class="highlight"><pre class="highlight"><code><span class="k">def</span> <span class="nf">f</span>(x):\n    <span class="k">return</span> <span class="mi">1</span>\n</code></pre></div></div>',
  )
  expect(file('index.html')).toContain(
    '<figure class="highlight"><pre><code class="language-python" data-lang="python"><table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">1\n2\n</pre></td><td class="code"><pre><span class="c1"># one</span>\nx = <span class="mi">2</span>\n</pre></td></tr></tbody></table></code></pre></figure>',
  )
})

const atHome = `
-- _config.yml --
title: Notes
version: 6.0
author:
  name:
  email: a@example.org
plugins: [jekyll-feed]
collections:
  people:
    output: true
-- _data/prices.yml --
tea: 2.0
cake: 2.50
-- _data/ids.yml --
long: 12345678901234567890
-- _layouts/page.html --
<p>{{ page.content | strip_html }}</p>{{ content }}
-- _people/anna.md --
---
name: Anna Thompson
layout: page
---
Her *work*
-- _people/bert.md --
---
---
His
`

test('a float of YAML stays one, in the configuration, the front matter and the data', async () => {
  const { file } = await site(`${atHome}-- index.html --
---
weight: 3.0
---
{{ site.version }}, {{ page.weight }}, {{ page.weight | times: 2 }}, {{ site.data.prices | jsonify }}, {% if page.weight == 3 %}three{% endif %}, {{ site.data.ids.long }}, {{ site.version | append: "!" }}
`)
  expect(file('index.html').trim()).toBe('6.0, 3.0, 6.0, {"tea":2.0,"cake":2.5}, three, 12345678901234567890, 6.0!')
})

test('a whole float counts for a number in the settings that ask for one', async () => {
  const { file } = await site(`
-- _config.yml --
plugins: [jekyll-paginate]
paginate: 1.0
-- _posts/2024-01-02-one.md --
text
-- _posts/2024-01-03-two.md --
text
-- index.html --
---
---
{{ paginator.page }} of {{ paginator.total_pages }}
${layouts}`)
  expect(file('index.html').trim()).toBe('1 of 2')
})

test('layouts see the content of a page as it is written, and that of a document as HTML', async () => {
  const { file } = await site(`${atHome}-- index.md --
---
layout: page
---
*It's* {{ site.title }}
`)
  expect(file('index.html')).toBe("<p>*It's* {{ site.title }}\n</p><p><em>It’s</em> Notes</p>\n\n")
  expect(file('people/anna.html')).toBe('<p>Her work\n</p><p>Her <em>work</em></p>\n\n')
})

test('a document of a collection has the name that it gives itself, or that of its file', async () => {
  const { file } = await site(`${atHome}-- index.html --
---
---
{% for person in site.people %}{{ person.name }}, {% endfor %}
`)
  expect(file('index.html')).toBe('Anna Thompson, bert.md, \n')
})

test('the feed prints an author without a name as the hash that he is', async () => {
  const { file } = await site(atHome)
  expect(file('feed.xml')).toContain(
    '<author><name>{&quot;name&quot;=&gt;nil, &quot;email&quot;=&gt;&quot;a@example.org&quot;}</name><email>a@example.org</email></author>',
  )
})

test('a plugin that is none of ours is named once, and one that nothing is missed of is not', async () => {
  const { report } = await site(`
-- _config.yml --
title: Notes
plugins:
  - jekyll-feed
  - jekyll-polyglot
  - jekyll-remote-theme
  - kramdown-parser-gfm
  - jekyll-katex
  - jekyll-tidy
-- _posts/2024-01-02-one.md --
One
${layouts}`)
  expect(report.split('\n').filter(line => line.includes('config/unknown-plugin'))).toEqual([
    '_config.yml:2:1: hint Lectern does not do what the plugin jekyll-polyglot does [config/unknown-plugin]',
    '_config.yml:2:1: hint Lectern does not do what the plugin jekyll-tidy does [config/unknown-plugin]',
  ])
})

test('plugins below the old name of their list are off, as in Jekyll 4, and the author is told', async () => {
  const { file, report } = await site(`
-- _config.yml --
title: Notes
gems: [jekyll-feed, jekyll-paginate]
paginate: 1
-- index.html --
---
---
{{ paginator.page }}.
-- _posts/2024-01-02-one.md --
One
${layouts}`)
  expect(file('index.html')).toBe('.\n')
  expect(() => file('feed.xml')).toThrow('no file')
  expect(report).toContain(
    '_config.yml:2:1: hint Nothing reads gems, and Jekyll 4 does not either, so the plugins in it are off [config/gems]',
  )
})

test('a layout says when a text was last changed, in the form that it asks for', async () => {
  const { file } = await site(`
-- _layouts/post.html --
{% last_modified_at %} {% last_modified_at %Y/%m %}
-- _posts/2024-01-02-one.md --
---
layout: post
last_modified_at: 2024-02-03
---
-- _posts/2024-01-03-two.md --
---
layout: post
---
`)
  expect(file('2024/01/02/one.html').trim()).toBe('03-Feb-24 2024/02')
  expect(file('2024/01/03/two.html').trim()).toBe('')
})

test('with jekyll-archives the site knows its archives: tags, then categories, then periods', async () => {
  const { file } = await site(`
-- _config.yml --
plugins: [jekyll-archives]
jekyll-archives:
  enabled: [categories, tags, year]
  permalinks: { category: '/c/:name/', tag: '/t/:name/', year: '/:year/' }
-- _layouts/archive.html --
{{ page.type }} {{ page.title }}
-- _layouts/post.html --
{% for archive in site.archives %}{{ archive.type }}:{{ archive.title }}:{{ archive.url }} {% endfor %}
-- _posts/2024-01-02-one.md --
---
layout: post
tags: [a]
categories: [b]
---
`)
  expect(file('b/2024/01/02/one.html').trim()).toBe('tag:a:/t/a/ category:b:/c/b/ year::/2024/')
})

test('a key that we read as the date of a change is none to plugins', async () => {
  const { file } = await site(`
-- _layouts/post.html --
{% last_modified_at %}{% seo %}
-- _posts/2024-01-02-one.md --
---
layout: post
modified_date: 2024-02-03
---
`)
  expect(file('2024/01/02/one.html')).toContain('"dateModified":"2024-01-02T00:00:00+00:00"')
})
