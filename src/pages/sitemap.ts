// What search engines are told: `sitemap.xml` (sitemaps.org, version 0.9) and `robots.txt`. Made from the finished list of pages.

import type { Config } from '../config/config.ts'
import { type Permalink, permalink } from '../model.ts'
import { toIso } from '../text/dates.ts'
import { escapeXml } from '../text/escape.ts'
import { type Page, text } from './page.ts'
import { generatedPage } from './view.ts'

/** The most addresses that one file may hold, by the protocol. */
const mostAddresses = 50_000

/** Without a `url` there is no sitemap, since its addresses must be complete. */
export function sitemapAndRobots(pages: readonly Page[], config: Config): Page[] {
  const address = permalink('/sitemap.xml')
  const robots = text(
    async () => ({ lines: robotsLines(config, address) }),
    ({ lines }) => `${lines.join('\n')}\n`,
  )
  const robotsPage = generatedPage('robots.txt', permalink('/robots.txt'), robots, { inSitemap: false })
  return config.url === '' ? [robotsPage] : [...sitemaps(pages, address, config), robotsPage]
}

// A site with more addresses than one file may hold has several, and in the place of the one a list of them.
function sitemaps(pages: readonly Page[], address: Permalink, config: Config): Page[] {
  const listed = pages.filter(page => page.inSitemap)
  const sitemap = (at: Permalink, xml: () => string): Page =>
    generatedPage(
      'the sitemap',
      at,
      text(async () => ({ xml: xml() }), asXml),
      { inSitemap: false },
    )
  if (listed.length <= mostAddresses) return [sitemap(address, () => addressesOf(listed, config))]
  const parts = Array.from({ length: Math.ceil(listed.length / mostAddresses) }, (_, index) => {
    const part = listed.slice(index * mostAddresses, (index + 1) * mostAddresses)
    return sitemap(permalink(`/sitemap-${index + 1}.xml`), () => addressesOf(part, config))
  })
  return [sitemap(address, () => listOf(parts, config)), ...parts]
}

function asXml({ xml }: { readonly xml: string }): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml}`
}

const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

function addressesOf(pages: readonly Page[], config: Config): string {
  const entries = pages.map(page => {
    const changed = page.updated === undefined ? '' : `<lastmod>${toIso(page.updated)}</lastmod>`
    return `<url><loc>${fullAddress(page, config)}</loc>${changed}</url>\n`
  })
  return `<urlset ${namespace}>\n${entries.join('')}</urlset>\n`
}

function listOf(parts: readonly Page[], config: Config): string {
  const entries = parts.map(part => `<sitemap><loc>${fullAddress(part, config)}</loc></sitemap>\n`)
  return `<sitemapindex ${namespace}>\n${entries.join('')}</sitemapindex>\n`
}

function fullAddress(page: Page, config: Config): string {
  return escapeXml(config.url + config.baseurl + page.permalink)
}

function robotsLines(config: Config, sitemap: string): string[] {
  return [
    'User-agent: *',
    'Allow: /',
    ...(config.robots === '' ? [] : [config.robots.trim()]),
    ...(config.url === '' ? [] : ['', `Sitemap: ${config.url}${config.baseurl}${sitemap}`]),
  ]
}
