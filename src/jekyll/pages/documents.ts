// The documents that jekyll-paginate-v2 lists: those of each collection in the order in which Jekyll has read them.

import { collectionLabels } from '../../config/collections.ts'
import type { Config } from '../../config/config.ts'
import type { Entry, Site, StandalonePage } from '../../model.ts'
import { compareTexts } from '../../text/compare.ts'

/** By the names of the collections, the posts first. One that is a list itself is in none. */
export function listedDocuments({ posts, pages, unwritten }: Site, config: Config): ReadonlyMap<string, readonly Entry[]> {
  const documents = [...pages, ...unwritten].toSorted(compareDocuments)
  const all: readonly (readonly [string, readonly Entry[]])[] = [
    ['posts', posts.toReversed()],
    ...collectionLabels(config).map(label => [label, documents.filter(({ collection }) => collection === label)] as const),
  ]
  return new Map(all.map(([label, entries]) => [label, entries.filter(({ data }) => !('pagination' in data))]))
}

// Where one has no date, the two go by their names (document.rb).
function compareDocuments({ date: one, source }: StandalonePage, { date: other, source: otherSource }: StandalonePage): number {
  const byDate = one === undefined || other === undefined ? 0 : one.epoch - other.epoch
  return byDate || compareTexts(source, otherSource)
}
