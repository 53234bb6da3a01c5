// What stands around a text: related posts, how to cite it, its licence, where to edit it.

import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

const course = `
-- _config.yml --
title: Notes
url: https://notes.example
license: CC BY-SA 4.0
edit_url: https://github.com/ada/notes/edit/main
author: {name: Ada Lovelace, url: https://ada.example}
-- posts/2024-01-01-clocks.md --
---
title: Logical clocks
tags: [distributed]
---
Lamport timestamps order events.
-- posts/2024-01-02-cooking.md --
---
title: Cooking rice
---
Rice wants water.
-- posts/2024-01-03-paxos.md --
---
title: Paxos & friends
tags: [distributed]
last_modified_at: 2024-02-01
---
Agreement after Lamport.
-- posts/2024-01-04-bread.md --
---
title: Baking bread
---
Bread wants time.
`

test('subtitle: a line below the title of a post or page, with its formulas and code', async () => {
  const { main } = await site(`
-- posts/2024-01-01-trees.md --
---
title: Trees
subtitle: "In $n$ steps, or by \`sort\`"
---
Text.
-- posts/about.md --
---
title: About
subtitle: Who & why
---
Text.
`)
  expect(main('2024/01/01/trees/index.html')).toMatch(
    /<\/h1>\s*<p class="lead">In <span class="katex">.*steps, or by <code>sort<\/code><\/p>/s,
  )
  expect(main('about/index.html')).toMatch(/<h1>About<\/h1>\s*<p class="lead">Who &amp; why<\/p>/)
})

test('related: posts that share tags and rare words are named, the neighbours are not', async () => {
  const { main } = await site(course)
  const related = (path: string) => /<section class="related">([\s\S]*?)<\/section>/.exec(main(path))?.[1]
  expect(related('2024/01/03/paxos/index.html')).toContain('href="/2024/01/01/clocks/"')
  expect(related('2024/01/03/paxos/index.html')).not.toContain('cooking')
  expect(related('2024/01/04/bread/index.html')).toBeUndefined()
})

test('cite: a sentence and an entry for BibTeX, with capitals and signs kept', async () => {
  const { main } = await site(course)
  const text = main('2024/01/03/paxos/index.html')
  expect(text).toContain('<p>Ada Lovelace. “Paxos &amp; friends.” Notes. 3 January 2024. https://notes.example/2024/01/03/paxos/.</p>')
  expect(text).toContain('@online{lovelace2024paxos,\n  title   = {Paxos \\&amp; friends},\n  author  = {Ada Lovelace},')
})

test('a post tells its author, its dates, its licence and where it can be edited', async () => {
  const { main } = await site(course)
  const text = main('2024/01/03/paxos/index.html')
  expect(text).toContain('<a class="p-author h-card" rel="author" href="https://ada.example">Ada Lovelace</a>')
  expect(text).toContain('<time class="dt-published" datetime="2024-01-03T00:00:00+00:00">3 January 2024</time>')
  expect(text).toContain('<time class="dt-updated" datetime="2024-02-01T00:00:00+00:00">1 February 2024</time>')
  expect(text).toContain('<a rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a>')
  expect(text).toContain('href="https://github.com/ada/notes/edit/main/posts/2024-01-03-paxos.md"')
})

test('edit: the keys of Just the Docs are understood', async () => {
  const { main } = await site(`
-- _config.yml --
gh_edit_link: true
gh_edit_repository: https://github.com/ada/notes
gh_edit_branch: main
gh_edit_view_mode: edit
-- posts/2024-01-01-a.md --
Words.
`)
  expect(main('2024/01/01/a/index.html')).toContain('href="https://github.com/ada/notes/edit/main/posts/2024-01-01-a.md"')
})

test('machines are told about a post: cards, scholars’ indexes and schema.org, without its text', async () => {
  const { file } = await site(course)
  const page = file('2024/01/03/paxos/index.html')
  for (const tag of [
    '<link rel="canonical" href="https://notes.example/2024/01/03/paxos/">',
    '<meta name="description" content="Agreement after Lamport.">',
    '<meta property="og:type" content="article">',
    '<meta property="article:modified_time" content="2024-02-01T00:00:00+00:00">',
    '<meta property="article:tag" content="distributed">',
    '<meta name="citation_author" content="Ada Lovelace">',
    '<meta name="citation_publication_date" content="2024/01/03">',
  ])
    expect(page).toContain(tag)
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? '')
  const [posting, crumbs] = data['@graph']
  expect(posting).toMatchObject({
    '@type': 'BlogPosting',
    headline: 'Paxos & friends',
    dateModified: '2024-02-01T00:00:00+00:00',
    author: [{ '@type': 'Person', name: 'Ada Lovelace', url: 'https://ada.example' }],
    license: 'https://creativecommons.org/licenses/by-sa/4.0/',
    isPartOf: { '@type': 'WebSite', name: 'Notes' },
  })
  expect(JSON.stringify(posting)).not.toContain('articleBody')
  expect(crumbs.itemListElement.map((item: { position: number; name: string }) => [item.position, item.name])).toEqual([
    [1, 'Notes'],
    [2, 'Archive'],
    [3, 'Paxos & friends'],
  ])
})

test('a picture for cards is the post’s own, or the one that cards: true has drawn', async () => {
  const { file } = await site(`
-- _config.yml --
title: Notes
url: https://notes.example
baseurl: /n
cards: true
-- posts/2024-01-01-own.md --
---
image: {path: /img/own.png, alt: A plot}
---
Words.
-- posts/2024-01-02-drawn.md --
Words.
`)
  const own = file('2024/01/01/own/index.html')
  expect(own).toContain('<meta property="og:image" content="https://notes.example/n/img/own.png">')
  expect(own).toContain('<meta property="og:image:alt" content="A plot">')
  const drawn = file('2024/01/02/drawn/index.html')
  expect(drawn).toContain('<meta property="og:image" content="https://notes.example/n/assets/cards/2024/01/02/drawn.png">')
  expect(drawn).toContain('<meta property="og:image:width" content="1200">')
  expect(drawn).toContain('<meta name="twitter:card" content="summary_large_image">')
})

test('a language from right to left turns the page around', async () => {
  const { file } = await site(`
-- posts/2024-01-01-a.md --
---
lang: ar
---
نص
-- posts/2024-01-02-b.md --
---
lang: az-Latn
---
Mətn
`)
  expect(file('2024/01/01/a/index.html')).toContain('<html lang="ar" dir="rtl">')
  expect(file('2024/01/02/b/index.html')).toContain('<html lang="az-Latn">')
})

test('profiles of the writer are linked as theirs, wherever the theme had them', async () => {
  const { file } = await site(`
-- _config.yml --
github_username: ada
social:
  links: [https://mastodon.example/@ada, mailto:x@y.z]
-- posts/2024-01-01-a.md --
Words.
`)
  expect(file('index.html')).toContain('<link rel="me" href="https://mastodon.example/@ada">')
  expect(file('index.html')).toContain('<link rel="me" href="https://github.com/ada">')
  expect(file('index.html')).not.toContain('mailto:')
})
