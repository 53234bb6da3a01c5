// What one plugin of Jekyll sees of the pages that others make, and of files that defaults speak of.

import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

const layout = '-- _layouts/bare.html --\n{{ content }}\n'
const page = '---\n---\n'

function locations(xml: string): string[] {
  return [...xml.matchAll(/<loc>https:\/\/a\.example([^<]*)<\/loc>/g)].map(([, address = '']) => address)
}

test('jekyll-sitemap: defaults leave files out, and those of collections come last', async () => {
  const { file } = await site(
    `-- _config.yml --\nurl: https://a.example\nplugins: [jekyll-sitemap]\ncollections: { guides: { output: true } }
defaults:
  - { scope: { path: private }, values: { sitemap: false } }
  - { scope: { path: "**/draft.pdf" }, values: { sitemap: false } }
-- private/a.pdf --\nx\n-- sub/draft.pdf --\nx\n-- sub/b.pdf --\nx\n-- z.html --\nx\n-- _guides/c.pdf --\nx\n${layout}`,
  )
  expect(locations(await file('sitemap.xml'))).toEqual(['/sub/b.pdf', '/z.html', '/guides/c.pdf'])
})

test('jekyll-sitemap: lists of jekyll-paginate-v2 are in it where they have an address of their own', async () => {
  const { file } = await site(
    `-- _config.yml --\nurl: https://a.example\nplugins: [jekyll-paginate-v2, jekyll-sitemap]
pagination: { enabled: true, per_page: 1, permalink: "/page/:num/" }
autopages: { enabled: true, tags: { layouts: [bare.html] }, categories: { enabled: false }, collections: { enabled: false } }
-- blog.html --\n---\npermalink: /list/\npagination: { enabled: true }\n---\n
-- _posts/2024-01-01-a.md --\n---\ntags: [x]\n---\n-- _posts/2024-01-02-b.md --\n${page}${layout}`,
  )
  expect(locations(await file('sitemap.xml'))).toEqual(expect.arrayContaining(['/list/', '/list/page/2/', '/tag/x/']))
})

test('jekyll-optional-front-matter: its pages come behind all others, by their paths', async () => {
  const { file } = await site(
    `-- _config.yml --\nplugins: [jekyll-optional-front-matter, jekyll-readme-index]\n-- z.html --\n${page}{% for p in site.pages %}{{ p.path }} {% endfor %}
-- m.md --\nM\n-- sub/a.md --\nA\n-- sub/README.md --\nS\n-- README.md --\nR\n${layout}`,
  )
  expect(await file('z.html')).toContain('z.html m.md sub/a.md README.md sub/README.md')
})

test('remove_originals: files go of which pages were made, but not from collections', async () => {
  const { loaded } = await site(
    `-- _config.yml --\nplugins: [jekyll-optional-front-matter, jekyll-readme-index]\ncollections: { notes: { output: true } }
optional_front_matter: { remove_originals: true }\nreadme_index: { remove_originals: true }
-- a.md --\nx\n-- sub/README.md --\nx\n-- taken/README.md --\nx\n-- taken/index.html --\nx\n-- _notes/b.md --\nx\n${layout}`,
  )
  expect(loaded.files.map(({ output }) => String(output)).sort()).toEqual(['notes/b.md', 'taken/README.md', 'taken/index.html'])
})

test('jekyll-feed: a list of categories in place of one is printed as Jekyll prints it', async () => {
  const { file } = await site(
    `-- _config.yml --\nurl: https://a.example\nplugins: [jekyll-feed]\n-- _posts/2024-01-01-a.md --\n---\ncategory: [a, b]\n---\n${layout}`,
  )
  expect(await file('feed.xml')).toContain('<category term="[&quot;a&quot;, &quot;b&quot;]" />')
})
