// jekyll-seo-tag: compared line for line with 66 pages of Debian's Jekyll when it was written; here what it means for a reader.

import { expect, test } from 'vitest'
import { seoTag } from '../../../src/jekyll/plugins/seo-tag.ts'
import { day, page, pluginSite } from '../../support/plugin-site.ts'

test('a post with everything has these very lines', async () => {
  const site = pluginSite(
    '{title: Notes, url: "https://example.org", baseurl: /n, description: All of it, lang: en-GB, logo: /l.png, author: kim, twitter: {username: "@notes"}, facebook: {app_id: 1}, webmaster_verifications: {google: g}}',
    'authors: {kim: {name: Kim Doe, twitter: kd, url: "https://kim.example.org"}}',
  )
  const data = '{title: "*A* \\"b\\"", description: "On <b>a</b> & b", image: {path: /i.png, alt: Pic}}'
  expect(
    await seoTag(page('/a/index.html', data, { date: day('2025-01-02'), modified: day('2025-01-03') }), site),
  ).toBe(`<!-- Begin Jekyll SEO tag v2.8.0 -->
<title>A &quot;b&quot; | Notes</title>
<meta name="generator" content="Jekyll v4.3.1" />
<meta property="og:title" content="A &quot;b&quot;" />
<meta name="author" content="Kim Doe" />
<meta property="og:locale" content="en_GB" />
<meta name="description" content="On a &amp; b" />
<meta property="og:description" content="On a &amp; b" />
<link rel="canonical" href="https://example.org/n/a/" />
<meta property="og:url" content="https://example.org/n/a/" />
<meta property="og:site_name" content="Notes" />
<meta property="og:image" content="https://example.org/n/i.png" />
<meta property="og:image:alt" content="Pic" />
<meta property="og:type" content="article" />
<meta property="article:published_time" content="2025-01-02T00:00:00+00:00" />
<meta name="twitter:card" content="summary_large_image" />
<meta property="twitter:image" content="https://example.org/n/i.png" />
<meta name="twitter:image:alt" content="Pic" />
<meta property="twitter:title" content="A &quot;b&quot;" />
<meta name="twitter:site" content="@notes" />
<meta name="twitter:creator" content="@kd" />
<meta property="fb:app_id" content="1" />
<meta name="google-site-verification" content="g" />
<script type="application/ld+json">
{"@context":"https://schema.org","@type":"BlogPosting","author":{"@type":"Person","name":"Kim Doe","url":"https://kim.example.org"},"dateModified":"2025-01-03T00:00:00+00:00","datePublished":"2025-01-02T00:00:00+00:00","description":"On a &amp; b","headline":"A &quot;b&quot;","image":{"alt":"Pic","url":"https://example.org/n/i.png","@type":"imageObject"},"mainEntityOfPage":{"@type":"WebPage","@id":"https://example.org/n/a/"},"publisher":{"@type":"Organization","logo":{"@type":"ImageObject","url":"https://example.org/n/l.png"},"name":"Kim Doe"},"url":"https://example.org/n/a/"}</script>
<!-- End Jekyll SEO tag -->
`)
})

const titles: Record<string, readonly [config: string, data: string, title: string | undefined]> = {
  'page and site': ['title: S', 'title: P', 'P | S'],
  'a page that is called as the site': ['{title: S, description: D}', 'title: S', 'S | D'],
  'a site with a tagline': ['{title: S, description: D, tagline: T}', '', 'S | T'],
  'a tagline without a description, which counts for nothing': ['{title: S, tagline: T}', '', 'S'],
  'only a page': ['', 'title: P', 'P'],
  'a site by its name': ['name: N', '', 'N'],
  neither: ['', '', undefined],
}

test.each(Object.entries(titles))('the title of %s', async (_, [config, data, title]) => {
  expect(/<title>(.*)<\/title>/.exec(await seoTag(page('/p.html', data), pluginSite(config)))?.[1]).toBe(title)
})

test('title=false leaves the title to the theme', async () => {
  expect(await seoTag(page('/p.html', 'title: P'), pluginSite(''), ' title=false')).not.toContain('<title>')
})

test('the front page is the site itself, with its name and its other places', async () => {
  const site = pluginSite('{title: S, social: {name: Soc, links: ["https://x.example.org"]}}')
  const json = async (url: string) => JSON.parse(/json">\n(.*)<\/script>/.exec(await seoTag(page(url, ''), site))?.[1] ?? '')
  expect(await json('/')).toMatchObject({ '@type': 'WebSite', name: 'Soc', sameAs: ['https://x.example.org'] })
  expect(await json('/about/')).toMatchObject({ '@type': 'WebSite' })
  expect(await json('/p/')).toEqual({ '@context': 'https://schema.org', '@type': 'WebPage', headline: 'S', url: '/p/' })
})

test('a list in pages tells its number and its neighbours', async () => {
  const paginator = { page: 2, totalPages: 3, previousPath: '/', nextPath: '/page3/' }
  const tag = await seoTag(page('/page2/', ''), pluginSite('{title: S, url: "https://example.org"}'), '', paginator)
  expect(tag).toContain('<title>Page 2 of 3 for S</title>')
  expect(tag).toContain('<link rel="prev" href="https://example.org/" />\n<link rel="next" href="https://example.org/page3/" />')
})

test('a name cannot end the script that it stands in', async () => {
  const tag = await seoTag(page('/', 'author: "</script><b>"'), pluginSite(''))
  expect(tag.match(/<\/script>/g)).toHaveLength(2)
  expect(JSON.parse(/json">\n(.*)<\/script>/.exec(tag)?.[1] ?? '').author.name).toBe('</script><b>')
})
