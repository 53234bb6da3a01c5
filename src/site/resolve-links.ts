// Links of a rendered body, put in place: a relative one to a file beside the source leads to that file's address,
// one from the root gets the site's `baseurl` if the site has such a page, any other stays as the author wrote it.

import { type Checked, type Diagnostic, placeInBody } from '../diagnostic.ts'
import { brokenLink, missingImage } from '../diagnostics.ts'
import type { Entry, PendingLink, Rendered, Site } from '../model.ts'
import { escapeHtml } from '../text/escape.ts'
import { nearest } from '../text/nearest.ts'
import { baseName, decodePath, folderOf, joinPath } from '../text/url.ts'

/** Where everything of a site stands, by source path and by address. */
export interface Addresses {
  readonly bySource: ReadonlyMap<string, string>
  readonly all: ReadonlySet<string>
  readonly baseurl: string
}

export function addressesOf(site: Site, generated: readonly string[], baseurl: string): Addresses {
  const made = [...site.posts, ...site.pages, ...site.files]
  return {
    bySource: new Map(made.map(({ source, permalink }) => [source, permalink])),
    all: new Set([...made.map(({ permalink }) => decodePath(permalink)), ...generated.map(decodePath)]),
    baseurl,
  }
}

export function resolveLinks(entry: Entry, rendered: Rendered, addressesOfSite: () => Addresses): Checked<Rendered> {
  if (rendered.links.length === 0) return { value: rendered, diagnostics: [] }
  const addresses = addressesOfSite()
  const diagnostics: Diagnostic[] = []
  const targets = rendered.links.map(link => {
    const target = resolve(entry, link.url, addresses)
    if (target === undefined && isFileName(link.url)) diagnostics.push(missing(entry, link, addresses))
    else if (link.isImage && isMissing(link.url, addresses))
      diagnostics.push(missingImage(placeInBody(entry, link.line, baseName(link.url)), link.url))
    return target ?? link.url
  })
  const fill = (html: string): string => html.replace(placeholder, (_, index: string) => escapeHtml(targets[Number(index)] ?? ''))
  return {
    value: { ...rendered, html: fill(rendered.html), excerptHtml: fill(rendered.excerptHtml), links: [] },
    diagnostics,
  }
}

// No text holds a NUL once it is read, so it can mark a place.
const placeholder = /\0(\d+)\0/g

// The address in full, with `baseurl` and the link's own query and fragment; undefined where the link stays as it is.
function resolve(entry: Entry, url: string, { bySource, all, baseurl }: Addresses): string | undefined {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? []
  const decoded = decodePath(path)
  if (path.startsWith('/')) {
    const known = all.has(decoded) || all.has(`${decoded}/`)
    return known && baseurl !== '' && !decoded.startsWith(`${baseurl}/`) ? baseurl + path + rest : url
  }
  const beside = bySource.get(joinPath(folderOf(entry.source), decoded))
  if (beside !== undefined) return baseurl + beside + rest
  return all.has(`/${joinPath(folderOf(`${entry.permalink}x`), decoded)}`) ? url : undefined
}

// `about` or `?page=2` may lead anywhere; a name with the ending of a text or picture was meant to be a file of the site.
function isFileName(url: string): boolean {
  return /^[^?#:]+\.(?:md|markdown|png|jpe?g|gif|svg|webp|avif|pdf|ipynb|csv|zip)(?:[?#]|$)/i.test(url) && !url.startsWith('/')
}

// An image whose address begins at the root can only be a file or a page of the site.
function isMissing(url: string, { all, baseurl }: Addresses): boolean {
  const decoded = decodePath(url.replace(/[?#].*/s, ''))
  const below = baseurl !== '' && decoded.startsWith(`${baseurl}/`) ? decoded.slice(baseurl.length) : decoded
  return url.startsWith('/') && !all.has(below)
}

function missing(entry: Entry, { url, line, isImage }: PendingLink, { bySource }: Addresses): Diagnostic {
  const folder = folderOf(entry.source)
  const beside = [...bySource.keys()]
    .filter(source => folderOf(source) === folder || source.startsWith(`${folder}/`))
    .map(source => source.slice(folder === '' ? 0 : folder.length + 1))
  const near = nearest(decodePath(url), beside)
  const place = placeInBody(entry, line, baseName(url))
  return isImage && near === undefined ? missingImage(place, url) : brokenLink(place, url, near)
}
