// Finished pages, with all that templates have put around the texts: links to pages and files that the site does not have. A template that is wrong
// is wrong on every page, which is told once.

import type { Diagnostic } from '../diagnostic.ts'
import { deadLinkOnPages } from '../diagnostics/addresses.ts'
import { addressOfFile, filesFor } from '../migration/published.ts'
import { attributeOf, placesOf, tagsIn } from '../text/tags.ts'
import { decodePath } from '../text/url.ts'

export interface CheckedPage {
  /** Path below the output folder, decoded. */
  readonly path: string
  /** What a link may lead to in it. */
  readonly places: ReadonlySet<string>
  /** Addresses of links, pictures and scripts, as they stand in it. */
  readonly addresses: readonly string[]
}

export function readPage(path: string, html: string): CheckedPage {
  const places = new Set<string>()
  const addresses = new Set<string>()
  for (const tag of tagsIn(html)) {
    for (const place of placesOf(tag)) places.add(place)
    const address = attributeOf(tag, tag.name === 'a' || tag.name === 'link' ? 'href' : 'src')
    if (address !== undefined && !(tag.name === 'link' && /\bpreconnect|dns-prefetch\b/.test(attributeOf(tag, 'rel') ?? '')))
      addresses.add(address)
  }
  return { path, places, addresses: [...addresses] }
}

/** `told` are addresses that have been complained about where an author wrote them. */
export function checkPages(
  pages: readonly CheckedPage[],
  files: ReadonlySet<string>,
  baseurl: string,
  told: ReadonlySet<string>,
): Diagnostic[] {
  const found = new Map<string, string[]>()
  for (const page of pages) {
    for (const address of page.addresses) {
      if (told.has(address) || !isDead(address, page.path, files, baseurl)) continue
      found.set(address, [...(found.get(address) ?? []), page.path])
    }
  }
  return [...found].map(([address, on]) => deadLinkOnPages(address, addressOfFile(on[0] ?? ''), on.length))
}

// What leads out of the site's folder may be there all the same.
function isDead(address: string, page: string, files: ReadonlySet<string>, baseurl: string): boolean {
  const path = address.replace(/[?#].*$/s, '')
  if (path === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path) || path.includes('{')) return false
  const full = decodePath(new URL(path, `https://site.invalid${baseurl}${encodeURI(addressOfFile(page))}`).pathname)
  if (full !== baseurl && !full.startsWith(`${baseurl}/`)) return false
  const below = full.slice(baseurl.length)
  return !/^\/(?:pagefind|assets\/scaled)\//.test(below) && !filesFor(encodeURI(below)).some(file => files.has(file))
}
