// The documents of each collection in the order in which they follow each other.

import { collectionLabels, collectionSettings } from '../config/collections.ts'
import type { Config } from '../config/config.ts'
import type { DataMap, Entry, Site, StandalonePage } from '../model.ts'
import { compareTexts } from '../text/compare.ts'
import { toText } from './values/text.ts'

export interface Collection {
  readonly label: string
  /** In the order in which they follow each other. */
  readonly documents: readonly Entry[]
}

/** All collections, the posts first, as Jekyll has them whatever the configuration says (configuration.rb, `add_default_collections`). */
export function collectionsOf(site: Site, config: Config): readonly Collection[] {
  const documents = [...site.pages, ...site.unwritten]
  const others = collectionLabels(config).map(label => ({
    label,
    documents: inOrder(
      documents.filter(page => page.collection === label),
      collectionSettings(config, label),
    ),
  }))
  return [{ label: 'posts', documents: site.posts.toReversed() }, ...others]
}

/** The documents of all collections that are written, in the order in which Jekyll writes them. */
export function writtenDocuments(site: Site, config: Config): readonly Entry[] {
  const written = new Set<Entry>([...site.posts, ...site.pages])
  return collectionsOf(site, config).flatMap(({ documents }) => documents.filter(entry => written.has(entry)))
}

// `order` names files, `sort_by` a key of the front matter; else those with a date come first (collection.rb).
function inOrder(documents: readonly StandalonePage[], { order, sort_by }: DataMap): readonly StandalonePage[] {
  const byDate = documents.toSorted((one, other) => compareDates(one, other) || compareTexts(one.source, other.source))
  if (Array.isArray(order)) {
    const places = order.map(String)
    const placeOf = (page: StandalonePage): number => {
      const place = places.findIndex(name => page.source.endsWith(`/${name}`))
      return place < 0 ? places.length : place
    }
    return byDate.toSorted((one, other) => placeOf(one) - placeOf(other))
  }
  if (typeof sort_by !== 'string') return byDate
  const keyOf = (page: StandalonePage): unknown => page.data[sort_by] ?? (sort_by === 'title' ? page.title : undefined)
  return byDate.toSorted((one, other) => compareValues(keyOf(one), keyOf(other)))
}

// Where one has no date, the two go by their names.
function compareDates({ date: one }: StandalonePage, { date: other }: StandalonePage): number {
  return one === undefined || other === undefined ? 0 : one.epoch - other.epoch
}

function compareValues(one: unknown, other: unknown): number {
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined)
  return typeof one === 'number' && typeof other === 'number' ? one - other : compareTexts(toText(one), toText(other))
}

export interface Neighbours {
  readonly previous: Entry | undefined
  readonly next: Entry | undefined
}

/** Who stands before and after a document in its collection. */
export function neighboursIn(collections: readonly Collection[]): ReadonlyMap<Entry, Neighbours> {
  return new Map(
    collections.flatMap(({ documents }) =>
      documents.map((entry, index) => [entry, { previous: documents[index - 1], next: documents[index + 1] }] as const),
    ),
  )
}
