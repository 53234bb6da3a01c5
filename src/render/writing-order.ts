// When Jekyll writes each file of the author's: pages, files that are copied, posts and then the documents of collections (site.rb). Of two
// with one address that decides which is seen.

import type { Config } from '../config/config.ts'
import { writtenDocuments } from '../liquid/collections.ts'
import type { Site, SourcePath } from '../model.ts'

export function writingOrder(site: Site, config: Config): ReadonlyMap<SourcePath, number> {
  const pages = site.pages.filter(({ collection }) => collection === undefined)
  return new Map([...pages, ...site.files, ...writtenDocuments(site, config)].map(({ source }, index) => [source, index]))
}
