// An old site laid beside a new one: what readers had and would lose.

import type { Diagnostic } from '../diagnostic.ts'
import { lostAddress, lostAnchor, lostFeedId, lostFile } from '../diagnostics/moving.ts'
import { type Entry, outputPath } from '../model.ts'
import { nearest } from '../text/nearest.ts'
import { baseName, extensionOf } from '../text/url.ts'
import { addressOfFile, type Published } from './published.ts'

export interface Lost {
  /** The address that is gone. */
  readonly address: string
  /** The post or page that it most likely became. */
  readonly became: Entry | undefined
}

export interface Comparison {
  /** Pages only: no redirect can stand for a picture or a table. */
  readonly lost: readonly Lost[]
  readonly diagnostics: readonly Diagnostic[]
}

// Part of the old theme, not of what the author wrote.
const themeFile = /\.(?:css|js|map|woff2?|ttf|eot|scss|webmanifest)$|(?:^|\/)(?:sw\.js|search\.json|404\.html)$/

/** `entries` are those of the new site, to find what an address became. */
export function compareSites(old: Published, now: Published, entries: readonly Entry[]): Comparison {
  const gone = [...old.files].filter(file => !now.files.has(file) && !themeFile.test(file)).sort()
  const pages = gone.filter(isPage)
  const files = gone.filter(file => !isPage(file)).map(file => lostFile(addressOfFile(file), movedTo(file, now.files)))
  const lost = pages.map(file => ({ address: addressOfFile(file), became: whatBecameOf(file, entries) }))
  const anchors = [...old.anchors].flatMap(([file, ids]) => lostAnchors(file, ids, now))
  const feeds = [...old.feedIds].filter(id => !now.feedIds.has(id)).map(lostFeedId)
  return { lost, diagnostics: [...lost.map(({ address, became }) => lostAddress(address, became?.source)), ...files, ...anchors, ...feeds] }
}

// A sitemap names pages without an ending.
function isPage(file: string): boolean {
  return ['.html', '.htm', ''].includes(extensionOf(file).toLowerCase())
}

function movedTo(file: string, files: ReadonlySet<string>): string | undefined {
  const found = [...files].find(other => baseName(other) === baseName(file))
  return found === undefined ? undefined : addressOfFile(found)
}

function lostAnchors(file: string, ids: ReadonlySet<string>, now: Published): Diagnostic[] {
  const kept = now.anchors.get(file)
  if (kept === undefined) return []
  return [...ids].filter(id => id !== '' && !kept.has(id)).map(id => lostAnchor(addressOfFile(file), id, nearest(id, kept)))
}

// The post of the same name, or of one that is nearly the same.
function whatBecameOf(file: string, entries: readonly Entry[]): Entry | undefined {
  const name = nameOf(file)
  if (name === '') return undefined
  const byName = new Map(entries.map(entry => [nameOf(entry.output), entry]))
  const near = byName.get(name) ?? byName.get(nearest(name, byName.keys()) ?? '')
  return near && outputPath(file) !== near.output ? near : undefined
}

function nameOf(file: string): string {
  return (
    file
      .replace(/(?:\/?index)?\.html$/, '')
      .split('/')
      .at(-1)
      ?.toLowerCase()
      .replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '') ?? ''
  )
}
