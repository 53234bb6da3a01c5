import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

const withPermalink = (pattern: string): string => `
-- _config.yml --
permalink: ${pattern}
-- posts/2021-01-03-My_Notes.v2.md --
---
categories: [Sci Fi]
---
x
`

test.each([
  ['date', '/sci%20fi/2021/01/03/My_Notes.v2.html'],
  ['pretty', '/sci%20fi/2021/01/03/My_Notes.v2/'],
  ['ordinal', '/sci%20fi/2021/003/My_Notes.v2.html'],
  ['weekdate', '/sci%20fi/2021/W53/Sun/My_Notes.v2.html'],
  ['none', '/sci%20fi/My_Notes.v2.html'],
  ['/:year-:month-:day-:title/', '/2021-01-03-My_Notes.v2/'],
  ['/:short_year/:i_month/:i_day/:slug', '/21/1/3/my-notes-v2'],
  ['/:month_:day/:short_month/:long_day/:title:output_ext', '/01_03/Jan/Sunday/My_Notes.v2.html'],
  ['/:slugified_categories/:w_year/:week/:w_day/:title/', '/sci-fi/2020/53/7/My_Notes.v2/'],
])('permalink: %s gives %s', async (pattern, url) => {
  expect((await site(withPermalink(pattern))).urls).toContain(url)
})

test('permalink: an address without an ending is written to an html file, one with a slash to a folder', async () => {
  const { loaded } = await site(`
-- posts/2024-01-01-a.md --
---
permalink: /abc
---
x
-- posts/2024-01-02-b.md --
---
permalink: /v1.0
---
x
-- posts/2024-01-03-c.md --
---
permalink: /:categories/:title/x/
categories: [A B]
---
x
`)
  expect(loaded.site.posts.map(({ permalink, output }) => [permalink, output])).toEqual([
    ['/a%20b/c/x/', 'a b/c/x/index.html'],
    ['/v1.0', 'v1.0'],
    ['/abc', 'abc.html'],
  ])
})

test('permalink: a placeholder that is none is an error with a near one', async () => {
  const { report } = await site(`
-- posts/2024-01-01-a.md --
---
permalink: /:yaer/:title/
---
x
`)
  expect(
    report,
  ).toBe(`posts/2024-01-01-a.md:2:12: error The permalink /:yaer/:title/ uses :yaer, which is no placeholder [permalink/placeholder]
  2 | permalink: /:yaer/:title/
    |            ^^^^^^^^^^^^^^
  mend: did you mean :year?`)
})

test('permalink: none can climb out of the site', async () => {
  for (const permalink of ['/../../etc/passwd', '/%2e%2e/%2e%2e/x', '"..\\\\..\\\\x"', '"/a\\0b"']) {
    const { loaded, report } = await site(`-- posts/2024-01-01-a.md --\n---\npermalink: ${permalink}\n---\nx\n`)
    expect(report).toContain('climbs out of the site')
    expect(loaded.site.posts[0]?.output).not.toMatch(/^\/|\.\./)
  }
})

test('two posts with one address are an error that names both', async () => {
  const { report } = await site(`
-- posts/2024-01-01-a.md --
---
permalink: /same/
---
x
-- posts/2024-01-02-b.md --
---
permalink: /same/
---
x
`)
  expect(report).toContain('posts/2024-01-01-a.md:1:1: error This file and posts/2024-01-02-b.md would both be written to same/index.html')
})

test('addresses that differ only in case are an error, since many disks hold one of the two', async () => {
  const { report } = await site('-- posts/2024-01-01-Same.md --\nx\n-- posts/2024-01-01-same.md --\nx\n')
  expect(report).toContain('differs from that of posts/2024-01-01-same.md only in upper and lower case')
})

test('addresses that differ only in how accents are composed are told as that', async () => {
  const { report } = await site(
    `-- posts/2024-01-01-${'é'.normalize('NFC')}.md --\nx\n-- posts/2024-01-01-${'é'.normalize('NFD')}.md --\nx\n`,
  )
  expect(report).toContain('only in how their accents are composed')
})

test('a link finds a file whose name some disk has taken apart, and leads to the name that it has', async () => {
  const [typed, stored] = ['é'.normalize('NFC'), 'é'.normalize('NFD')]
  const { main, report } = await site(`
-- _config.yml --
baseurl: /notes
-- posts/2024-01-01-a.md --
[beside](2024-01-02-${typed}.md#x), [address](/2024/01/02/${typed}/), [in full](/notes/2024/01/02/${typed}/?y), [file](/${typed}.csv)
-- posts/2024-01-02-${stored}.md --
## X
-- posts/${stored}.csv --
1,2
`)
  const there = `/notes/2024/01/02/${encodeURI(stored)}/`
  for (const leads of [`${there}#x`, there, `${there}?y`, `/notes/${encodeURI(stored)}.csv`])
    expect(main('2024/01/01/a/index.html')).toContain(`href="${leads}"`)
  expect(report).not.toContain('link/')
})

