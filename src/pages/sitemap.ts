// What search engines are told: `sitemap.xml` (sitemaps.org, version 0.9) and `robots.txt`. Made from the finished list of pages.

import type { Config } from '../config/config.ts'
import { type Page, permalink } from '../model.ts'
import { toIso } from '../text/dates.ts'
import { escapeXml } from '../text/escape.ts'
import { generatedPage } from './view.ts'

/** Without a `url` there is no sitemap, since its addresses must be complete. */
export function sitemapAndRobots(pages: readonly Page[], config: Config): Page[] {
  const address = permalink('/sitemap.xml')
  const robots = generatedPage('robots.txt', permalink('/robots.txt'), async () => robotsText(config, address), {
    inSitemap: false,
  })
  return config.url === ''
    ? [robots]
    : [generatedPage('the sitemap', address, async () => sitemapText(pages, config), { inSitemap: false }), robots]
}

function sitemapText(pages: readonly Page[], config: Config): string {
  const entries = pages
    .filter(page => page.inSitemap)
    .map(
      page =>
        `<url><loc>${escapeXml(config.url + config.baseurl + page.permalink)}</loc>${page.updated === undefined ? '' : `<lastmod>${toIso(page.updated)}</lastmod>`}</url>\n`,
    )
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`
}

function robotsText(config: Config, sitemap: string): string {
  const lines = [
    'User-agent: *',
    'Allow: /',
    ...(config.robots === '' ? [] : [config.robots.trim()]),
    ...(config.url === '' ? [] : ['', `Sitemap: ${config.url}${config.baseurl}${sitemap}`]),
  ]
  return `${lines.join('\n')}\n`
}
