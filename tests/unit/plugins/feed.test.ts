// jekyll-feed: compared byte for byte with the files of Debian's Jekyll when it was written; here what it means for a reader.

import { expect, test } from 'vitest'
import { feedMeta, feedsOf, feedXml } from '../../../src/jekyll/plugins/feed.ts'
import { pluginSite, post, yamlMap } from '../../support/plugin-site.ts'

const main = { path: '/feed.xml', collection: 'posts' }

test('a feed of one post has these very bytes', async () => {
  const site = pluginSite(
    '{title: "Notes & more", url: "https://example.org", baseurl: /n, description: All, author: {name: Kim, email: k@example.org}}',
  )
  const entry = post('2025-01-02-a', '{title: "It\'s <b>A</b>", image: /a b.png}', {
    tags: ['x<y'],
    categories: ['c'],
    excerpt: async () => '<p>Short\n text</p>',
  })
  expect(await feedXml(main, [entry], site)).toBe(
    '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" >' +
      '<generator uri="https://jekyllrb.com/" version="4.3.1">Jekyll</generator>' +
      '<link href="https://example.org/n/feed.xml" rel="self" type="application/atom+xml" />' +
      '<link href="https://example.org/n/" rel="alternate" type="text/html" /><updated>2026-01-15T12:00:00+00:00</updated>' +
      '<id>https://example.org/n/feed.xml</id><title type="html">Notes &amp; more</title><subtitle>All</subtitle>' +
      '<author><name>Kim</name><email>k@example.org</email></author>' +
      '<entry><title type="html">It’s A</title><link href="https://example.org/n/2025-01-02-a.html" rel="alternate" type="text/html" title="It’s A" />' +
      '<published>2025-01-02T00:00:00+00:00</published><updated>2025-01-02T00:00:00+00:00</updated><id>https://example.org/n/2025-01-02-a</id>' +
      '<content type="html" xml:base="https://example.org/n/2025-01-02-a.html"><![CDATA[<p>Text</p>]]></content>' +
      '<author><name>Kim</name><email>k@example.org</email></author><category term="c" /><category term="x&lt;y" />' +
      '<summary type="html"><![CDATA[Short text]]></summary>' +
      '<media:thumbnail xmlns:media="http://search.yahoo.com/mrss/" url="https://example.org/n/a%20b.png" />' +
      '<media:content medium="image" url="https://example.org/n/a%20b.png" xmlns:media="http://search.yahoo.com/mrss/" /></entry></feed>',
  )
})

const lists: Record<string, readonly [config: string, paths: readonly string[]]> = {
  'a site that says nothing': ['', ['/feed.xml']],
  'a path of its own': ['feed: {path: atom.xml}', ['/atom.xml']],
  categories: ['feed: {categories: [news, b]}', ['/feed/news.xml', '/feed/b.xml', '/feed.xml']],
  'collections in a list': ['feed: {collections: [docs]}', ['/feed/docs.xml', '/feed.xml']],
  'collections with settings': [
    'feed: {collections: {docs: {path: /d.xml, categories: [x]}, posts: {path: /p.xml}}}',
    ['/feed/docs/x.xml', '/d.xml', '/p.xml'],
  ],
  'all tags': ['feed: {tags: true}', ['/feed.xml', '/feed/by_tag/birds.xml', '/feed/by_tag/ice.xml']],
  'some tags': ['feed: {tags: {path: t/, except: [ice]}}', ['/feed.xml', '/t/birds.xml']],
  'only these tags': ['feed: {tags: {only: [ice, unused]}}', ['/feed.xml', '/feed/by_tag/ice.xml', '/feed/by_tag/unused.xml']],
}

test.each(Object.entries(lists))('the feeds of %s', (_, [config, paths]) => {
  expect(feedsOf(yamlMap(config), ['birds', 'ice', 'two words', 'c++']).map(({ path }) => path)).toEqual(paths)
})

test('a feed holds the newest ten posts, or as many as the site says, and no drafts', async () => {
  const posts = Array.from({ length: 12 }, (_, index) => post(`2025-01-${31 - index}-p`, '', { draft: index === 0 }))
  const titles = async (config: string) =>
    (await feedXml(main, posts, pluginSite(config))).match(/<published>2025-01-\d\d/g)?.map(text => text.slice(-2))
  expect(await titles('')).toEqual(['30', '29', '28', '27', '26', '25', '24', '23', '22', '21'])
  expect(await titles('{feed: {posts_limit: 2}, show_drafts: true}')).toEqual(['31', '30'])
})

test('a feed of a tag or category holds its posts, and the title tells the category and the collection', async () => {
  const posts = [post('2025-01-02-a', '', { tags: ['t'] }), post('2025-01-01-b', '', { categories: ['c'] })]
  const site = pluginSite('title: Notes')
  const tagged = await feedXml({ path: '/t.xml', collection: 'posts', tag: 't' }, posts, site)
  expect([tagged.includes('2025-01-02-a'), tagged.includes('2025-01-01-b'), tagged.includes('>Notes<')]).toEqual([true, false, true])
  const named = await feedXml({ path: '/c.xml', collection: 'docs', category: 'c' }, posts, site)
  expect([named.includes('2025-01-02-a'), named.includes('2025-01-01-b'), named.includes('>Notes | Docs | C<')]).toEqual([
    false,
    true,
    true,
  ])
})

test('a list of authors is told as Ruby tells a list', async () => {
  const authors = async (data: string): Promise<string | undefined> =>
    /<entry>.*<name>(.*?)<\/name>/.exec(
      await feedXml({ path: '/feed.xml', collection: 'posts' }, [post('2025-01-01-a', data)], pluginSite('title: Notes')),
    )?.[1]
  expect(await authors('author: [Ada, "Bo & Co"]')).toBe('[&quot;Ada&quot;, &quot;Bo &amp; Co&quot;]')
  expect(await authors('authors: [Ada, Bo]')).toBe('Ada')
})

test('an author is looked up among those of _data, and an excerpt may stand alone', async () => {
  const site = pluginSite('{author: kim, feed: {excerpt_only: true}}', 'authors: {mo: {name: Mo Doe, uri: "https://mo.example.org"}}')
  const xml = await feedXml(
    main,
    [post('2025-01-02-a', 'author: mo'), post('2025-01-01-b', 'authors: [ann]'), post('2024-01-01-c', '')],
    site,
  )
  expect(xml.match(/<entry>.*?<author>.*?<\/author>/g)?.map(entry => entry.replace(/.*<author>/, ''))).toEqual([
    '<name>Mo Doe</name><uri>https://mo.example.org</uri></author>',
    '<name>ann</name></author>',
    '<name>kim</name></author>',
  ])
  expect(xml).not.toContain('<content')
})

test('a text cannot end the section that it stands in', async () => {
  const xml = await feedXml(main, [post('2025-01-02-a', '', { content: async () => 'a]]>b' })], pluginSite(''))
  expect(xml).toContain('<![CDATA[a]]]]><![CDATA[>b]]>')
})

test('{% feed_meta %} leads to the feed', () => {
  expect(feedMeta(yamlMap('{title: "A & B", url: "https://example.org", feed: {path: atom.xml}}'))).toBe(
    '<link type="application/atom+xml" rel="alternate" href="https://example.org/atom.xml" title="A &amp; B" />',
  )
})
