// Addresses of posts and pages: Jekyll's styles and placeholders (drops/url_drop.rb, url.rb, document.rb).

import type { Checked, Place } from '../diagnostic.ts'
import { badPermalink, pathTooLong, permalinkOutside } from '../diagnostics/addresses.ts'
import { type OutputPath, outputPath, type Permalink, permalink } from '../model.ts'
import type { Moment } from '../text/dates.ts'
import { nearest } from '../text/nearest.ts'
import { ownValue } from '../text/own-value.ts'
import { slugify, slugifyCased } from '../text/slug.ts'
import { strftime } from '../text/strftime.ts'
import { decodePath, encodePath, extensionOf, tooLongFor } from '../text/url.ts'

export interface Address {
  readonly permalink: Permalink
  /** Where it was written otherwise: Jekyll encodes what placeholders stand for, and nothing else. */
  readonly writtenPermalink?: string
  readonly output: OutputPath
}

const styles: Record<string, string> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
}

/** What the placeholders of a post's permalink stand for. */
export interface PostName {
  readonly date: Moment
  /** The slug of the front matter if it has one, else the file name's. */
  readonly slug: string
  /** Date and all, without extension. */
  readonly fileName: string
  /** The path below `_posts`, without extension. */
  readonly path: string
  readonly categories: readonly string[]
  /** `posts`, or the collection that the file is part of. */
  readonly collection: string
}

const dateFormats: Record<string, string> = {
  year: '%Y',
  short_year: '%y',
  month: '%m',
  i_month: '%-m',
  short_month: '%b',
  long_month: '%B',
  day: '%d',
  i_day: '%-d',
  y_day: '%j',
  w_year: '%G',
  week: '%V',
  w_day: '%u',
  short_day: '%a',
  long_day: '%A',
  hour: '%H',
  minute: '%M',
  second: '%S',
}

const names: Record<string, (post: PostName, extension: string) => string> = {
  title: post => slugifyCased(post.slug, 'pretty'),
  slug: post => slugify(post.slug),
  name: post => slugify(post.fileName),
  path: post => post.path,
  collection: post => post.collection,
  categories: post => [...new Set(post.categories.map(name => name.toLowerCase()))].join('/'),
  slugified_categories: post => [...new Set(post.categories.map(name => slugify(name)))].join('/'),
  output_ext: (_, extension) => extension,
}

export const placeholders: readonly string[] = [...Object.keys(dateFormats), ...Object.keys(names)]

/** Which address is asked for: the site's pattern, or the permalink of the front matter, in which a style's name is only a word, as in Jekyll. */
export interface WantedAddress {
  readonly sitePattern: string
  readonly own: string | undefined
  readonly place: Place
  /** The ending of the file that is made: `.html` of Markdown, `.css` of Sass, else that of the source. */
  readonly extension: string
}

/** The address of a post, or of a document of another collection. */
export function postAddress(post: PostName, { sitePattern, own, place, extension: made }: WantedAddress): Checked<Address> {
  const pattern = own ?? ownValue(styles, sitePattern) ?? sitePattern
  const extension = own === undefined ? made : ownExtension(own, made)
  let unknown: string | undefined
  const url = pattern.replace(/:([a-z_]+)/g, (whole, written: string) => {
    const name = written.endsWith('_') && !isPlaceholder(written) ? written.slice(0, -1) : written
    if (!isPlaceholder(name)) unknown ??= name
    return encodePath(fillPlaceholder(name, post, extension)) + whole.slice(name.length + 1)
  })
  const address = addressOf(url, url.endsWith('/') ? '.html' : extension, place)
  if (unknown === undefined) return address
  return { value: address.value, diagnostics: [badPermalink(place, pattern, unknown, nearest(unknown, placeholders))] }
}

function isPlaceholder(name: string): boolean {
  return Object.hasOwn(dateFormats, name) || Object.hasOwn(names, name)
}

function fillPlaceholder(name: string, post: PostName, extension: string): string {
  const format = ownValue(dateFormats, name)
  return format === undefined ? (ownValue(names, name)?.(post, extension) ?? '') : strftime(post.date, format)
}

// Jekyll takes a dot in the last part of an own permalink for the extension, so `/v1.0` is written to a file called that.
function ownExtension(own: string, made: string): string {
  return own.endsWith('/') ? made : extensionOf(own) || made
}

/** The address of a page: its own permalink, or its place in the folder in the style that the site's pattern implies (page.rb). */
export function pageAddress(folder: string, name: string, { sitePattern, own, place, extension }: WantedAddress): Checked<Address> {
  const folderPart = folder === '' ? '' : `${folder}/`
  if (own !== undefined) {
    const filled = own
      .replaceAll(':path', encodePath(folder))
      .replaceAll(':basename', encodePath(name))
      .replaceAll(':output_ext', ownExtension(own, extension))
    return addressOf(filled, ownExtension(own, extension), place)
  }
  if (!isHtmlEnding(extension)) return addressOf(encodePath(`/${folderPart}${name}${extension}`), extension, place)
  if (name === 'index') return addressOf(encodePath(`/${folderPart}`), extension, place)
  return addressOf(encodePath(`/${folderPart}${name}`) + pageSuffix(sitePattern, extension), extension, place)
}

/** What Jekyll takes for a page that is looked at (page.rb, HTML_EXTENSIONS). */
function isHtmlEnding(extension: string): boolean {
  return ['.html', '.xhtml', '.htm'].includes(extension)
}

function pageSuffix(pattern: string, extension: string): string {
  if (pattern === 'pretty' || pattern.endsWith('/')) return '/'
  return ['date', 'ordinal', 'none'].includes(pattern) || pattern.endsWith(':output_ext') ? extension : ''
}

/** Makes an address and its file name safe. A climb out of the site is an error, although it could not get anywhere. */
export function addressOf(url: string, extension: string, place: Place): Checked<Address> {
  const decoded = decodePath(url)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is to be found
  const climbs = /(?:^|[/\\])\.\.(?:[/\\]|$)|[\u0000-\u001f\u007f]|^[a-z]:\\/i.test(decoded)
  const link = permalink(encodeUnsafe(url))
  const asWritten: string = permalink(url)
  const file = outputPath(fileOf(decodePath(link), extension))
  const tooLong = tooLongFor(file)
  const diagnostics = climbs ? [permalinkOutside(place, url)] : tooLong === undefined ? [] : [pathTooLong(place, tooLong)]
  return { value: { permalink: link, ...(asWritten !== link && { writtenPermalink: asWritten }), output: file }, diagnostics }
}

// A literal pattern may hold characters that a URL must not; what is already encoded stays.
function encodeUnsafe(url: string): string {
  return url.replace(/[^\x21\x24-\x3b=\x40-\x5a\x5f\x61-\x7a~%]/gu, char => encodePath(char))
}

function fileOf(decoded: string, extension: string): string {
  if (decoded.endsWith('/')) return `${decoded}index${extension}`
  return decoded.endsWith(extension) ? decoded : decoded + extension
}
