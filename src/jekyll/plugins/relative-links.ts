// jekyll-relative-links: a link to the file of a page leads to the page.

import type { DataMap } from '../../model.ts'
import { meansFile } from '../../text/glob.ts'
import { decodePath, folderOf, isAbsoluteUrl, joinPath } from '../../text/url.ts'
import { at, printed, relativeUrl } from '../values.ts'

const title = String.raw`(\s+"(?:\\"|[^"])*(?<!\\)"|\s+'(?:\\'|[^'])*(?<!\\)')?`
const inline = new RegExp(String.raw`\[(.*?)\]\(([^)]+?)(#.+?|)?${title}\)`, 'g')
const reference = new RegExp(String.raw`^(\s*?)\[(.*?)\]: (.+?)(#.+?|)?${title}\s*?$`, 'gm')

/** `body` is the Markdown of the file at `path`; `urlOf` gives the address of a file of the site by its path. */
export function relativeLinks(body: string, path: string, urlOf: (path: string) => string | undefined, config: DataMap): string {
  const target = (written: string): string | undefined => {
    if (written.startsWith('#') || isAbsoluteUrl(written)) return undefined
    const place = decodePath(written.replaceAll('+', ' '))
    const url = urlOf(place.startsWith('/') ? joinPath(place) : joinPath(folderOf(path), place))
    return url === undefined ? undefined : relativeUrl(url, config)
  }
  return body
    .replace(inline, (whole, text: string, link: string, fragment = '', title = '') => {
      const url = target(link)
      return url === undefined ? whole : `[${text}](${url}${fragment}${title})`
    })
    .replace(reference, (whole, _space: string, text: string, link: string, fragment = '', title = '') => {
      const url = target(link)
      return url === undefined ? whole : `\n[${text}]: ${url}${fragment}${title}`
    })
}

/** Whether the links of a Markdown file are changed. */
export function hasRelativeLinks(path: string, isDocument: boolean, config: DataMap): boolean {
  const setting = (key: string) => at(config, 'relative_links', key)
  if (setting('enabled') === false || (isDocument && setting('collections') !== true)) return false
  return ![setting('exclude')].flat().some(pattern => pattern !== null && meansFile(printed(pattern as string), path))
}
