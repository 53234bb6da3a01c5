// jekyll-readme-index: the README of a folder is its index where it has no other.

import type { DataMap } from '../../model.ts'
import { folderOf, withSlash } from '../../text/url.ts'
import { at } from '../values.ts'

export interface Readme {
  readonly path: string
  /** The address that it has as the file or page that it is. */
  readonly url: string
  readonly hasFrontMatter: boolean
}

/** The address that a README gets; undefined where it stays what it is. `urls` are those of all pages and files. */
export function readmeIndex({ path, url, hasFrontMatter }: Readme, urls: Iterable<string>, config: DataMap): string | undefined {
  const setting = (key: string): unknown => at(config, 'readme_index', key)
  if (setting('enabled') === false || (hasFrontMatter && setting('with_frontmatter') !== true)) return undefined
  if (!isReadme(path)) return undefined
  const folder = withSlash(`${folderOf(url.replace(/\/$/, ''))}/`)
  for (const other of urls)
    if (other.startsWith(folder) && /^(?:index\.(?:html?|xhtml|xml))?$/i.test(other.slice(folder.length))) return undefined
  return folder
}

export function isReadme(path: string): boolean {
  return /(?:^|\/)readme\.(?:markdown|mkdown|mkdn|mkd|md)$/i.test(path)
}

/** Whether the file itself is left out of the site once there is a page of it. */
export function isReadmeRemoved(config: DataMap): boolean {
  return at(config, 'readme_index', 'remove_originals') === true
}
