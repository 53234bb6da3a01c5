// jekyll-last-modified-at: what a site that names it knows of the changes to its files. Here each was last changed on the first day of 2024.

import { expect, test } from 'vitest'
import { site } from '../support/site.ts'

const head = '-- _config.yml --\nplugins: [jekyll-last-modified-at]\ntimezone: Europe/Berlin\n'
const layout = '-- _layouts/bare.html --\n{% last_modified_at %} {% last_modified_at %Y/%m %} {{ page.last_modified_at }}\n'

function text(frontMatter = ''): string {
  return `---\nlayout: bare\n${frontMatter}---\n`
}

test('a text without a date of its own tells when its file was changed, be it a page, a post or a document', async () => {
  const { file } = await site(
    `${head}collections: { notes: { output: true } }\n${layout}-- a.md --\n${text()}-- _posts/2023-01-01-b.md --\n${text()}-- _notes/c.md --\n${text()}`,
  )
  for (const path of ['a.html', '2023/01/01/b.html', 'notes/c.html'])
    expect(file(path).trim()).toBe('01-Jan-24 2024/01 2024-01-01 01:00:00 +0100')
})

test('a post keeps the date that it gives itself, a page does not, and the tag asks the file alone', async () => {
  const { file } = await site(
    `${head}${layout}-- a.md --\n${text('last_modified_at: 2020-02-03\n')}-- _posts/2023-01-01-b.md --\n${text('last_modified_at: 2020-02-03\n')}`,
  )
  expect(file('a.html').trim()).toBe('01-Jan-24 2024/01 2024-01-01 01:00:00 +0100')
  expect(file('2023/01/01/b.html').trim()).toBe('01-Jan-24 2024/01 2020-02-03')
})

test('last-modified-at: the configuration says how the tag writes a date', async () => {
  const { file } = await site(`${head}last-modified-at: { date-format: "%d.%m.%Y" }\n${layout}-- a.md --\n${text()}`)
  expect(file('a.html')).toContain('01.01.2024 2024/01')
})

test('jekyll-sitemap tells of the changes too', async () => {
  const { file } = await site(
    `${head.replace('[', '[jekyll-sitemap, ')}${layout}-- a.md --\n${text()}-- _posts/2023-01-01-b.md --\n${text()}`,
  )
  expect(file('sitemap.xml').match(/<lastmod>2024-01-01T01:00:00\+01:00<\/lastmod>/g)).toHaveLength(2)
})
