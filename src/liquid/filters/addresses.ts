// Filters for addresses, normalised as Ruby's Addressable does it for Jekyll.

import { type Config, writtenAddress } from '../../config/config.ts'
import { decodePath, withSlash } from '../../text/url.ts'
import type { Filter } from '../nouns.ts'
import type { LiquidSite } from '../site.ts'
import { isNil } from '../values/kinds.ts'
import { field } from '../values/property.ts'
import { toText } from '../values/text.ts'

export const addressFilters: Readonly<Record<string, Filter>> = {
  relative_url: remembering('relative', (address, { config }) => relativeUrl(address, addressIn(config).baseurl)),
  absolute_url: remembering('absolute', absoluteUrl),
  strip_index: (_, input) => (isNil(input) ? undefined : toText(input).replace(/\/index\.html?$/m, '/')),
}

function remembering(kind: string, make: (address: string, site: LiquidSite) => string): Filter {
  return ({ engine: { addresses, site } }, input) => {
    if (isNil(input)) return undefined
    const address = addressOf(input)
    const key = `${kind} ${address}`
    const known = addresses.get(key) ?? make(address, site)
    addresses.set(key, known)
    return known
  }
}

// A page is taken for its address.
function addressOf(input: unknown): string {
  return toText(field(input, 'url') ?? input)
}

export function relativeUrl(address: string, baseurl: string): string {
  if (hasScheme(address)) return address
  return normalizedUrl(withSlash(baseurl.replace(/\/$/, '')) + withSlash(address))
}

function absoluteUrl(address: string, { config }: LiquidSite): string {
  if (hasScheme(address)) return address
  const { url, baseurl } = addressIn(config)
  const relative = relativeUrl(address, baseurl)
  return url === '' ? relative : normalizedUrl(url + relative)
}

// To a Jekyll site as its files say it: a slash at the end of `url` stands twice.
function addressIn(config: Config): { readonly url: string; readonly baseurl: string } {
  if (config.shape !== 'jekyll') return config
  const { url, baseurl } = writtenAddress(config)
  return { url: toText(url), baseurl: toText(baseurl) }
}

function hasScheme(address: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(address)
}

/** The same address with all that needs it percent-encoded, the host in lower case and no `.` or `..` in its path. */
function normalizedUrl(url: string): string {
  const [, scheme = '', host = '', path = '', query = '', fragment = ''] =
    /^([a-z][a-z0-9+.-]*:)?(\/\/[^/?#]*)?([^?#]*)(\?[^#]*)?(#.*)?$/is.exec(url) ?? []
  const segments = path
    .trim()
    .split('/')
    .map(segment => normalized(segment, /[^\w.~!$&'()*+,;=:@-]+/gu))
  return [
    scheme.toLowerCase(),
    host.toLowerCase(),
    withoutDots(segments.join('/')) || (host === '' ? '' : '/'),
    query.replace(/[^\w.~!$&'()*+,;=:@/?%-]+/gu, encodeURIComponent),
    normalized(fragment.slice(1), /[^\w.~!$&'()*+,;=:@/?-]+/gu).replace(/^(?=.)/, '#') || fragment,
  ].join('')
}

/** Decoded, in Unicode's composed form, and encoded again where `unsafe` says so. */
export function normalized(text: string, unsafe: RegExp): string {
  return decodePath(text).normalize('NFKC').toWellFormed().replace(unsafe, encodeURIComponent)
}

function withoutDots(path: string): string {
  if (!/(?:^|\/)\.{1,2}(?:\/|$)/.test(path)) return path
  const kept: string[] = []
  const parts = path.split('/')
  for (const [index, part] of parts.entries()) {
    if (part === '..') kept.splice(Math.max(1, kept.length - 1))
    else if (part !== '.') kept.push(part)
    if ((part === '..' || part === '.') && index === parts.length - 1) kept.push('')
  }
  return kept.join('/')
}
