// Feeds as readers take them: Atom, RSS and JSON Feed. Ours are right by themselves; one that an author wrote, or whose entries have addresses of
// their own, may not be.

import type { Diagnostic, Place } from '../diagnostic.ts'
import { badFeedDate, brokenFeed, deadFeedLink, lacksInFeed, relativeInFeed, sameFeedId } from '../diagnostics/feeds.ts'
import { addressOfFile, filesFor } from '../migration/published.ts'
import type { SourcePath } from '../model.ts'
import { attributeOf, tagsIn } from '../text/tags.ts'
import { type FeedEntry, type ReadFeed, readFeed } from './read-feed.ts'

/** A file of the output that is, or may be, a feed. */
export interface FeedFile {
  /** Path below the output folder. */
  readonly path: string
  readonly text: string
  /** What an author wrote of it. */
  readonly source?: SourcePath
}

export interface FeedSite {
  /** Where the site stands, without and with its folder; empty where it does not say. */
  readonly url: string
  readonly baseurl: string
  /** Paths of all files below the output folder, decoded. */
  readonly files: ReadonlySet<string>
}

export function checkFeeds(files: readonly FeedFile[], site: FeedSite): Diagnostic[] {
  return files.flatMap(file => {
    const feed = readFeed(file.path, file.text)
    if (feed === undefined) return []
    const at: FeedPlace = { place: file.source && { file: file.source }, address: addressOfFile(file.path) }
    if ('problem' in feed) return [brokenFeed(at.place, at.address, feed.problem, feed.line)]
    return feedChecks.flatMap(check => check(feed, at, site))
  })
}

interface FeedPlace {
  readonly place: Place | undefined
  readonly address: string
}

/** THE LIST of checks of a feed. */
const feedChecks: readonly ((feed: ReadFeed, at: FeedPlace, site: FeedSite) => readonly Diagnostic[])[] = [
  missingParts,
  repeatedIds,
  dates,
  relativeAddresses,
  deadLinks,
]

// What many entries lack is told once.
function missingParts({ lacks, entries }: ReadFeed, { place, address }: FeedPlace): Diagnostic[] {
  const parts = new Set(entries.flatMap(entry => entry.lacks))
  return [
    ...lacks.map(part => lacksInFeed(place, address, part, undefined, 0)),
    ...[...parts].map(part => {
      const found = entries.filter(entry => entry.lacks.includes(part))
      return lacksInFeed(place, address, part, nameOf(found[0]), found.length)
    }),
  ]
}

function repeatedIds({ entries }: ReadFeed, { place, address }: FeedPlace): Diagnostic[] {
  const byId = new Map<string, FeedEntry[]>()
  for (const entry of entries) if (entry.id !== '') byId.set(entry.id, [...(byId.get(entry.id) ?? []), entry])
  return [...byId].flatMap(([id, same]) => (same.length === 1 ? [] : [sameFeedId(place, address, id, same.map(nameOf))]))
}

function dates({ entries }: ReadFeed, { place, address }: FeedPlace): Diagnostic[] {
  const bad = entries.filter(({ badDate }) => badDate !== undefined)
  return bad.slice(0, 1).map(entry => badFeedDate(place, address, entry.badDate ?? '', nameOf(entry), bad.length))
}

// A reader shows a feed at its own address, where a relative one leads nowhere. A site that does not know its address is told so by itself.
function relativeAddresses({ entries, hasBase }: ReadFeed, { place, address }: FeedPlace, { url }: FeedSite): Diagnostic[] {
  if (hasBase || (url === '' && place === undefined)) return []
  const found = entries.flatMap(({ links, content }) => [...links, ...addressesIn(content)].filter(isRelative))
  const [first] = found
  return first === undefined ? [] : [relativeInFeed(place, address, first, found.length)]
}

function deadLinks({ entries }: ReadFeed, { place, address }: FeedPlace, { url, baseurl, files }: FeedSite): Diagnostic[] {
  const start = `${url}${baseurl}/`
  if (url === '') return []
  const dead = entries
    .flatMap(({ links }) => links)
    .filter(link => link.startsWith(start) && !filesFor(pathOf(link.slice(start.length - 1))).some(file => files.has(file)))
  return [...new Set(dead)].map(link => deadFeedLink(place, address, link))
}

function pathOf(link: string): string {
  return link.replace(/[?#].*$/s, '')
}

function addressesIn(content: string): string[] {
  return tagsIn(content).flatMap(tag => attributeOf(tag, 'src') ?? (tag.name === 'a' ? (attributeOf(tag, 'href') ?? []) : []))
}

function isRelative(address: string): boolean {
  return address !== '' && !address.startsWith('#') && !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)
}

function nameOf(entry: FeedEntry | undefined): string {
  return entry?.title || entry?.links[0] || entry?.id || ''
}
