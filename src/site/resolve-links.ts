// Where the links of a text lead: a relative one to a file beside the source leads to that file's address, one from the root gets the site's
// `baseurl` if the site has such a page, any other stays as the author wrote it.

import type { Link } from '../body.ts'
import type { Config } from '../config/config.ts'
import { type Diagnostic, type Place, placeInBody } from '../diagnostic.ts'
import { brokenLink } from '../diagnostics/addresses.ts'
import { missingImage } from '../diagnostics/advice.ts'
import { videoAsImage } from '../diagnostics/texts.ts'
import type { Entry, Site } from '../model.ts'
import { lazily } from '../text/lazily.ts'
import { nearest } from '../text/nearest.ts'
import { nameOfPage, pdfPageOf } from '../text/pdf-page.ts'
import { baseName, composed, decodePath, encodePath, folderOf, isAbsoluteUrl, joinPath } from '../text/url.ts'

/** Where everything of a site stands, by source path and by address, both decoded and composed. */
export interface Addresses {
  readonly bySource: ReadonlyMap<string, string>
  /** Addresses as they are, decoded. */
  readonly all: ReadonlyMap<string, string>
  /** Pictures of the pages of PDF files, by source path (`posts/lecture1.pdf#page=3`) and by address. */
  readonly slides: ReadonlyMap<string, string>
  readonly baseurl: string
  /** The folder that has the files of the address `/`: `posts/`, or nothing. */
  readonly folder: string
}

export function addressesOf(site: Site, generated: readonly string[], { baseurl, shape }: Config): Addresses {
  const made = [...site.posts, ...site.pages, ...site.files]
  return {
    bySource: new Map(made.map(({ source, permalink }) => [composed(source), permalink])),
    slides: slidesOf(site),
    all: new Map([...made.map(({ permalink }) => permalink), ...generated].map(decodePath).map(address => [composed(address), address])),
    baseurl,
    folder: shape === 'lectern' ? 'posts/' : '',
  }
}

