// What readers depend on of a site that is published: its files, the anchors in its pages, the ids in its feeds.

import { unescapeHtml } from '../text/escape.ts'
import { attributeOf, tagsIn } from '../text/tags.ts'
import { decodePath } from '../text/url.ts'

export interface Published {
  /** Paths of files below the output folder, decoded. */
  readonly files: ReadonlySet<string>
  /** Ids of headings, by the file of their page. */
  readonly anchors: ReadonlyMap<string, ReadonlySet<string>>
  readonly feedIds: ReadonlySet<string>
}

/** Reads what a page or feed holds; other files are only there. */
export function readPublished(files: Iterable<{ readonly path: string; readonly content: string | undefined }>): Published {
  const paths = new Set<string>()
  const anchors = new Map<string, Set<string>>()
  const feedIds = new Set<string>()
  for (const { path, content } of files) {
    paths.add(path)
    if (content === undefined) continue
    if (path.endsWith('.html')) anchors.set(path, headingIds(content))
    else if (/\.(?:xml|atom)$/.test(path)) for (const id of entryIds(content)) feedIds.add(id)
  }
  return { files: paths, anchors, feedIds }
}

function headingIds(html: string): Set<string> {
  return new Set(tagsIn(html).flatMap(tag => (/^h[1-6]$/.test(tag.name) ? (attributeOf(tag, 'id') ?? []) : [])))
}

function entryIds(xml: string): string[] {
  return [...xml.matchAll(/<entry\b[\s\S]*?<id>([^<]*)<\/id>/g)].map(([, id = '']) => unescapeHtml(id.trim()))
}

/** What can be known of a site by its sitemap. */
export function publishedBySitemap(xml: string, baseurl: string): Published {
  const files = sitemapPaths(xml, baseurl).map(address => filesFor(address)[0] ?? '')
  return { files: new Set(files), anchors: new Map(), feedIds: new Set() }
}

/** The addresses that a sitemap lists, as paths below `baseurl`. */
function sitemapPaths(xml: string, baseurl: string): string[] {
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].flatMap(([, url = '']) => {
    const path = /^(?:https?:\/\/[^/]*)?(\/[^?#]*)?/.exec(unescapeHtml(url.trim()))?.[1] ?? '/'
    return path.startsWith(`${baseurl}/`) ? [path.slice(baseurl.length)] : []
  })
}

/** The files that may stand behind an address, the likeliest first. */
export function filesFor(address: string): string[] {
  const path = decodePath(address).replace(/^\//, '')
  if (path === '' || path.endsWith('/')) return [`${path}index.html`]
  return [path, `${path}.html`, `${path}/index.html`]
}

/** The address of a file as readers know it. */
export function addressOfFile(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`
}
