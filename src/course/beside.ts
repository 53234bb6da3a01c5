// Files that a lecture names: its slides, its recording.

import type { Entry } from '../model.ts'
import { decodePath, folderOf, isAbsoluteUrl, joinPath } from '../text/url.ts'

/** The path below the site's folder of a file that an address means beside a text; undefined for an address in full, or from the root. */
export function fileBeside({ source }: Pick<Entry, 'source'>, address: string): string | undefined {
  if (address === '' || isAbsoluteUrl(address) || address.startsWith('/')) return undefined
  return joinPath(folderOf(source), decodePath(address.replace(/[?#].*$/s, '')))
}
