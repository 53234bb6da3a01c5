// jekyll-sitemap: `sitemap.xml`, and the `robots.txt` that leads there.

import type { DataMap } from '../../model.ts'
import type { Moment } from '../../text/dates.ts'
import type { PluginDocument, PluginPage, PluginSite } from '../plugin-data.ts'
import { absoluteUrl, xmlDate, xmlEscape } from '../values.ts'

export interface SitemapContent {
  /** Posts, oldest first, and documents of the other collections that have pages. */
  readonly documents: readonly PluginDocument[]
  /** Pages that come out as HTML. */
  readonly pages: readonly PluginPage[]
  /** Files that are copied as they are. */
  readonly files: readonly { readonly path: string; readonly data: DataMap; readonly modified: Moment }[]
  /** Whether the site has a `sitemap.xsl` to show it with. */
  readonly hasStyle: boolean
}

export function sitemap({ documents, pages, files, hasStyle }: SitemapContent, { config }: PluginSite): string {
  const location = (path: string): string => xmlEscape(absoluteUrl(path.replaceAll('/index.html', '/'), config))
  const style = hasStyle ? `<?xml-stylesheet type="text/xsl" href="${absoluteUrl('/sitemap.xsl', config)}"?>\n` : ''
  const urls = [
    ...byCollection(documents.filter(isListed)).map(({ url, modified, date }) => [location(url), modified ?? date] as const),
    ...pages.filter(page => isListed(page) && page.url !== '/404.html').map(({ url, modified }) => [location(url), modified] as const),
    ...files.filter(file => isListed(file) && isShown(file.path)).map(({ path, modified }) => [location(path), modified] as const),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
${style}<urlset xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.sitemaps.org/schemas/sitemap/0.9 http://www.sitemaps.org/schemas/sitemap/0.9/sitemap.xsd" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.map(([place, moment]) => urlElement(place, moment)).join('')}</urlset>
`
}

// Liquid has the collections by their names.
function byCollection(documents: readonly PluginDocument[]): readonly PluginDocument[] {
  return documents.toSorted((one, other) => (one.collection < other.collection ? -1 : Number(one.collection > other.collection)))
}

function isListed({ data }: { readonly data: DataMap }): boolean {
  return data['sitemap'] !== false
}

function isShown(path: string): boolean {
  return /\.(?:html?|xhtml|pdf)$/.test(path) && !/(?:^|\/)404\.html$/.test(path)
}

function urlElement(place: string, moment: Moment | undefined): string {
  return `<url>\n<loc>${place}</loc>\n${moment === undefined ? '' : `<lastmod>${xmlDate(moment)}</lastmod>\n`}</url>\n`
}

/** What templates see of `robots.txt`, which stands behind the author's pages. */
export const robotsTemplate = 'Sitemap: {{ "sitemap.xml" | absolute_url }}\n'

export function robots({ config }: PluginSite): string {
  return `Sitemap: ${absoluteUrl('sitemap.xml', config)}\n`
}
