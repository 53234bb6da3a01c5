// Links to a place in a page, `#section`, that lead to no such place.

import type { Link } from '../body.ts'
import { type Diagnostic, placeInBody } from '../diagnostic.ts'
import { deadAnchor } from '../diagnostics/addresses.ts'
import type { Entry } from '../model.ts'
import { nearest } from '../text/nearest.ts'
import { baseName, decodePath, folderOf, joinPath } from '../text/url.ts'

/** Texts with the links in them that name a place; undefined of one that nobody has read. */
export type AnchorLinks = (entry: Entry) => readonly Link[] | undefined
/** The ids in the page of an entry; undefined where they are not known. */
export type IdsOf = (entry: Entry) => ReadonlySet<string> | undefined

/** Ids of the theme, which every page of ours has. */
const ownIds = new Set(['', 'top', 'content', 'comments'])

export function checkAnchors(entries: readonly Entry[], linksOf: AnchorLinks, idsOf: IdsOf, baseurl: string): Diagnostic[] {
  const bySource = new Map(entries.map(entry => [String(entry.source), entry]))
  const byAddress = new Map(entries.map(entry => [decodePath(entry.permalink), entry]))
  return entries.flatMap(entry =>
    (linksOf(entry) ?? []).flatMap(link => {
      const [path = '', id = ''] = split(link.url)
      const target = path === '' ? entry : targetOf(entry, path, { bySource, byAddress, baseurl })
      const ids = target && idsOf(target)
      if (ids === undefined || ownIds.has(id) || ids.has(id)) return []
      const place = placeInBody(entry, entry.body.split('\n'), link.line, link.url)
      return [deadAnchor(place, link.url, target === entry ? undefined : target?.source, nearest(id, ids))]
    }),
  )
}

/** True for a link that names a place in a page of the site. */
export function namesPlace({ url, kind }: Link): boolean {
  return kind === 'link' && url.includes('#') && !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url) && !url.includes('{')
}

// What stands behind `:~:` is a text to look for, not an id.
function split(url: string): [path: string, id: string] {
  const hash = url.indexOf('#')
  return [decodePath(url.slice(0, hash).replace(/\?.*$/, '')), decodePath(url.slice(hash + 1)).replace(/:~:.*$/, '')]
}

interface Places {
  readonly bySource: ReadonlyMap<string, Entry>
  readonly byAddress: ReadonlyMap<string, Entry>
  readonly baseurl: string
}

function targetOf(entry: Entry, path: string, { bySource, byAddress, baseurl }: Places): Entry | undefined {
  if (path.startsWith('/')) {
    const below = baseurl !== '' && path.startsWith(`${baseurl}/`) ? path.slice(baseurl.length) : path
    return byAddress.get(below) ?? byAddress.get(`${below}/`)
  }
  const beside = bySource.get(joinPath(folderOf(entry.source), path))
  if (beside !== undefined) return beside
  const address = `/${joinPath(folderOf(`${entry.permalink}x`), path)}`
  return (
    byAddress.get(address) ??
    byAddress.get(`${address}/`) ??
    (baseName(address) === 'index.html' ? byAddress.get(address.slice(0, -10)) : undefined)
  )
}
