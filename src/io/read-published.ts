// A site that was built before, read from its folder or from its saved sitemap.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export type OldSite = { readonly kind: 'folder'; readonly files: Iterable<OldFile> } | { readonly kind: 'sitemap'; readonly text: string }

export interface OldFile {
  /** Below the folder. */
  readonly path: string
  /** Of pages and feeds. */
  readonly content: string | undefined
}

/** Undefined if there is neither a folder nor a file at `place`. */
export function readOldSite(place: string): OldSite | undefined {
  if (!existsSync(place)) return undefined
  return statSync(place).isDirectory() ? { kind: 'folder', files: filesIn(place) } : { kind: 'sitemap', text: readFileSync(place, 'utf8') }
}

function* filesIn(folder: string): Generator<OldFile> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })) {
    if (!entry.isFile()) continue
    const place = join(entry.parentPath, entry.name)
    const path = place.slice(folder.length + 1).replaceAll('\\', '/')
    if (!/(?:^|\/)\./.test(path)) yield { path, content: /\.(?:html|xml|atom)$/.test(path) ? readFileSync(place, 'utf8') : undefined }
  }
}