// Few sites have any.
function slidesOf({ files }: Site): ReadonlyMap<string, string> {
  const drawn = files.flatMap(file => (file.shows === undefined ? [] : [[file.shows, file.permalink] as const]))
  if (drawn.length === 0) return new Map()
  const addresses = new Map<string, string>(files.map(({ source, permalink }) => [source, decodePath(permalink)]))
  const byAddress = drawn.map(([shows, address]) => [shows.replace(/^[^#]*/, path => addresses.get(path) ?? path), address] as const)
  return new Map([...drawn, ...byAddress])
}

/** The address of a link of `entry` as pages show it, with `baseurl` and the link's own query and fragment. */
export function resolveLink(entry: Entry, link: Link, addresses: () => Addresses): string {
  if (!isOfSite(entry, link)) return link.url
  return (link.kind === 'image' ? slideOf(entry, link.url, addresses()) : undefined) ?? resolve(entry, link.url, addresses()) ?? link.url
}

// An image of a page of a PDF file is a picture of it, where there is one.
function slideOf({ source }: Entry, url: string, { slides, baseurl }: Addresses): string | undefined {
  const page = slides.size === 0 ? undefined : pdfPageOf(url)
  if (page === undefined) return undefined
  const file = decodePath(page.file)
  const address = slides.get(nameOfPage({ ...page, file: file.startsWith('/') ? file : joinPath(folderOf(source), file) }))
  return address === undefined ? undefined : baseurl + address
}

/** True for a link that may lead to a file or page of the site. HTML that is no part of a Markdown text is left as it is. */
export function isOfSite({ format }: Entry, { url }: Link): boolean {
  return format === 'markdown' && url !== '' && !url.startsWith('#') && !/\{[{%]|%7B(?:%7B|%25)/.test(url) && !isAbsoluteUrl(url)
}

/** Links of `entry` to files that the site does not have. */
export function checkLinks(entry: Entry, links: readonly Link[], addresses: () => Addresses): Diagnostic[] {
  const lines = lazily(() => entry.body.split('\n'))
  const beside = lazily(() => filesBeside(entry, addresses()))
  return links
    .filter(link => isOfSite(entry, link) || (isImage(link) && isVideo(link.url)))
    .flatMap(link => {
      const isFound = resolve(entry, link.url, addresses()) !== undefined
      const place = () => placeOf(entry, lines(), link)
      if (isImage(link) && isVideo(link.url)) return [videoAsImage(place(), link.url)]
      if (!isFound && isFileName(link.url)) return [missing(entry, link, place(), beside(), addresses())]
      if (isThere(entry, link, addresses)) return []
      return [isImage(link) ? noImage(entry, link, place(), addresses()) : brokenLink(place(), link.url, undefined)]
    })
}

// Undefined where the link stays as it is.
function resolve(entry: Entry, url: string, { bySource, all, baseurl }: Addresses): string | undefined {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(url) ?? []
  const written = decodePath(path)
  if (path.startsWith('/')) {
    const below = baseurl !== '' && written.startsWith(`${baseurl}/`) ? written.slice(baseurl.length) : written
    const known = all.get(composed(below)) ?? all.get(composed(`${below}/`))
    if (known === undefined) return url
    if (isOtherwise(below, known)) return baseurl + encodePath(known) + rest
    return baseurl !== '' && below === written ? baseurl + path + rest : url
  }
  const beside = bySource.get(composed(joinPath(folderOf(entry.source), written)))
  if (beside !== undefined) return baseurl + beside + rest
  const from = fromPage(entry, written)
  const known = all.get(composed(from))
  if (known === undefined) return undefined
  return isOtherwise(from, known) ? baseurl + encodePath(known) + rest : url
}

// Accents of the address are composed in another way than the link has them, and servers take that for another name.
function isOtherwise(written: string, known: string): boolean {
  return known !== written && known !== `${written}/`
}

// Where a relative address leads, decoded.
function fromPage({ permalink }: Entry, path: string): string {
  return `/${joinPath(folderOf(`${decodePath(permalink)}x`), path)}`
}

// `about` or `?page=2` may lead anywhere; a name with the ending of a text or picture was meant to be a file of the site.
function isFileName(url: string): boolean {
  return /^[^?#:]+\.(?:md|markdown|png|jpe?g|gif|svg|webp|avif|pdf|ipynb|csv|zip)(?:[?#]|$)/i.test(url) && !url.startsWith('/')
}

// A file that plays, or the page of one.
function isVideo(url: string): boolean {
  return /\.(?:mp4|webm|mov|m4v|ogv|mp3|m4a|wav)(?:[?#]|$)|^https?:\/\/(?:www\.)?(?:youtube\.com\/watch|youtu\.be\/|vimeo\.com\/\d)/i.test(
    url,
  )
}

/** True for a link that leads to a file or page of the site, or out of the folder that the site stands in, where anything may be. */
export function isThere(entry: Entry, { url, kind }: Link, addresses: () => Addresses): boolean {
  if (resolve(entry, url, addresses()) !== undefined && !url.startsWith('/')) return true
  const { all, baseurl } = addresses()
  const path = decodePath(url.replace(/[?#].*/s, ''))
  if (path === '') return true
  const full = path.startsWith('/') ? path : baseurl + fromPage(entry, path)
  const isBelow = full.startsWith(`${baseurl}/`)
  // An image from the root is one of the site; a page may be another site's on the same host.
  if (baseurl !== '' && !isBelow && kind !== 'image') return true
  const below = (isBelow ? full.slice(baseurl.length) : full).replace(/\/index\.html$/, '/')
  return [below, `${below}/`, `${below}.html`].some(candidate => all.has(composed(candidate)))
}

function filesBeside({ source }: Entry, { bySource }: Addresses): readonly string[] {
  const folder = folderOf(source)
  return [...bySource.keys()]
    .filter(other => folderOf(other) === folder || other.startsWith(`${folder}/`))
    .map(other => other.slice(folder === '' ? 0 : folder.length + 1))
}

// Where a file would have to lie, below the site's folder, for an address to lead to it.
function fileOf(entry: Entry, url: string, { baseurl, folder }: Addresses): string {
  const path = decodePath(url.replace(/[?#].*/s, ''))
  if (!path.startsWith('/')) return folder === '' ? fromPage(entry, path).slice(1) : joinPath(folderOf(entry.source), path)
  return joinPath(folder, path.startsWith(`${baseurl}/`) ? path.slice(baseurl.length) : path)
}

// An author may have written it with blanks, or with a part of it made by Liquid.
function placeOf(entry: Entry, lines: readonly string[], { url, line }: Link): Place {
  return placeInBody(entry, lines, line, url, decodePath(url), baseName(url))
}

function missing(entry: Entry, link: Link, place: Place, beside: readonly string[], addresses: Addresses): Diagnostic {
  const near = nearest(decodePath(link.url), beside)
  if (isImage(link) && near === undefined) return noImage(entry, link, place, addresses)
  return { ...brokenLink(place, link.url, near), ...(isSurelyDead(entry, link.url) ? { severity: 'error' } : {}) }
}

function noImage(entry: Entry, { url }: Link, place: Place, addresses: Addresses): Diagnostic {
  return missingImage(place, url, fileOf(entry, url, addresses))
}

function isImage({ kind }: Link): boolean {
  return kind === 'image'
}

// Readers would be led to a file that no site has. In a Jekyll site such a link is left as it is, as Jekyll leaves it.
function isSurelyDead({ source }: Entry, url: string): boolean {
  return source.startsWith('posts/') && /^[^?#]+\.(?:md|markdown)(?:[?#]|$)/i.test(url)
}
