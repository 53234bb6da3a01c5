// A Jekyll site with its own layouts: its entries as Jekyll and the plugins change them, and all pages that it has.

import type { Config } from '../config/config.ts'
import { type HasPlugin, pluginsInOrder, pluginsOf } from '../config/plugins.ts'
import type { Entry, Site, SourcePath, StandalonePage } from '../model.ts'
import type { Origin, Page } from '../pages/page.ts'
import { compareTexts } from '../text/compare.ts'
import { baseName, folderOf } from '../text/url.ts'
import type { LayoutMap } from './layouts.ts'
import type { AddedPage, Additions, PluginText, Told } from './page-kind.ts'
import { pageKindsOf } from './page-kinds.ts'
import { isReadme } from './plugins/readme-index.ts'

/** What is known of such a site; of any other there are no layouts and nothing is told. */
export interface JekyllSite {
  readonly layouts: LayoutMap
  readonly has: HasPlugin
  readonly told: ReadonlyMap<Entry, Told>
}

export interface JekyllPages extends JekyllSite {
  /** With the pages that plugins add. */
  readonly site: Site
  readonly pages: readonly Page[]
}

/** `bare` are the sources without front matter, of which plugins have made pages. */
export function jekyllPages(made: Site, config: Config, layouts: LayoutMap, bare: ReadonlySet<SourcePath>): JekyllPages {
  const has = pluginsOf(config)
  const site = { ...made, pages: inReadingOrder(made.pages, bare) }
  const additions = pageKindsOf(pluginsInOrder(config)).map(kind => kind({ site, config, has, layouts }))
  const added = additions.flatMap(({ pages = [] }) => pages)
  const told = toldBy(additions)
  const written = withoutReplaced(site.pages, additions)
  return {
    layouts,
    has,
    told,
    site: { ...site, pages: [...written, ...added.map(({ entry }) => entry)] },
    pages: [...[...site.posts, ...written].map(writtenPage), ...added.map(addedPage)],
  }
}

/** Those that no page of a plugin stands for. */
export function withoutReplaced(pages: readonly StandalonePage[], additions: readonly Additions[]): readonly StandalonePage[] {
  const gone = new Set<Entry>(additions.flatMap(({ replaced = [] }) => replaced))
  return gone.size === 0 ? pages : pages.filter(page => !gone.has(page))
}

/** What templates are told of pages, by what plugins add. */
export function toldBy(additions: readonly Additions[]): ReadonlyMap<Entry, Told> {
  return new Map([
    ...additions.flatMap(({ told = [] }) => told),
    ...additions.flatMap(({ pages = [] }) => pages.flatMap(({ entry, told }) => (told === undefined ? [] : [[entry, told] as const]))),
  ])
}

// By the names of the files, as Jekyll's reader sorts them, and then those that plugins have made of other files, which it sorts by their
// paths. Of two of a name the one that lies deeper was read before, and folders we take in the order of their names.
function inReadingOrder(pages: readonly StandalonePage[], bare: ReadonlySet<SourcePath>): StandalonePage[] {
  const rankOf = ({ source }: StandalonePage): number => (bare.has(source) ? (isReadme(source) ? 2 : 1) : 0)
  return pages.toSorted(
    (one, other) => rankOf(one) - rankOf(other) || (rankOf(one) > 0 ? compareTexts(one.source, other.source) : compareNames(one, other)),
  )
}

function compareNames({ source: one }: StandalonePage, { source: other }: StandalonePage): number {
  return compareTexts(baseName(one), baseName(other)) || compareFolders(one, other)
}

// A folder comes before what contains it.
function compareFolders(one: SourcePath, other: SourcePath): number {
  const [isWithin, containsOther] = [liesIn(one, folderOf(other)), liesIn(other, folderOf(one))]
  if (isWithin !== containsOther) return isWithin ? -1 : 1
  return compareTexts(one, other)
}

function liesIn(source: SourcePath, folder: string): boolean {
  return folder === '' || source.startsWith(`${folder}/`)
}

function writtenPage(entry: Entry): Page {
  return pageFrom(entry, { kind: 'source', source: entry.source })
}

function addedPage({ entry, from, writes }: AddedPage): Page {
  return pageFrom(entry, from, writes)
}

function pageFrom(entry: Entry, from: Origin, writes?: PluginText): Page {
  return {
    permalink: entry.permalink,
    output: entry.output,
    from,
    inSitemap: entry.inSitemap,
    given: async () => ({ entry, ...(writes && { writes }) }),
    template: { kind: 'jekyll', isStyleSheet: entry.format === 'sass' && writes === undefined },
  }
}