test('a page of the author’s takes the place of one that the program adds, with a warning where that is a loss', async () => {
  const { file, report } = await site(`
-- posts/404.md --
---
permalink: /404.html
layout: page
---
My own.
-- posts/2024-01-01-a.md --
---
permalink: /tags/ml/
tags: ml
---
Mine.
`)
  expect(file('404.html')).toContain('My own.')
  expect(file('tags/ml/index.html')).toContain('Mine.')
  expect(report).toContain('posts/2024-01-01-a.md:1:1: warning This file takes the address of the page of the tag ml, /tags/ml/')
  expect(report).not.toContain('404')
})

test('redirect_from makes pages that lead on, and gives way to a real page', async () => {
  const { file, report } = await site(`
-- _config.yml --
url: https://example.org
-- posts/2024-01-01-a.md --
---
redirect_from: [/old/, /older, /about/]
---
x
-- posts/about.md --
About.
`)
  expect(file('old/index.html')).toContain('content="0; url=https://example.org/2024/01/01/a/"')
  expect(file('older.html')).toContain('href="https://example.org/2024/01/01/a/"')
  expect(report).toContain('posts/2024-01-01-a.md:1:1: warning No redirect from /about/')
})

test('redirect_to makes the page itself lead on', async () => {
  const { file } = await site('-- posts/2024-01-01-a.md --\n---\nredirect_to: https://example.org/new\n---\nx\n')
  expect(file('2024/01/01/a/index.html')).toContain('content="0; url=https://example.org/new"')
})

test.each([
  ['/new/', 'https://example.org/n/new/'],
  ['new.html', 'https://example.org/n/new.html'],
  ['https://other.example/a?b=1', 'https://other.example/a?b=1'],
  ['//other.example/a', '//other.example/a'],
])('redirect_to: %s leads to %s, as with jekyll-redirect-from', async (target, address) => {
  const { file } = await site(`
-- _config.yml --
url: https://example.org
baseurl: /n
-- _posts/2024-01-01-a.md --
---
title: A
permalink: /old.html
redirect_to: ${target}
---
x
`)
  expect(file('old.html')).toContain(`content="0; url=${address}"`)
  expect(file('old.html')).toContain(`<link rel="canonical" href="${address}">`)
})

test('canonical_url says where a text stood first, on its page and to machines', async () => {
  const { file } = await site(`
-- _config.yml --
url: https://example.org
title: Notes
-- posts/2024-01-01-a.md --
---
title: A
canonical_url: https://other.example/a
---
x
-- posts/2024-01-02-b.md --
---
title: B
canonical_url:
---
x
-- posts/2024-01-03-c.md --
---
title: C
canonical: https://other.example/c
---
x
`)
  const canonicalOf = (path: string): string | undefined => /<link rel="canonical" href="([^"]*)"/.exec(file(path))?.[1]
  expect(canonicalOf('2024/01/01/a/index.html')).toBe('https://other.example/a')
  expect(file('2024/01/01/a/index.html')).toContain('<meta property="og:url" content="https://other.example/a">')
  expect(canonicalOf('2024/01/02/b/index.html')).toBe('https://example.org/2024/01/02/b/')
  expect(canonicalOf('2024/01/03/c/index.html')).toBe('https://example.org/2024/01/03/c/')
})

test('a site under a baseurl has it in every link, feed and asset', async () => {
  const { file } = await site(`
-- _config.yml --
title: Notes
url: https://example.org
baseurl: /notes
-- posts/img/a.png --
-- posts/2024-01-01-a.md --
---
tags: [ml]
---
![picture](img/a.png) and [the other](2024-01-02-b.md#part) and [from the root](/2024/01/02/b/) and [elsewhere](/not-ours/).
-- posts/2024-01-02-b.md --
b
-- posts/about.md --
About.
`)
  const outputs = [
    'index.html',
    '2024/01/01/a/index.html',
    'tags/index.html',
    'tags/ml/index.html',
    'archive/index.html',
    '404.html',
    'about/index.html',
  ]
  for (const path of outputs) {
    const own = [...file(path).matchAll(/(?:href|src)="(\/[^"]*)"/g)].map(match => match[1]).filter(url => url !== '/not-ours/')
    expect(own.length).toBeGreaterThan(3)
    expect(own.filter(url => !url?.startsWith('/notes/'))).toEqual([])
  }
  const page = file('2024/01/01/a/index.html')
  expect(page).toContain('<img src="/notes/img/a.png" alt="picture">')
  expect(page).toContain('<a href="/notes/2024/01/02/b/#part">the other</a>')
  expect(page).toContain('<a href="/notes/2024/01/02/b/">from the root</a>')
  expect(page).toContain('<a href="/not-ours/">elsewhere</a>')
  expect(file('feed.xml')).toContain('https://example.org/notes/2024/01/01/a/')
  expect(file('feed.xml')).toContain('src=&quot;https://example.org/notes/img/a.png&quot;')
  expect(file('sitemap.xml')).toContain('<loc>https://example.org/notes/about/</loc>')
})

