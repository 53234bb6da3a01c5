// jekyll-sitemap and jekyll-redirect-from: compared byte for byte with the files of Debian's Jekyll when they were written.

import { expect, test } from 'vitest'
import { redirectList, redirectOf, redirectPage } from '../../../src/jekyll/plugins/redirect-from.ts'
import { robots, sitemap } from '../../../src/jekyll/plugins/sitemap.ts'
import { day, page, pluginSite, post, yamlMap } from '../../support/plugin-site.ts'

test('a sitemap lists documents by collection, then pages, then files that browsers show', () => {
  const site = pluginSite('{url: "https://example.org", baseurl: /n}')
  const file = (path: string) => ({ path, data: {}, modified: day('2024-05-06') })
  const xml = sitemap(
    {
      documents: [
        post('2025-01-02-a', ''),
        post('2025-01-03-b', 'sitemap: false'),
        post('2020-01-01-d', '', { collection: 'docs', modified: day('2021-02-03') }),
      ],
      pages: [
        page('/', ''),
        page('/x/index.html', '', { modified: day('2024-01-01') }),
        page('/404.html', ''),
        page('/no/', 'sitemap: false'),
      ],
      files: [file('/a & b.pdf'), file('/a.png'), file('/x/404.html')],
      hasStyle: false,
    },
    site,
  )
  expect([...xml.matchAll(/<loc>(.*)<\/loc>\n(?:<lastmod>(.{10}))?/g)].map(([, place, date]) => [place, date])).toEqual([
    ['https://example.org/n/2020-01-01-d.html', '2021-02-03'],
    ['https://example.org/n/2025-01-02-a.html', '2025-01-02'],
    ['https://example.org/n/', undefined],
    ['https://example.org/n/x/', '2024-01-01'],
    ['https://example.org/n/a%20&amp;%20b.pdf', '2024-05-06'],
  ])
  expect(robots(site)).toBe('Sitemap: https://example.org/n/sitemap.xml\n')
})

test('a redirect leads to an address of the site or elsewhere', () => {
  const config = yamlMap('{url: "https://example.org", baseurl: /n}')
  expect(redirectOf('old', '/a b/', config)).toEqual({ from: '/old', to: 'https://example.org/n/a%20b/' })
  expect(redirectOf('/old/', 'https://elsewhere.example.org/x', config).to).toBe('https://elsewhere.example.org/x')
  const redirects = [redirectOf('/old', '/a/', config), redirectOf('/old', '/b/', config)]
  expect(redirectList(redirects)).toBe('{"/old":"https://example.org/n/b/"}')
})

test('the page at an old address cannot be led astray by the new one', () => {
  const html = redirectPage({ from: '/old', to: 'https://example.org/"><script>' })
  expect(html).toContain('<link rel="canonical" href="https://example.org/%22%3E%3Cscript%3E">')
  expect(html.match(/<script>/g)).toHaveLength(1)
})
