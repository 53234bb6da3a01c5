// The collections of a Jekyll site whose files have pages of their own.

import type { Config } from './config.ts'
import { isMap, textOf } from './readers.ts'

/** Names of the collections with `output: true`, besides the posts. */
export function collectionsWithPages({ collections }: Config): string[] {
  if (!isMap(collections)) return []
  return Object.entries(collections).flatMap(([label, settings]) =>
    label !== 'posts' && isMap(settings) && settings['output'] === true ? [label] : [],
  )
}

/** The pattern of a collection's addresses, in the style of the site unless it has its own. */
export function collectionPattern({ collections }: Config, label: string, sitePattern: string): string {
  const settings = isMap(collections) ? collections[label] : undefined
  const own = isMap(settings) ? textOf(settings['permalink'] ?? null) : undefined
  if (own !== undefined) return own
  const isFolder = sitePattern === 'pretty' || sitePattern.endsWith('/')
  const isFile = ['date', 'ordinal', 'none'].includes(sitePattern) || sitePattern.endsWith(':output_ext')
  return `/:collection/:path${isFolder ? '/' : isFile ? ':output_ext' : ''}`
}
