// What Liquid can see: `site` and the entries in it, by Jekyll's names.

import { collectionSettings, hasPages } from '../config/collections.ts'
import { type Config, writtenAddress } from '../config/config.ts'
import { defaultsFor } from '../config/defaults.ts'
import type { DataMap, Entry, Post, Site, StandalonePage } from '../model.ts'
import { compareTexts } from '../text/compare.ts'
import { type Moment, momentAt } from '../text/dates.ts'
import { grouped } from '../text/grouped.ts'
import { lazily } from '../text/lazily.ts'
import { remembered } from '../text/remembered.ts'
import { baseName, extensionOf, folderOf, withoutExtension } from '../text/url.ts'
import { type Collection, collectionsOf, type Neighbours, neighboursIn } from './collections.ts'
import { isHtmlPage, mapForLiquid, pageForLiquid } from './pages.ts'
import { siteDefaults } from './site-defaults.ts'
import { drop, isTruthy, later, type Reach, time } from './values/kinds.ts'

export type LiquidData = { readonly [key: string]: unknown }

/** The HTML of a text, as far as whoever asks may see it: at once, or when it is ready. */
export interface HtmlOf {
  readonly content: (entry: Entry, reach: Reach) => unknown
  readonly excerpt: (entry: Entry, reach: Reach) => unknown
  /** Within its layouts; undefined before it is written. */
  readonly output: (entry: Entry, reach: Reach) => unknown
}

/** A file of the site as Liquid needs to know it. */
export interface FileForLiquid {
  /** With a slash in front, but in a collection. */
  readonly path: string
  readonly modified: number
  readonly collection?: string
}

export interface LiquidContextOf {
  readonly site: Site
  readonly config: Config
  readonly data: DataMap
  readonly files: () => readonly FileForLiquid[]
  readonly html?: HtmlOf
  /** `site.archives`, where jekyll-archives makes it. */
  readonly archives?: readonly Entry[] | undefined
  /** The pages that get a source map, which Jekyll makes a page of when it has rendered them; the others after them find those among the pages. */
  readonly mapped?: readonly StandalonePage[]
  /** What a page is told besides: the posts of an archive, say. */
  readonly more?: (entry: Entry, shown: (entry: Entry) => LiquidData) => LiquidData | undefined
}

export interface LiquidContext {
  /** `site`, made once for all texts; the lists in it are only built when a text asks for them. */
  readonly site: LiquidData
  /** An entry as `page`, or as one of `site.posts`. */
  readonly shown: (entry: Entry) => LiquidData
  /** The place of an entry in the order in which Jekyll renders: documents, then pages. */
  readonly rankOf: (entry: Entry) => number
  /** Whether a page is one of `site.html_pages`. */
  readonly isHtml: (page: StandalonePage) => boolean
}

export function makeLiquidContext({ html, more, ...of }: LiquidContextOf): LiquidContext {
  const { site, config } = of
  const collections = collectionsOf(site, config)
  const known = remembered<Entry, LiquidData>()
  const neighbours = lazily(() => neighboursIn(collections))
  const shown = (entry: Entry): LiquidData =>
    known(entry, () => {
      const beside = (side: keyof Neighbours) => () => {
        const other = neighbours().get(entry)?.[side]
        return other && shown(other)
      }
      const about = { beside: { previous: beside('previous'), next: beside('next') }, now: site.now, html, folder: config.collections_dir }
      const fields = entryForLiquid(entry, about)
      return Object.assign(fields, more?.(entry, shown))
    })
  const ranks = lazily(() => {
    const pages = site.pages.filter(({ collection }) => collection === undefined)
    return new Map([...collections.flatMap(({ documents }) => documents), ...pages].map((entry, rank) => [entry, rank]))
  })
  const isHtml = (page: StandalonePage): boolean => isHtmlPage(page, shown(page))
  const rankOf = (entry: Entry): number => ranks().get(entry) ?? Number.POSITIVE_INFINITY
  return {
    site: siteForLiquid({ ...of, collections, shown, rankOf, isHtml }),
    shown,
    rankOf,
    isHtml,
  }
}

interface SiteParts extends Omit<LiquidContextOf, 'html' | 'more'>, Pick<LiquidContext, 'shown' | 'rankOf' | 'isHtml'> {
  readonly collections: readonly Collection[]
}

