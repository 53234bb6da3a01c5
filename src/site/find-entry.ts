// The text of a site that has an address, as a page of another shows it.

import type { Config } from '../config/config.ts'
import type { Entry, Site } from '../model.ts'
import { decodePath, folderOf, isAbsoluteUrl, joinPath } from '../text/url.ts'

/** `address` with `baseurl`, in full, or relative to the page of `from`. */
export type FindEntry = (address: string, from: Entry) => Entry | undefined

export function entryFinder({ posts, pages }: Pick<Site, 'posts' | 'pages'>, { url, baseurl }: Pick<Config, 'url' | 'baseurl'>): FindEntry {
  const byAddress = new Map([...posts, ...pages].map(entry => [decodePath(entry.permalink), entry]))
  return (address, from) => {
    const own = url !== '' && address.startsWith(`${url}/`) ? address.slice(url.length) : address
    const path = decodePath(own.replace(/[?#].*/s, ''))
    if (path === '' || isAbsoluteUrl(path)) return undefined
    if (baseurl !== '' && path.startsWith('/') && !path.startsWith(`${baseurl}/`)) return undefined
    const below = path.startsWith('/') ? path.slice(baseurl.length) : beside(path, from)
    return byAddress.get(below) ?? byAddress.get(`${below}/`) ?? byAddress.get(below.replace(/(?:^|(?<=\/))index\.html$/, ''))
  }
}

// A slash at the end of a relative address stays one.
function beside(path: string, { permalink }: Entry): string {
  return `/${joinPath(folderOf(`${decodePath(permalink)}x`), path)}${path.endsWith('/') ? '/' : ''}`
}
