// The collections of a Jekyll site: folders of documents beside the posts, each with settings of its own.

import type { DataMap } from '../model.ts'
import type { Config } from './config.ts'
import { isMap, textOf } from './readers.ts'

/** Names of the collections besides the posts, in the order of the configuration. */
export function collectionLabels({ collections }: Config): string[] {
  const labels = Array.isArray(collections) ? collections.flatMap(label => textOf(label) ?? []) : Object.keys(collections ?? {})
  return labels.filter(label => label !== 'posts')
}

/** What the configuration says about a collection. */
export function collectionSettings({ collections }: Config, label: string): DataMap {
  const settings = isMap(collections) ? collections[label] : undefined
  return isMap(settings) ? settings : {}
}

/** Whether the documents of a collection have pages of their own. */
export function hasPages(config: Config, label: string): boolean {
  return label === 'posts' || collectionSettings(config, label)['output'] === true
}

/** Names of the collections with `output: true`, besides the posts. */
export function collectionsWithPages(config: Config): string[] {
  return collectionLabels(config).filter(label => hasPages(config, label))
}

/** The pattern of a collection's addresses, in the style of the site unless it has its own. */
export function collectionPattern(config: Config, label: string, sitePattern: string): string {
  const own = textOf(collectionSettings(config, label)['permalink'] ?? null)
  if (own !== undefined) return own
  const isFolder = sitePattern === 'pretty' || sitePattern.endsWith('/')
  const isFile = ['date', 'ordinal', 'none'].includes(sitePattern) || sitePattern.endsWith(':output_ext')
  return `/:collection/:path${isFolder ? '/' : isFile ? ':output_ext' : ''}`
}

/** The pattern of addresses, of the posts where nothing is said of them alone. */
export function sitePattern({ permalink, shape }: Config): string {
  return permalink || (shape === 'jekyll' ? 'date' : 'pretty')
}

export function postsPattern(config: Config): string {
  return textOf(collectionSettings(config, 'posts')['permalink'] ?? null) ?? sitePattern(config)
}
