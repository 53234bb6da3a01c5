// A site that was built before, read from its folder or from its saved sitemap.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { filesFor, type Published, readPublished, sitemapPaths } from '../migration/published.ts'

/** Undefined if there is neither a folder nor a file at `place`. */
export function readPublishedSite(place: string, baseurl: string): Published | undefined {
  if (!existsSync(place)) return undefined
  if (statSync(place).isDirectory()) return readPublished(filesIn(place))
  const files = sitemapPaths(readFileSync(place, 'utf8'), baseurl).map(address => filesFor(address)[0] ?? '')
  return { files: new Set(files), anchors: new Map(), feedIds: new Set() }
}

function* filesIn(folder: string): Generator<{ path: string; content: string | undefined }> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })) {
    if (!entry.isFile()) continue
    const place = join(entry.parentPath, entry.name)
    const path = place.slice(folder.length + 1).replaceAll('\\', '/')
    if (!/(?:^|\/)\./.test(path)) yield { path, content: /\.(?:html|xml|atom)$/.test(path) ? readFileSync(place, 'utf8') : undefined }
  }
}
