// Addresses as their author wrote them, which layouts compare with what stands in a menu.

import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

const page = (path: string, permalink: string): string =>
  `-- ${path} --\n---\npermalink: ${permalink}\n---\n{{ page.url }} {% if page.url == page.permalink %}here{% endif %} {{ page.url | relative_url }}\n`

test('permalink: Liquid prints the letters of all scripts as they stand in it, and encodes what placeholders stand for', async () => {
  const { file } = await site(
    `-- _layouts/bare.html --\n${page('a.html', '/über/straße/')}${page('b.html', '//a b//ü.html')}${page(
      '_posts/2024-01-31-日本.html',
      '/日/:title/',
    )}${page('_posts/2024-02-01-c.html', '/ü/c')}-- d.html --\n---\n---\n{% for post in site.posts %}{{ post.id }} {% endfor %}\n`,
  )
  expect(await file('über/straße/index.html')).toContain('/über/straße/ here /%C3%BCber/stra%C3%9Fe/')
  expect(await file('a b/ü.html')).toContain('/a b/ü.html  /a%20b/%C3%BC.html')
  expect(await file('日/日本/index.html')).toContain('/日/%E6%97%A5%E6%9C%AC/')
  expect(await file('d.html')).toContain('/ü/c /日/日本')
})

test('permalink: that of the configuration is printed as it is written, too', async () => {
  const { file } = await site(
    '-- _config.yml --\npermalink: /日記/:title/\n-- _layouts/bare.html --\n-- _posts/2024-01-31-é.html --\n---\n---\n{{ page.url }}\n',
  )
  expect(await file('日記/é/index.html')).toContain('/日記/%C3%A9/')
})

test('permalink: links, feeds and sitemaps have the address encoded', async () => {
  const { file } = await site(
    `-- _config.yml --\nurl: https://a.example\nplugins: [jekyll-sitemap]\n-- _layouts/bare.html --\n${page('a.html', '/über/')}`,
  )
  expect(await file('sitemap.xml')).toContain('<loc>https://a.example/%C3%BCber/</loc>')
})
