// When Jekyll writes each file of the author's: pages, files that are copied, posts and then the documents of collections (site.rb). Of two
// with one address that decides which is seen.

import type { Config } from '../config/config.ts'
import { collectionsOf } from '../liquid/collections.ts'
import type { Entry, Site, SourcePath } from '../model.ts'

export function writingOrder(site: Site, config: Config): ReadonlyMap<SourcePath, number> {
  const documents = collectionsOf(site, config).flatMap(collection => collection.documents)
  const isWritten = new Set<Entry>([...site.posts, ...site.pages])
  const pages = site.pages.filter(({ collection }) => collection === undefined)
  return new Map([...pages, ...site.files, ...documents.filter(entry => isWritten.has(entry))].map(({ source }, index) => [source, index]))
}
