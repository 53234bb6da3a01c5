import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

test('posts: a dated file becomes a page at its date, and is listed on the home page', async () => {
  const { urls, main } = await site(`
-- posts/2024-01-31-hello-world.md --
---
title: Hello
---
Some *words*.
`)
  expect(urls).toEqual(['/', '/2024/', '/2024/01/31/hello-world/', '/archive/'])
  expect(main('2024/01/31/hello-world/index.html')).toContain('<p>Some <em>words</em>.</p>')
  expect(main('index.html')).toContain('<a class="u-url p-name" href="/2024/01/31/hello-world/">Hello</a>')
})

test('posts: without front matter the title is made from the file name, as Jekyll does', async () => {
  const { main } = await site(`
-- posts/2024-01-31-hello-big-World.md --
Text.
`)
  expect(main('2024/01/31/hello-big-World/index.html')).toContain('<h1 class="p-name">Hello Big World</h1>')
})

test('posts: front matter may end with dots, begin after a byte order mark and have CRLF line ends', async () => {
  const { main } = await site(`
-- posts/2024-01-01-dots.md --
---
title: Dots
...
Text.
-- posts/2024-01-02-bom.md --
\ufeff---\r
title: Mark\r
---\r
Text.\r
`)
  expect(main('2024/01/01/dots/index.html')).toContain('<h1 class="p-name">Dots</h1>')
  expect(main('2024/01/02/bom/index.html')).toContain('<h1 class="p-name">Mark</h1>')
})

test('posts: every key of the front matter reaches the template', async () => {
  const { file } = await site(`
-- templates/post.eta --
<%= it.page.data.lecturer %> in <%= it.page.data.room.number %>
-- posts/2024-01-01-x.md --
---
lecturer: Ada
room:
  number: 101
---
Text.
`)
  expect(file('2024/01/01/x/index.html').trim()).toBe('Ada in 101')
})

test('posts: a post in the future is left out with a warning, and future: true publishes it', async () => {
  const archive = `
-- posts/2031-01-01-later.md --
Later.
`
  const today = await site(archive)
  expect(today.urls).toEqual(['/'])
  expect(today.report).toContain('Not published: its date 2031-01-01T00:00:00+00:00 is in the future')
  expect((await site(`-- _config.yml --\nfuture: true\n${archive.trimStart()}`)).urls).toContain('/2031/01/01/later/')
})

test('posts: published: false hides, and so does the drafts folder, but draft: true does not, as in Jekyll', async () => {
  const { urls } = await site(`
-- posts/2024-01-01-hidden.md --
---
published: false
---
x
-- posts/_drafts/idea.md --
x
-- posts/2024-01-02-shown.md --
---
draft: true
---
x
`)
  expect(urls).toEqual(['/', '/2024/', '/2024/01/02/shown/', '/archive/'])
})

test('posts: drafts are shown when asked for, dated by their last change', async () => {
  const { urls } = await site(`
-- _config.yml --
show_drafts: true
-- posts/_drafts/idea.md --
x
`)
  expect(urls).toContain('/2024/01/01/idea/')
})

test('posts: previous and next follow the dates', async () => {
  const { main } = await site(`
-- posts/2024-01-01-one.md --
1
-- posts/2024-01-02-two.md --
2
-- posts/2024-01-03-three.md --
3
`)
  const two = main('2024/01/02/two/index.html')
  expect(two).toMatch(/rel="prev" href="\/2024\/01\/01\/one\/"/)
  expect(two).toMatch(/rel="next" href="\/2024\/01\/03\/three\/"/)
})

test('posts: defaults of the configuration apply by path and type, and the post’s own keys win', async () => {
  const { main } = await site(`
-- _config.yml --
defaults:
  - scope: {path: "", type: posts}
    values: {author: Everyone, tags: [all]}
  - scope: {path: posts/ml}
    values: {author: Ada}
-- posts/2024-01-01-a.md --
a
-- posts/ml/2024-01-02-b.md --
b
-- posts/ml/2024-01-03-c.md --
---
author: Grace
---
c
`)
  expect(main('2024/01/01/a/index.html')).toContain('Everyone')
  expect(main('2024/01/02/b/index.html')).toContain('Ada')
  expect(main('2024/01/03/c/index.html')).toContain('Grace')
  expect(main('2024/01/03/c/index.html')).toContain('href="/tags/all/"')
})

test('posts: an updated date is shown, whatever the theme it came from called it', async () => {
  const { main } = await site(`
-- posts/2024-01-01-a.md --
---
last_modified_at: 2024-03-04
---
a
-- posts/2024-01-02-b.md --
---
updated: 2024-05-06 10:00:00 +0200
---
b
`)
  expect(main('2024/01/01/a/index.html')).toContain(
    'updated <time class="dt-updated" datetime="2024-03-04T00:00:00+00:00">4 March 2024</time>',
  )
  expect(main('2024/01/02/b/index.html')).toContain(
    'updated <time class="dt-updated" datetime="2024-05-06T08:00:00+00:00">6 May 2024</time>',
  )
})

test('pages: a file without a date is a page at its name, reached from the header', async () => {
  const { urls, file, report } = await site(`
-- posts/about.md --
---
title: About me
layout: page
---
Hello.
-- posts/notes.md --
Loose notes.
`)
  expect(urls).toEqual(['/', '/about/', '/notes/'])
  expect(file('index.html')).toContain('<a href="/about/">About me</a>')
  expect(report).toContain('posts/notes.md:1:1: hint No date in the file name or the front matter, so this is a page, not a post')
})