test('a relative link to a file that is not there stays as it is, and a warning points at it', async () => {
  const { file, report } = await site(`
-- posts/img/photo.png --
-- posts/2024-01-01-a.md --
---
title: A
---

First line.

![picture](img/photos.png)
`)
  expect(file('2024/01/01/a/index.html')).toContain('<img src="img/photos.png" alt="picture">')
  expect(report).toBe(`posts/2024-01-01-a.md:7:12: warning The link leads to img/photos.png, and there is nothing [link/missing]
  7 | ![picture](img/photos.png)
    |            ^^^^^^^^^^^^^^
  mend: did you mean img/photo.png?`)
})

test('file names with spaces, signs, quotes and emoji have addresses that work', async () => {
  const names = ['a b', '100%', 'c#', 'what?', 'say "hi"', '日本 🎉', "it's", 'a&b', 'semi;colon']
  const { loaded, main } = await site(names.map((name, index) => `-- posts/2024-01-0${index + 1}-${name}.md --\nText.\n`).join(''))
  const listed = [...main('archive/index.html').matchAll(/<li[^>]*>.*?href="([^"]+)"/g)].map(match => match[1])
  expect(listed).toHaveLength(names.length)
  const decoded = listed.map(url => decodeURIComponent((url ?? '').replaceAll('&amp;', '&').replaceAll('&#39;', "'")))
  expect(decoded.map(url => `${url.slice(1)}index.html`).sort()).toEqual(loaded.site.posts.map(({ output }) => String(output)).sort())
})

test('a link to a post that is not there is an error, in a Jekyll site a warning, and a link to another file too', async () => {
  const reportOf = async (folder: string, link: string): Promise<string> =>
    (await site(`-- ${folder}/2024-01-01-a.md --\n---\ntitle: A\n---\nSee [it](${link}).\n`)).report
  expect(await reportOf('posts', '2024-01-02-b.md#part')).toContain(
    'posts/2024-01-01-a.md:4:10: error The link leads to 2024-01-02-b.md#part',
  )
  expect(await reportOf('_posts', '2024-01-02-b.md')).toContain(': warning The link leads to 2024-01-02-b.md')
  expect(await reportOf('posts', 'data.csv')).toContain(': warning The link leads to data.csv')
})

test('a name that no disk takes is an error, of a post and of a tag', async () => {
  const long = 'x'.repeat(300)
  const { report } = await site(
    `-- posts/2024-01-01-a.md --\n---\npermalink: /${long}/\n---\nWords.\n-- posts/2024-01-02-b.md --\n---\ntags: [${long}]\n---\nWords.\n`,
  )
  expect(report).toContain('posts/2024-01-01-a.md:2:12: error The address has a part of 300 bytes, and file systems hold 255: xxxx')
  expect(report).toContain('posts/2024-01-02-b.md:1:1: error The address has a part of 300 bytes, and file systems hold 255: xxxx')
})

test('what is a folder to one and a file to the other is told, and what the program adds gives way', async () => {
  const { report, urls } = await site(
    `-- posts/a.md --\n---\npermalink: /notes.html\n---\nWords.\n-- posts/b.md --\n---\npermalink: /notes.html/b/\n---\nWords.\n-- posts/c.md --\n---\npermalink: /feed.xml/\n---\nWords.\n`,
  )
  expect(report).toContain(
    'posts/b.md:1:1: error This file would be written to notes.html/b/index.html, and posts/a.md too needs that name',
  )
  expect(urls).toContain('/feed.xml/')
  expect(urls).not.toContain('/feed.xml')
})

test('addresses: a path that is longer than file systems take is told, and not made', async () => {
  const categories = Array.from({ length: 300 }, (_, index) => `c${index}`)
  const { report } = await site(`-- posts/2024-01-01-a.md --\n---\ncategories: [${categories.join(', ')}]\n---\na`)
  expect(report).toContain('error The address has 1413 bytes, and not all file systems hold more than 1,000: c0/c1/')
})
