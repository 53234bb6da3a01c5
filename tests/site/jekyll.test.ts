import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

test('a folder with _posts is a Jekyll site: posts wherever _posts is, pages and files where they lie', async () => {
  const { urls, file } = await site(`
-- _config.yml --
title: Notes
-- _posts/2024-01-01-a.md --
---
title: A
---
Text.
-- science/_posts/2024-01-02-b.md --
---
title: B
---
Text.
-- docs/guide.md --
---
title: Guide
---
Text.
-- _drafts/later.md --
---
title: Later
---
Text.
`)
  expect(urls).toContain('/2024/01/01/a.html')
  expect(urls).toContain('/science/2024/01/02/b.html')
  expect(urls).toContain('/docs/guide.html')
  expect(urls.join(' ')).not.toContain('later')
  expect(file('feed.xml')).toContain('/2024/01/01/a.html')
})

test('a collection with output has its pages where Jekyll puts them', async () => {
  const { urls, main } = await site(`
-- _config.yml --
collections:
  recipes:
    output: true
    permalink: /:collection/:name/
-- _posts/2024-01-01-a.md --
---
title: A
---
{% for recipe in site.recipes %}{{ recipe.title }} at {{ recipe.url }}{% endfor %}
-- _recipes/soup.md --
---
title: Soup
---
Boil.
`)
  expect(urls).toContain('/recipes/soup/')
  expect(main('2024/01/01/a.html')).toContain('Soup at /recipes/soup/')
})

test('the archives of jekyll-archives keep the addresses of its configuration', async () => {
  const { urls } = await site(`
-- _config.yml --
jekyll-archives:
  enabled: [tags, year, month]
  permalinks:
    tag: /t/:name/
    year: /y/:year/
    month: /y/:year/:month/
-- _posts/2024-03-01-a.md --
---
tags: [Big Data]
---
Text.
`)
  expect(urls).toContain('/t/big-data/')
  expect(urls).toContain('/y/2024/')
  expect(urls).toContain('/y/2024/03/')
})

test('redirects of jekyll-redirect-from are pages, and stand in redirects.json', async () => {
  const { file } = await site(`
-- _config.yml --
url: https://example.org
plugins: [jekyll-redirect-from]
-- _posts/2024-03-01-a.md --
---
redirect_from: [/old/, /older.html]
---
Text.
`)
  expect(file('old/index.html')).toContain('/2024/03/01/a.html')
  expect(file('older.html')).toContain('/2024/03/01/a.html')
  expect(JSON.parse(file('redirects.json'))).toEqual({
    '/old/': 'https://example.org/2024/03/01/a.html',
    '/older.html': 'https://example.org/2024/03/01/a.html',
  })
})

test('feed entries have the ids that jekyll-feed gave them', async () => {
  const { file } = await site(`
-- _config.yml --
url: https://Example.org
baseurl: /notes
-- _posts/2024-03-01-a.md --
Text.
`)
  expect(file('feed.xml')).toContain('<id>https://example.org/notes/2024/03/01/a</id>')
})

test('a default that is wrong is told once, where it stands, and not for every post', async () => {
  const { report } = await site(`
-- _config.yml --
title: Notes
defaults:
  - scope: { path: "" }
    values: { layout: artikel }
-- _posts/2024-03-01-a.md --
Text.
`)
  expect(report).toContain('_config.yml:2:1: warning There is no template artikel.eta; post is used')
})

test('a page with the layout of a list shows its text and the list', async () => {
  const { main } = await site(`
-- _config.yml --
title: Notes
-- index.markdown --
---
layout: home
---
Welcome to *my* notes.
-- topics.md --
---
layout: tags
title: Topics
---
-- _posts/2024-01-05-a.md --
---
title: A post
tags: [x]
---
Hello
`)
  expect(main('index.html')).toContain('<em>my</em> notes')
  expect(main('index.html')).toContain('A post')
  expect(main('topics.html')).toContain('<h1>Topics</h1>')
  expect(main('topics.html')).toContain('/tags/x/')
})

test.each(['home', 'tags', 'tag', 'categories', 'category', 'archive', 'year', 'search', 'not-found', 'page', 'default', 'post'])(
  'a page of a site without layouts may ask for the layout %s',
  async layout => {
    const { file, report } = await site(`
-- index.md --
---
layout: ${layout}
title: Mine
---
Some *words*.
-- _posts/2024-01-05-a.md --
x
`)
    expect(file('index.html')).toContain('<em>words</em>')
    expect(report).not.toMatch(/error|warning/)
  },
)

test('a page with the layout of a list that the site does not have is a page', async () => {
  const { main, report } = await site(`
-- tags.md --
---
layout: tag
title: Nothing
---
Text
-- _posts/2024-01-05-a.md --
x
`)
  expect(main('tags.html')).toContain('Text')
  expect(report).not.toContain('error')
})

test('a list in pages that the author has written stays, in our theme too', async () => {
  const { main } = await site(`
-- _config.yml --
plugins: [jekyll-paginate]
paginate: 1
-- index.html --
---
layout: default
---
{% for post in paginator.posts %}[{{ post.title }}]{% endfor %}{{ paginator.page }}/{{ paginator.total_pages }}
-- _posts/2024-01-05-a.md --
x
-- _posts/2024-01-06-b.md --
y
`)
  expect(main('index.html')).toContain('[B]1/2')
  expect(main('page2/index.html')).toContain('[A]2/2')
})