function siteForLiquid({ site, config, data, files, archives, mapped = [], collections, shown, rankOf, isHtml }: SiteParts): LiquidData {
  const posts = lazily(() => site.posts.map(shown))
  const standalone = lazily(() => site.pages.filter(page => page.collection === undefined))
  const pages = lazily(() => standalone().map(shown))
  const documentsOf = new Map(
    collections.map(({ label, documents }) => [label, label === 'posts' ? posts : lazily(() => documents.map(shown))] as const),
  )
  const filesOf = lazily(() => files().map(file => ({ ...file, shown: fileForLiquid(file, config) })))
  const filesIn = (label: string): LiquidData[] =>
    filesOf()
      .filter(file => file.collection === label)
      .map(file => file.shown)
  const maps = lazily(() => mapped.map(sheet => ({ rank: rankOf(sheet), shown: mapForLiquid(sheet, shown(sheet)) })))
  const lists = {
    pages: () =>
      mapped.length === 0
        ? pages()
        : later(({ outputs }) => [...pages(), ...maps().flatMap(map => (map.rank < outputs ? [map.shown] : []))]),
    ...(archives !== undefined && { archives: lazily(() => archives.map(shown)) }),
    html_pages: lazily(() => standalone().filter(isHtml).map(shown)),
    documents: lazily(() => collections.flatMap(({ label, documents }) => [...documents.map(shown), ...filesIn(label)])),
    collections: lazily(() =>
      collections
        .toSorted((one, other) => compareTexts(one.label, other.label))
        .map(({ label, documents }) =>
          collectionForLiquid(
            label,
            config,
            lazily(() => documents.map(shown)),
            () => filesIn(label),
          ),
        ),
    ),
    related_posts: () => later(({ related }) => related?.()),
    static_files: lazily(() => filesOf().map(file => file.shown)),
    tags: lazily(() => byLabel(site.posts, post => post.tags, shown)),
    categories: lazily(() => byLabel(site.posts, post => post.categories, shown)),
  }
  const fields = { ...siteDefaults, ...config.data, ...writtenAddress(config), data, time: time(site.now) }
  return drop(defineGetters(fields, { ...lists, ...Object.fromEntries(documentsOf) }), () => 'Jekyll::Drops::SiteDrop')
}

/** Fields that are made when somebody asks for them. */
function defineGetters<Fields extends object>(fields: Fields, getters: Readonly<Record<string, () => unknown>>): Fields {
  return Object.defineProperties(
    fields,
    Object.fromEntries(Object.entries(getters).map(([name, get]) => [name, { get, enumerable: true, configurable: true }])),
  )
}

function collectionForLiquid(
  label: string,
  config: Config,
  documents: () => readonly LiquidData[],
  files: () => readonly LiquidData[],
): LiquidData {
  const settings = collectionSettings(config, label)
  const fields = { ...settings, label, output: hasPages(config, label), directory: `_${label}`, relative_directory: `_${label}` }
  return drop(defineGetters(fields, { docs: documents, files }), () => documents())
}

function fileForLiquid({ path, modified, collection }: FileForLiquid, { zone, scopes }: Config): LiquidData {
  const extname = extensionOf(path)
  const name = baseName(path)
  const basename = name.slice(0, name.length - extname.length)
  const fields = {
    ...defaultsFor(scopes, path.replace(/^\//, ''), collection ?? ''),
    name,
    path,
    modified_time: time(momentAt(modified, zone)),
    basename,
    extname,
    ...(collection !== undefined && { collection }),
  }
  return drop(fields, () => 'Jekyll::Drops::StaticFileDrop')
}

// In the order in which the posts first named them, each with its newest post first. A map, since an object would put a tag like `2024` first.
function byLabel(
  posts: readonly Post[],
  labelsOf: (post: Post) => readonly string[],
  shown: (post: Post) => LiquidData,
): ReadonlyMap<string, readonly LiquidData[]> {
  return new Map([...grouped(posts.toReversed(), labelsOf)].map(([label, group]) => [label, group.reverse().map(post => shown(post))]))
}

interface AboutEntry {
  readonly beside: Readonly<Record<keyof Neighbours, () => LiquidData | undefined>>
  readonly now: Moment
  readonly html: HtmlOf | undefined
  /** The folder of the collections. */
  readonly folder: string
}

function entryForLiquid(entry: Entry, { beside, now, html, folder }: AboutEntry): LiquidData {
  const content = html === undefined ? entry.body : later(reach => html.content(entry, reach))
  if (entry.kind === 'page' && entry.collection === undefined) return pageForLiquid(entry, content)
  const head = (): unknown => entry.body.split(entry.excerptSeparator, 1)[0]
  const cut = later(html === undefined ? head : reach => html.excerpt(entry, reach))
  const excerpt = entry.excerpt ?? (entry.excerptSeparator === '' ? '' : cut)
  const { permalink, writtenPermalink: url = permalink, slug, title, source, date = now, tags = [], categories = [] } = entry
  const path = folder !== '' && source.startsWith(`${folder}/`) ? source.slice(folder.length + 1) : source
  const fields = {
    ...entry.data,
    title,
    url,
    path,
    relative_path: path,
    slug,
    name: isTruthy(entry.data['name']) ? entry.data['name'] : baseName(source),
    ext: extensionOf(source),
    id: idOf(entry),
    date: time(date),
    tags,
    categories,
    draft: entry.kind === 'post' && entry.draft,
    collection: entry.kind === 'post' ? 'posts' : entry.collection,
  }
  const [previous, next] = [later(beside.previous), later(beside.next)]
  // A document prints as it is within its layouts: course sites make their announcements and schedules of that (document.rb, `to_s`).
  const output = html === undefined ? content : later(reach => html.output(entry, reach))
  const printed = html === undefined ? content : later(reach => html.output(entry, reach) ?? html.content(entry, reach))
  return drop({ ...fields, content, output, excerpt, previous, next }, () => printed)
}

/** `page.id`: its address without the ending, and its own name. */
export function idOf({ permalink, writtenPermalink = permalink, slug, data, source }: Entry): string {
  // A group of values is no name.
  const asked = typeof data['slug'] === 'object' ? undefined : data['slug']
  const own = asked ?? (slug || withoutExtension(baseName(source)))
  return `${folderOf(writtenPermalink.replace(/\/$/, ''))}/${String(own)}`
}
