// Posts and groups as templates see them.

import { type CommentProvider, commentProvider } from '../config/comments.ts'
import type { Config } from '../config/config.ts'
import {
  type Entry,
  type Group,
  html,
  type OutputPath,
  outputPath,
  type Page,
  type Permalink,
  type Post,
  type Rendered,
  type Renderer,
  type Site,
} from '../model.ts'
import { fold } from '../site/group.ts'
import type { CommonPage, GroupLink, LinkData, PostLink, PostSummary } from '../templates/contract.ts'
import { directionOf } from '../text/direction.ts'
import { textOfHtml } from '../text/escape.ts'
import { withSources } from '../text/formulas.ts'
import { readingMinutes, shorten } from '../text/reading-time.ts'
import { type Remembered, remembered } from '../text/remembered.ts'
import { decodePath } from '../text/url.ts'
import { type Described, jsonLd, metaTags } from './metadata.ts'
import { makeRelated, type Related, type RelatedMemory } from './related.ts'

/** Everything page kinds are made from. */
export interface SiteView {
  readonly site: Site
  readonly config: Config
  /** Tags and categories by their folded names, for the links of posts. */
  readonly tagOf: ReadonlyMap<string, Group>
  readonly categoryOf: ReadonlyMap<string, Group>
  readonly related: Related
  /** Who keeps the comments of readers, if anybody does. */
  readonly comments: CommentProvider | undefined
  /** Minutes by rendered body, which the post's own page and a list ask for. */
  readonly minutes: Remembered<Rendered, number>
  /** Entries of feeds by rendered body: a post may be in the feed of the site and in those of its tags. */
  readonly feedEntries: Remembered<Rendered, string>
}

export function viewOf(site: Site, config: Config, memory: RelatedMemory): SiteView {
  const byName = (groups: readonly Group[]): Map<string, Group> => new Map(groups.map(group => [fold(group.name), group]))
  return {
    site,
    config,
    tagOf: byName(site.tags),
    categoryOf: byName(site.categories),
    related: makeRelated(site.posts, memory),
    comments: commentProvider(config),
    minutes: remembered(),
    feedEntries: remembered(),
  }
}

/** A page that the program adds by itself. */
export function generatedPage(what: string, address: Permalink, render: Page['render'], how: GeneratedHow = {}): Page {
  const { inSitemap = true, replaceable = true, shows = [] } = how
  return {
    permalink: address,
    output: outputOf(address),
    from: { kind: 'generated', what, replaceable },
    inSitemap,
    shows,
    render,
  }
}

interface GeneratedHow {
  readonly shows?: readonly Entry[]
  readonly inSitemap?: boolean
  readonly replaceable?: boolean
}

export function outputOf(address: Permalink): OutputPath {
  return outputPath(decodePath(address))
}

interface PageFacts {
  readonly kind: string
  readonly title: string
  readonly permalink: Permalink
  readonly description: string
  readonly lang?: string
  readonly feeds?: readonly LinkData[]
}

/** What every page tells its template; `about` is what cards and search engines are told besides. */
export function commonData(config: Config, facts: PageFacts, about: Omit<Described, 'page'> = {}): CommonPage {
  const url = config.baseurl + facts.permalink
  const lang = (facts.lang ?? config.lang).replace('_', '-')
  const page = {
    kind: facts.kind,
    title: facts.title,
    url,
    canonical: config.url === '' ? '' : config.url + url,
    description: facts.description,
    lang,
    dir: directionOf(lang),
    feeds: [{ title: config.title, url: config.baseurl + feedPath(config) }, ...(facts.feeds ?? [])],
  }
  const described = { page, ...about }
  return { ...page, meta: metaTags(described, config), jsonLd: jsonLd(described, config) }
}

/** The Atom feed stands where jekyll-feed would put it. */
export function feedPath(config: Config): string {
  const path = config.feed['path']
  return `/${(typeof path === 'string' ? path : 'feed.xml').replace(/^\/+/, '')}`
}

export function postLink(post: Post, view: SiteView): PostLink {
  return {
    title: post.title,
    url: view.config.baseurl + post.permalink,
    date: post.date,
    tags: groupLinks(post.tags, view.tagOf, view),
    description: post.description ?? '',
  }
}

export function groupLinks(names: readonly string[], groups: ReadonlyMap<string, Group>, view: SiteView): LinkData[] {
  const found = new Set(names.flatMap(name => groups.get(fold(name)) ?? []))
  return [...found].map(group => ({ title: group.name, url: view.config.baseurl + group.permalink }))
}

export function groupsWithCounts(groups: readonly Group[], config: Config): GroupLink[] {
  return groups.map(group => ({ title: group.name, url: config.baseurl + group.permalink, count: group.posts.length }))
}

/** The post with its excerpt, for which its body has to be rendered. */
export async function postSummary(post: Post, view: SiteView, renderer: Renderer): Promise<PostSummary> {
  const rendered = await renderer.body(post)
  const excerpt = post.excerpt ?? rendered.excerptHtml
  return {
    ...postLink(post, view),
    description: descriptionOf(post, excerpt),
    excerpt: html(excerpt),
    minutes: minutesOf(post, rendered, view),
  }
}

/** Minutes it takes to read an entry, in its language, its pictures and displayed formulas included. */
export function minutesOf({ lang }: Entry, rendered: Rendered, { config, minutes }: Pick<SiteView, 'config' | 'minutes'>): number {
  const { text, html: markup } = rendered
  const figures = markup.includes('<img') || rendered.hasMath ? (markup.match(/<img\b|<span class="math-box"/g)?.length ?? 0) : 0
  return minutes(rendered, () => readingMinutes({ text, lang: lang ?? config.lang, figures }))
}

/** A post's own description, or the beginning of its excerpt, as text of at most about two lines. */
export function descriptionOf(post: { readonly description?: string }, excerpt: string): string {
  return shorten(post.description ?? textOfHtml(withSources(withoutNotes(excerpt))), 200)
}

// Footnote marks and the notes themselves are no part of a summary.
function withoutNotes(markup: string): string {
  return markup.replace(/<sup id="fnref:.*?<\/sup>|<div class="footnotes"[\s\S]*/g, '')
}
