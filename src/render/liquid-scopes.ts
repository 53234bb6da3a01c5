// What Liquid sees from where it stands: in the text of an entry, in its excerpt, or in the layouts around it.

import type { LayoutMap } from '../jekyll/layouts.ts'
import type { Told } from '../jekyll/page-kind.ts'
import type { TagPage } from '../jekyll/plugin-tags.ts'
import type { LiquidContext, LiquidData } from '../liquid/context.ts'
import type { LiquidScope } from '../liquid/render-liquid.ts'
import type { Reach } from '../liquid/values/kinds.ts'
import type { Entry, Site } from '../model.ts'
import type { EntryText } from '../pages/page.ts'
import type { SiteInput } from '../site/site-input.ts'
import type { Moment } from '../text/dates.ts'
import { isEntry } from './freshness.ts'
import { pluginPage } from './plugin-site.ts'

export interface LiquidScopes {
  /** What the text of an entry can see, its excerpt, or with its text written, its layouts. */
  readonly scopeOf: (entry: Entry, from: 'text' | 'excerpt' | EntryText) => LiquidScope
  /** What tags of plugins write about; before its text is written, or with it. */
  readonly subjectOf: (entry: Entry, written?: EntryText) => TagPage
  readonly reachOf: (entry: Entry, part: 'text' | 'excerpt' | 'layouts') => Reach
}

export interface ScopesOf {
  readonly input: Pick<SiteInput, 'config'>
  readonly site: Site
  readonly context: LiquidContext
  readonly layouts: LayoutMap
  readonly told: ReadonlyMap<Entry, Told>
  readonly excerpt: (entry: Entry) => Promise<string>
  readonly changedOf: (entry: Entry) => Moment | undefined
}

export function makeScopes({ input: { config }, site, context, layouts, told, excerpt, changedOf }: ScopesOf): LiquidScopes {
  const { shown, rankOf } = context
  const relatedTo = (entry: Entry): unknown => {
    const newest = site.posts.slice(0, 11).filter(post => post !== entry)
    return newest.slice(0, 10).map(shown)
  }
  return {
    scopeOf: (entry, from) => {
      const { paginator } = told.get(entry) ?? {}
      return {
        page: { ...shown(entry), ...ownFields(entry, from, shown) },
        layout: layouts.get(entry.layout)?.data,
        ...(paginator && { paginator: paginatorForLiquid(paginator, shown) }),
      }
    },
    subjectOf: (entry, written) => {
      const { paginator } = told.get(entry) ?? {}
      const about = { zone: config.zone, now: site.now, told: told.get(entry), changed: changedOf(entry) }
      const page = pluginPage(entry, written === undefined ? about : { ...about, excerpt })
      return { page, content: written?.content() ?? '', ...(paginator && { paginator }) }
    },
    reachOf: (entry, part) => {
      const rank = rankOf(entry)
      const related = entry.kind === 'post' ? { related: () => relatedTo(entry) } : {}
      // A text finds every excerpt, so an excerpt that found what is made of texts could wait for itself.
      if (part === 'excerpt') return { contents: 0, excerpts: rank, outputs: 0, ...related }
      // A text is put into its layouts before the next is rendered (renderer.rb), so they find no more than it did, but for itself.
      const contents = part === 'layouts' ? rank + 1 : rank
      return { contents, excerpts: Number.POSITIVE_INFINITY, outputs: rank, ...related }
    },
  }
}

// A text that is not written yet is what its author wrote, and so is the text of a page for good: Jekyll takes down what it knows of a page
// before it converts it, and asks a document anew each time. An excerpt is a document of its own, with a name below that of its text (excerpt.rb).
function ownFields(entry: Entry, from: 'text' | 'excerpt' | EntryText, shown: LiquidContext['shown']): LiquidData {
  const isPage = entry.kind === 'page' && entry.collection === undefined
  if (from === 'text' || isPage) return { content: entry.body, output: undefined }
  if (from !== 'excerpt') return { content: from.content(), output: from.content() }
  const { id, path, relative_path } = shown(entry)
  return {
    content: entry.body,
    output: undefined,
    excerpt: undefined,
    id: `${String(id)}#excerpt`,
    path: `${String(path)}/#excerpt`,
    relative_path: `${String(relative_path)}/#excerpt`,
  }
}

/** What a page is told besides, for Liquid. */
export function fieldsTold(told: Told | undefined, shown: (entry: Entry) => LiquidData): LiquidData | undefined {
  const fields = Object.entries(told?.page ?? {})
  return Object.fromEntries(
    fields.map(([name, value]) => [name, Array.isArray(value) ? value.map(item => (isEntry(item) ? shown(item) : item)) : value]),
  )
}

function paginatorForLiquid(paginator: NonNullable<Told['paginator']>, shown: (entry: Entry) => LiquidData): LiquidData {
  const { page, perPage, posts, totalPosts, totalPages, previousPath, nextPath, more } = paginator
  return {
    page,
    per_page: perPage,
    posts: posts.map(shown),
    total_posts: totalPosts,
    total_pages: totalPages,
    previous_page: previousPath === undefined ? undefined : page - 1,
    previous_page_path: previousPath,
    next_page: nextPath === undefined ? undefined : page + 1,
    next_page_path: nextPath,
    ...more,
  }
}
