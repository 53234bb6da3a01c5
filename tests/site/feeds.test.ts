import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { readConfig } from '../../src/config/config.ts'
import { permalink } from '../../src/model.ts'
import type { Page } from '../../src/pages/page.ts'
import { sitemapAndRobots } from '../../src/pages/sitemap.ts'
import { load, site } from '../support/site.ts'

const archive = `
-- _config.yml --
title: Notes & more
description: About things
url: https://example.org
author: {name: Ada, email: ada@example.org}
-- posts/2024-01-01-a.md --
---
title: First <post>
tags: [C++]
---
An *excerpt* with [a link](/2024/01/02/b/) and ![a picture](pic.png).

The rest.
-- posts/2024-01-02-b.md --
---
last_modified_at: 2024-02-03
---
Second ]]> post.
-- posts/pic.png --
`

function checkXml(text: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    throw error
  })
  parser.write(text).close()
}

test('feeds: the Atom feed is well-formed, has full text, absolute addresses and jekyll-feed’s ids', async () => {
  const { file } = await site(archive)
  const feed = file('feed.xml')
  checkXml(feed)
  expect(feed).toContain('<title>Notes &amp; more</title>')
  expect(feed).toContain('<id>https://example.org/2024/01/01/a</id>')
  expect(feed).toContain('<link rel="self" type="application/atom+xml" href="https://example.org/feed.xml"/>')
  expect(feed).toContain('href=&quot;https://example.org/2024/01/02/b/&quot;')
  expect(feed).toContain('src=&quot;https://example.org/pic.png&quot;')
  expect(feed).toContain('The rest.')
  expect(feed).toContain('<author><name>Ada</name><email>ada@example.org</email></author>')
})

test('feeds: updated is the newest change of a post, not the time of the build', async () => {
  const [one, other] = [await site(archive, '2030-01-01'), await site(archive, '2031-05-05')]
  expect(one.file('feed.xml')).toBe(other.file('feed.xml'))
  expect(one.file('feed.xml')).toContain('<updated>2024-02-03T00:00:00+00:00</updated>')
})

test('feeds: a tag has its own, and its page tells of it', async () => {
  const { file } = await site(archive)
  checkXml(file('tags/cpp/feed.xml'))
  expect(file('tags/cpp/feed.xml')).toContain('<title>Notes &amp; more: C++</title>')
  expect(file('tags/cpp/index.html')).toContain('title="Notes &amp; more: C++" href="/tags/cpp/feed.xml"')
})

test('feeds: the JSON feed says the same', async () => {
  const { file } = await site(archive)
  const feed = JSON.parse(file('feed.json'))
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Notes & more',
    home_page_url: 'https://example.org/',
    language: 'en',
  })
  expect(feed.items[1]).toMatchObject({
    id: 'https://example.org/2024/01/01/a',
    url: 'https://example.org/2024/01/01/a/',
    title: 'First <post>',
    tags: ['C++'],
  })
  expect(feed.items[1].content_html).toContain('https://example.org/pic.png')
})

test('feeds: they hold the newest ten posts without drafts, or as many as feed.posts_limit says', async () => {
  const posts = Array.from(
    { length: 12 },
    (_, index) => `-- posts/2024-01-${10 + index}-p${index}.md --\n---\ndraft: ${index === 11}\n---\nx\n`,
  ).join('')
  expect((await site(posts)).file('feed.xml').match(/<entry>/g)).toHaveLength(10)
  expect((await site(posts)).file('feed.xml')).not.toContain('P11')
  expect(
    (await site(`-- _config.yml --\nfeed: {posts_limit: 3, path: /blog/atom.xml}\n${posts}`)).file('blog/atom.xml').match(/<entry>/g),
  ).toHaveLength(3)
})

test('sitemap: it lists every page that readers should find, with full addresses and changes', async () => {
  const { file } = await site(`${archive}-- posts/about.md --\n---\nsitemap: false\nlayout: page\n---\nAbout.\n`)
  const sitemap = file('sitemap.xml')
  checkXml(sitemap)
  expect(sitemap).toContain('<url><loc>https://example.org/2024/01/02/b/</loc><lastmod>2024-02-03T00:00:00+00:00</lastmod></url>')
  expect(sitemap).toContain('<loc>https://example.org/tags/cpp/</loc>')
  expect(sitemap).not.toMatch(/404|feed|about/)
  expect(file('robots.txt')).toBe('User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap.xml\n')
})

test('sitemap: a site with more addresses than one file may hold has several, and a list of them', async () => {
  const { loaded } = load(`\n-- _config.yml --\nurl: https://example.org\nbaseurl: /n\n-- posts/2024-01-01-a.md --\nText.\n`)
  const post = loaded.pages[0] as Page
  const many = Array.from({ length: 50_001 }, (_, index) => ({ ...post, permalink: permalink(`/${index}/`) }))
  const config = { ...readConfig([], 'lectern').value, url: 'https://example.org', baseurl: '/n' }
  const [list, first, second, ...others] = sitemapAndRobots(many, config)
  expect(others.map(({ output }) => String(output))).toEqual(['robots.txt'])
  const text = async (page: Page | undefined) => String(page && (await loaded.renderer.render(page)).content)
  expect(await text(list)).toBe(
    '<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n<sitemap><loc>https://example.org/n/sitemap-1.xml</loc></sitemap>\n<sitemap><loc>https://example.org/n/sitemap-2.xml</loc></sitemap>\n</sitemapindex>\n',
  )
  expect((await text(first)).match(/<url>/g)).toHaveLength(50_000)
  expect(await text(second)).toContain('<loc>https://example.org/n/50000/</loc>')
})

test('sitemap: without a url there is none, since its addresses must be complete', async () => {
  const { loaded, file } = await site('-- posts/2024-01-01-a.md --\nx\n')
  expect(loaded.pages.some(page => page.output === 'sitemap.xml')).toBe(false)
  expect(file('robots.txt')).toBe('User-agent: *\nAllow: /\n')
  checkXml(file('feed.xml'))
})

test('home: it is cut into pages, with addresses as paginate_path says', async () => {
  const posts = Array.from({ length: 5 }, (_, index) => `-- posts/2024-01-1${index}-p${index}.md --\nWords of ${index}.\n`).join('')
  const { urls, main } = await site(`-- _config.yml --\npaginate: 2\npaginate_path: /blog/page:num\n${posts}`)
  expect(urls.filter(url => url.includes('page'))).toEqual(['/blog/page2/', '/blog/page3/'])
  expect(main('index.html')).toContain('rel="next" href="/blog/page2/"')
  expect(main('blog/page2/index.html')).toContain('rel="prev" href="/"')
  expect(main('blog/page3/index.html')).toContain('Words of 0.')
})

test('excerpt: lists show the first paragraph, what stands before the separator, or what the front matter says', async () => {
  const { main } = await site(`
-- posts/2024-01-01-a.md --
First *part*[^1].

Second part.

[^1]: Note.
-- posts/2024-01-02-b.md --
---
excerpt_separator: <!--more-->
---
One.

Two.

<!--more-->

Three.
-- posts/2024-01-03-c.md --
---
description: Said by the author
---
Not this.
`)
  const home = main('index.html')
  expect(home).toContain('<p class="p-summary">First part.</p>')
  expect(home).toContain('<p class="p-summary">One. Two.</p>')
  expect(home).toContain('<p class="p-summary">Said by the author</p>')
  expect(home).not.toMatch(/Second|Three|Not this/)
})
