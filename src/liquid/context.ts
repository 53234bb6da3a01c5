// What Liquid in a post can see: `site` and `page`, by Jekyll's names.

import { collectionsWithPages } from '../config/collections.ts'
import type { Config } from '../config/config.ts'
import type { DataMap, Entry, Post, Site } from '../model.ts'
import { momentAt } from '../text/dates.ts'
import { lazily } from '../text/lazily.ts'
import { remembered } from '../text/remembered.ts'
import { baseName, extensionOf, folderOf } from '../text/url.ts'
import { siteDefaults } from './site-defaults.ts'
import { drop, time } from './values/kinds.ts'

export type LiquidData = { readonly [key: string]: unknown }

/** The HTML of a text, where it is asked for: at once, or when it is ready. */
export interface HtmlOf {
  readonly content: (entry: Entry) => unknown
  readonly excerpt: (entry: Entry) => unknown
}

/** A file of the site as Liquid needs to know it. */
export interface FileForLiquid {
  /** With a slash in front. */
  readonly path: string
  readonly modified: number
  readonly collection?: string
}

/** `site`, made once for all posts; the lists in it are only built when a post asks for them. */
export function siteForLiquid(
  site: Site,
  config: Config,
  data: DataMap,
  files: () => readonly FileForLiquid[],
  htmlOf?: HtmlOf,
): LiquidData {
  const { url, baseurl } = config
  const known = remembered<Entry, LiquidData>()
  const shown = (entry: Entry): LiquidData => known(entry, () => entryForLiquid(entry, htmlOf))
  const posts = lazily(() => site.posts.map(shown))
  const pages = lazily(() => site.pages.filter(page => page.collection === undefined).map(shown))
  const documentsOf = (label: string) => lazily(() => site.pages.filter(page => page.collection === label).map(shown))
  const collections = new Map([['posts', posts], ...collectionsWithPages(config).map(label => [label, documentsOf(label)] as const)])
  const lists = {
    pages,
    html_pages: lazily(() => pages().filter(page => /(?:\.html?|\/)$/.test(String(page['url'])))),
    documents: lazily(() => [...collections.values()].flatMap(documents => documents())),
    collections: () => [...collections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([label, get]) => collectionForLiquid(label, get)),
    related_posts: () => posts().slice(0, 10),
    static_files: lazily(() => files().map(file => fileForLiquid(file, config))),
    tags: lazily(() => byLabel(site.posts, post => post.tags, shown)),
    categories: lazily(() => byLabel(site.posts, post => post.categories, shown)),
  }
  const fields = { ...siteDefaults, ...config.data, url, baseurl, data, time: time(site.now) }
  return drop(defineGetters(fields, { ...Object.fromEntries(collections), ...lists }), () => 'Jekyll::Drops::SiteDrop')
}

/** Fields that are made when somebody asks for them. */
function defineGetters<Fields extends object>(fields: Fields, getters: Readonly<Record<string, () => unknown>>): Fields {
  return Object.defineProperties(
    fields,
    Object.fromEntries(Object.entries(getters).map(([name, get]) => [name, { get, enumerable: true, configurable: true }])),
  )
}

function collectionForLiquid(label: string, documents: () => LiquidData[]): LiquidData {
  return drop(defineGetters({ label, output: true, directory: `_${label}`, relative_directory: `_${label}` }, { docs: documents }), () =>
    documents(),
  )
}

function fileForLiquid({ path, modified, collection }: FileForLiquid, { zone }: Config): LiquidData {
  const extname = extensionOf(path)
  const name = baseName(path)
  const basename = name.slice(0, name.length - extname.length)
  const fields = {
    name,
    path,
    modified_time: time(momentAt(modified, zone)),
    basename,
    extname,
    ...(collection !== undefined && { collection }),
  }
  return drop(fields, () => 'Jekyll::Drops::StaticFileDrop')
}

// A map, since an object would put a tag like `2024` first.
function byLabel(
  posts: readonly Post[],
  labelsOf: (post: Post) => readonly string[],
  shown: (post: Post) => LiquidData,
): ReadonlyMap<string, readonly LiquidData[]> {
  const groups = new Map<string, LiquidData[]>()
  for (const post of posts) {
    for (const label of labelsOf(post)) groups.set(label, [...(groups.get(label) ?? []), shown(post)])
  }
  return groups
}

/** A post or page as `page`, or as one of `site.posts`. */
export function entryForLiquid(entry: Entry, htmlOf?: HtmlOf): LiquidData {
  const url = entry.permalink
  const own = {
    title: entry.title,
    url,
    path: entry.source,
    slug: entry.slug,
    layout: entry.layout,
  }
  const content = lazily(() => htmlOf?.content(entry) ?? entry.body)
  if (entry.kind === 'page' && entry.collection === undefined)
    return defineGetters({ ...entry.data, ...own, name: baseName(entry.source) }, { content })
  const excerpt = lazily(() => entry.excerpt ?? htmlOf?.excerpt(entry) ?? entry.body.split(entry.excerptSeparator, 1)[0])
  const more = entry.kind === 'post' ? postForLiquid(entry, url) : { collection: entry.collection }
  return drop(
    defineGetters(
      { ...entry.data, ...own, relative_path: entry.source, name: baseName(entry.source), ext: extensionOf(entry.source), ...more },
      { content, excerpt },
    ),
    content,
  )
}

function postForLiquid({ slug, date, tags, categories, draft }: Post, url: string): LiquidData {
  return { id: `${folderOf(url.replace(/\/$/, ''))}/${slug}`, date: time(date), tags, categories, draft, collection: 'posts' }
}
