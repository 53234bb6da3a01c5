// What `lectern check` says of feeds: nothing of ours, and of others what their readers cannot do with them.

import { expect, test } from 'vitest'
import { checkFeeds } from '../../src/check/feeds.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { site } from '../support/site.ts'

const about = { url: 'https://example.org', baseurl: '/notes', files: new Set(['a/index.html']) }

function said(path: string, text: string): string[] {
  return checkFeeds([{ path, text }], about).map(({ code, message }: Diagnostic) => `${code}: ${message}`)
}

test('our own feeds and sitemap are right, whatever a post holds', async () => {
  const { file } = await site(`
-- _config.yml --
title: Fish & <chips>
url: https://example.org
-- posts/2024-01-01-a.md --
---
title: A < B & "C"
tags: [graph]
---
A [link](/about/), ![a picture](p.png), <span data-x="]]>">&nbsp;raw</span> and $x < y$.
-- posts/p.png --
-- posts/about.md --
About.
`)
  const paths = ['feed.xml', 'feed.json', 'tags/graph/feed.xml', 'sitemap.xml']
  const files = new Set(['2024/01/01/a/index.html'])
  const feeds = paths.map(path => ({ path, text: file(path) }))
  expect(checkFeeds(feeds, { url: 'https://example.org', baseurl: '', files })).toEqual([])
})

test('JSON that is none is told with its line, and other files in JSON are no feeds', () => {
  const [told = ''] = said('feed.json', '{ "version": "https://jsonfeed.org/version/1.1",\n "items": [1,] }')
  expect(told).toMatch(/^feed\/broken: \/feed\.json cannot be read, in line [12] of what comes of it: \S/)
  expect(said('data.json', '[1,]')).toEqual([])
  expect(said('feed.json', '{ "version": "https://jsonfeed.org/version/1.1", "title": "", "items": [{ "id": 1 }] }')).toEqual([
    'feed/lacks: The entry “1” of /feed.json has no content_html, which readers ask for',
  ])
})

test('an entity of HTML is none of XML, and an empty file is no feed', () => {
  expect(said('feed.xml', '<feed><title>a&nbsp;b</title></feed>')).toEqual([
    'feed/broken: /feed.xml cannot be read, in line 1 of what comes of it: undefined entity',
  ])
  expect(said('feed.xml', '')).toHaveLength(1)
  expect(said('other.xml', '<data/>')).toEqual([])
})

test('links are looked for below the folder that the site stands in, and others are left alone', () => {
  const item = (link: string) => `<item><title>T</title><link>${link}</link></item>`
  const feed = (items: string) => `<rss><channel><title/><link>x</link><description>d</description>${items}</channel></rss>`
  const links = ['https://example.org/notes/a/', 'https://example.org/notes/b/', 'https://example.org/c/', 'https://other.example/']
  expect(said('rss.xml', feed(links.map(item).join('')))).toEqual([
    'feed/link: /rss.xml leads to https://example.org/notes/b/, and there is nothing',
  ])
})
