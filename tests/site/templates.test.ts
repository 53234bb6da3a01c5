import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

const onePost = '-- posts/2024-01-01-a.md --\n---\ntitle: A & B\n---\nText.\n'

test('templates: a template of the site takes the place of the theme’s', async () => {
  const { file } = await site(`-- templates/post.eta --\n<b><%= it.page.title %></b> <%~ it.page.content %>\n${onePost}`)
  expect(file('2024/01/01/a/index.html')).toBe('<b>A &amp; B</b> <p>Text.</p>\n')
})

test('templates: layout picks one, a partial is included, and a layout may wrap another', async () => {
  const { file } = await site(`
-- templates/slides.eta --
<% layout('frame') %>
<%~ include('partials/hello', { name: it.page.title }) %>
-- templates/frame.eta --
[<%~ it.body.trim() %>]
-- templates/partials/hello.eta --
Hello <%= it.name %>
-- posts/2024-01-01-a.md --
---
layout: slides
title: Ada
---
x
`)
  expect(file('2024/01/01/a/index.html').trim()).toBe('[Hello Ada]')
})

test('templates: layout none gives the bare text', async () => {
  const { file } = await site('-- posts/2024-01-01-a.md --\n---\nlayout: none\n---\nText.\n')
  expect(file('2024/01/01/a/index.html')).toBe('<p>Text.</p>\n')
})

test('templates: an error names the template’s file and line, and the page', async () => {
  const { report } = await site(`-- templates/post.eta --\n<h1><%= it.page.title %></h1>\n<p><%= it.page.nothing.there %></p>\n${onePost}`)
  expect(report).toContain('templates/post.eta:2:23: error The template fails on /2024/01/01/a/: Cannot read properties of undefined')
  expect(report).toContain('  2 | <p><%= it.page.nothing.there %></p>')
})

test('templates: an error in a partial names the partial', async () => {
  const { report } = await site(
    `-- templates/post.eta --\n\n<%~ include('partials/bad') %>\n-- templates/partials/bad.eta --\nfine\n<% it.missing() %>\n${onePost}`,
  )
  expect(report).toContain('templates/partials/bad.eta:2:4: error The template fails on /2024/01/01/a/: it.missing is not a function')
})

test('templates: a mistake in the JavaScript of a tag has a line too', async () => {
  const { report } = await site(`-- templates/post.eta --\nfine\n<%= it.page.title %>\n<% if (true { %>\n<% } %>\n${onePost}`)
  expect(report).toMatch(/templates\/post\.eta:3:1: error The template fails on \/2024\/01\/01\/a\/: /)
})

test('templates: a tag that is not closed has a line', async () => {
  const { report } = await site(`-- templates/post.eta --\nfine\n<%= it.page.title\n${onePost}`)
  expect(report).toContain('templates/post.eta:2:1: error The template fails on /2024/01/01/a/: unclosed tag')
})

test('templates: a partial that is missing is named, with a near one', async () => {
  const { report } = await site(`-- templates/post.eta --\n\n<%~ include('partials/content') %>\n${onePost}`)
  expect(report).toContain(
    'templates/post.eta:2:14: error The template fails on /2024/01/01/a/: there is no template partials/content; did you mean partials/contents?',
  )
})

test('templates: one that includes itself is an error, not a hang', async () => {
  const { report } = await site(`-- templates/post.eta --\n<%~ include('post') %>\n${onePost}`)
  expect(report).toContain('it includes itself without end')
})

test('templates: dates are printed in the zone of the site, whatever the machine’s', async () => {
  const { file } = await site(`
-- _config.yml --
timezone: America/New_York
-- templates/post.eta --
<%= it.date(it.page.date, '%A %-d %B %Y, %-I:%M %p') %> <%= it.iso(it.page.date) %>
-- posts/2015-12-26-a.md --
---
date: 2015-12-26 03:00:00 +0900
---
x
`)
  expect(file('2015/12/25/a/index.html').trim()).toBe('Friday 25 December 2015, 1:00 PM 2015-12-25T13:00:00-05:00')
})

test('templates: front matter cannot change the options of the template engine', async () => {
  const { main } = await site(
    '-- posts/2024-01-01-a.md --\n---\nsettings: {views: /etc}\nautoEscape: false\nvarName: x\nuseWith: true\ntitle: <b>\n---\nText.\n',
  )
  expect(main('2024/01/01/a/index.html')).toContain('<h1 class="p-name">&lt;b&gt;</h1>')
})
