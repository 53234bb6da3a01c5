// What Liquid in a post can see: `site` and `page`, by Jekyll's names.

import { collectionsWithPages } from '../config/collections.ts'
import type { Config } from '../config/config.ts'
import type { DataMap, Entry, Post, Site } from '../model.ts'
import type { Moment } from '../text/dates.ts'
import { lazily } from '../text/lazily.ts'
import { strftime } from '../text/strftime.ts'
import { folderOf } from '../text/url.ts'

export type LiquidData = { readonly [key: string]: unknown }

/** `site`, made once for all posts; the lists in it are only built when a post asks for them. */
export function siteForLiquid(site: Site, config: Config, data: DataMap): LiquidData {
  const { url, baseurl } = config
  const posts = lazily(() => site.posts.map(entryForLiquid))
  const pages = lazily(() => site.pages.filter(page => page.collection === undefined).map(entryForLiquid))
  const documentsOf = (label: string) => lazily(() => site.pages.filter(page => page.collection === label).map(entryForLiquid))
  const collections = new Map([['posts', posts], ...collectionsWithPages(config).map(label => [label, documentsOf(label)] as const)])
  const files = lazily(() =>
    site.files.filter(file => file.from === 'posts').map(file => ({ path: file.permalink, name: file.source.split('/').at(-1) })),
  )
  return Object.defineProperties(
    { ...config.data, url, baseurl, data, time: dateForLiquid(site.now) },
    {
      ...Object.fromEntries([...collections].map(([label, get]) => [label, { get, enumerable: true }])),
      pages: { get: pages, enumerable: true },
      html_pages: { get: pages, enumerable: true },
      documents: { get: lazily(() => [...collections.values()].flatMap(documents => documents())), enumerable: true },
      collections: { value: [...collections].map(([label, get]) => collectionForLiquid(label, get)), enumerable: true },
      related_posts: { get: () => posts().slice(0, 10), enumerable: true },
      static_files: { get: files, enumerable: true },
      tags: { get: lazily(() => byLabel(site.posts, post => post.tags)), enumerable: true },
      categories: { get: lazily(() => byLabel(site.posts, post => post.categories)), enumerable: true },
    },
  )
}

function collectionForLiquid(label: string, documents: () => LiquidData[]): LiquidData {
  return Object.defineProperty({ label, output: true }, 'docs', { get: documents, enumerable: true })
}

function byLabel(posts: readonly Post[], labelsOf: (post: Post) => readonly string[]): Record<string, LiquidData[]> {
  const groups: Record<string, LiquidData[]> = Object.create(null)
  for (const post of posts) {
    for (const label of labelsOf(post)) {
      groups[label] ??= []
      groups[label].push(entryForLiquid(post))
    }
  }
  return groups
}

/** A post or page as `page`, or as one of `site.posts`. */
export function entryForLiquid(entry: Entry): LiquidData {
  const url = decodeURI(entry.permalink)
  const own = {
    title: entry.title,
    url,
    path: entry.source,
    relative_path: entry.source,
    slug: entry.slug,
    content: entry.body,
    layout: entry.layout,
  }
  if (entry.kind === 'page')
    return { ...entry.data, ...own, name: entry.source.split('/').at(-1), ...(entry.collection && { collection: entry.collection }) }
  const id = `${folderOf(url.replace(/\/$/, ''))}/${entry.slug}`
  const excerpt = entry.excerpt ?? entry.body.split(entry.excerptSeparator, 1)[0]
  return {
    ...entry.data,
    ...own,
    id,
    date: dateForLiquid(entry.date),
    tags: entry.tags,
    categories: entry.categories,
    excerpt,
    draft: entry.draft,
    collection: 'posts',
  }
}

/** A moment as Ruby prints it, which is what `{{ page.date }}` shows. */
export function dateForLiquid(moment: Moment): string {
  return strftime(moment, '%Y-%m-%d %H:%M:%S %z')
}
