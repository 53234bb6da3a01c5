// Posts and groups as templates see them.

import { type CommentProvider, commentProvider } from '../config/comments.ts'
import type { Config } from '../config/config.ts'
import { isMap, textOf } from '../config/readers.ts'
import type { Course } from '../course/course.ts'
import { type Placed, placesIn } from '../course/places.ts'
import {
  type Entry,
  type Group,
  html,
  type OutputPath,
  outputPath,
  type Permalink,
  type Post,
  type Site,
  type SourcePath,
} from '../model.ts'
import { fold } from '../site/group.ts'
import type { CommonPage, GroupLink, LinkData, PostLink, PostSummary } from '../templates/contract.ts'
import type { CourseLink, LectureRow } from '../templates/course-contract.ts'
import { directionOf } from '../text/direction.ts'
import { textOfHtml } from '../text/escape.ts'
import { shorten } from '../text/reading-time.ts'
import { type Remembered, remembered } from '../text/remembered.ts'
import { decodePath } from '../text/url.ts'
import { type Say, sayIn, wordsFrom } from '../words/words.ts'
import { jsonLd, metaTags, type PageMetadata } from './metadata.ts'
import type { Given, Made, Page, Summary } from './page.ts'
import { type TranslationsOf, translationsIn } from './translations.ts'

/** Everything page kinds are made from. */
export interface SiteView {
  readonly site: Site
  readonly config: Config
  readonly courses: readonly Course[]
  /** Where an entry stands in its course, if it is a lecture. */
  readonly placeOf: ReadonlyMap<Entry, Placed>
  /** Courses as lists and lectures show them, each made once: every lecture shows the others. */
  readonly linkTo: Remembered<Course, CourseLink>
  /** A post stands in the lists of all its tags, and names all of them in each. */
  readonly postLinks: Remembered<Post, PostLink>
  readonly rowsOf: Remembered<Course, readonly LectureRow[]>
  /** The tag or category that a post means by a name. */
  readonly tagOf: GroupOf
  readonly categoryOf: GroupOf
  /** Who keeps the comments of readers, if anybody does. */
  readonly comments: CommentProvider | undefined
  /** What the site says by itself, in its language. */
  readonly say: Say
  readonly translationsOf: TranslationsOf
}

export function viewOf(site: Site, config: Config, courses: readonly Course[]): SiteView {
  return {
    site,
    config,
    courses,
    placeOf: placesIn(courses),
    linkTo: remembered(),
    postLinks: remembered(),
    rowsOf: remembered(),
    tagOf: groupFinder(site.tags),
    categoryOf: groupFinder(site.categories),
    comments: commentProvider(config),
    say: sayIn(config.lang, wordsFrom(config.words)),
    translationsOf: translationsIn(site, config),
  }
}

type GroupOf = (name: string) => Group | undefined

// A name is folded once, however many posts have it.
function groupFinder(groups: readonly Group[]): GroupOf {
  const folded = new Map(groups.map(group => [fold(group.name), group]))
  const found = new Map<string, Group | undefined>()
  return name => {
    if (!found.has(name)) found.set(name, folded.get(fold(name)))
    return found.get(name)
  }
}

/** A page that the program adds by itself. */
export function generatedPage(what: string, address: Permalink, made: Made<Given>, how: GeneratedPageOptions = {}): Page {
  const { inSitemap = true, replaceable = true, namedIn } = how
  return { permalink: address, output: outputOf(address), from: { kind: 'generated', what, replaceable, namedIn }, inSitemap, ...made }
}

interface GeneratedPageOptions {
  readonly inSitemap?: boolean
  readonly replaceable?: boolean
  readonly namedIn?: SourcePath | undefined
}

export function outputOf(address: Permalink): OutputPath {
  return outputPath(decodePath(address))
}

interface PageFacts {
  readonly kind: string
  readonly title: string
  readonly permalink: Permalink
  readonly description: string
  /** Where the text stands first, if not here. */
  readonly canonical?: string | undefined
  readonly lang?: string
  readonly feeds?: readonly LinkData[]
}

/** What every page tells its template; `about` is what cards and search engines are told besides. */
export function commonData(config: Config, facts: PageFacts, about: Omit<PageMetadata, 'page'> = {}): CommonPage {
  const url = config.baseurl + facts.permalink
  const lang = (facts.lang ?? config.lang).replace('_', '-')
  const page = {
    kind: facts.kind,
    title: facts.title,
    url,
    canonical: facts.canonical || (config.url === '' ? '' : config.url + url),
    description: facts.description,
    lang,
    dir: directionOf(lang),
    feeds: [{ title: config.title, url: config.baseurl + feedPath(config) }, ...(facts.feeds ?? [])],
  }
  const metadata = { page, ...about }
  return { ...page, meta: metaTags(metadata, config), jsonLd: jsonLd(metadata, config) }
}

/** The Atom feed stands where jekyll-feed would put it. */
export function feedPath(config: Config): string {
  const path = config.feed['path']
  return `/${(typeof path === 'string' ? path : 'feed.xml').replace(/^\/+/, '')}`
}

export function postLink(post: Post, view: SiteView): PostLink {
  return view.postLinks(post, () => ({
    title: post.title,
    url: view.config.baseurl + post.permalink,
    date: post.date,
    tags: groupLinks(post.tags, view.tagOf, view),
    description: post.description ?? '',
  }))
}

export function groupLinks(names: readonly string[], groupOf: GroupOf, view: SiteView): LinkData[] {
  const found = new Set(names.flatMap(name => groupOf(name) ?? []))
  return [...found].map(group => ({ title: group.name, url: view.config.baseurl + group.permalink }))
}

export function groupsWithCounts(groups: readonly Group[], config: Config): GroupLink[] {
  return groups.map(group => ({ title: group.name, url: config.baseurl + group.permalink, count: group.posts.length }))
}

/** A post as the home page shows it. */
export function postSummary(post: Post, summary: Summary, view: SiteView): PostSummary {
  return {
    ...postLink(post, view),
    description: descriptionOf(post, summary),
    excerpt: post.excerpt === undefined ? summary.excerpt : html(post.excerpt),
    minutes: summary.minutes,
    image: post.image === undefined ? '' : fromRoot(post.image, view.config),
    imageAlt: post.image === undefined ? '' : altOf(post),
  }
}

// A path from the root stands below the site's folder, unless it says so itself.
function fromRoot(address: string, { baseurl }: Config): string {
  return address.startsWith('/') && !address.startsWith(`${baseurl}/`) ? baseurl + address : address
}

/** What the picture of an entry shows, in words. */
export function altOf({ data, title }: Entry): string {
  const { image } = data
  return (isMap(image) ? textOf(image['alt'] ?? null) : undefined) ?? title
}

/** A post's own description, or the beginning of its excerpt, as text of at most about two lines. */
export function descriptionOf({ description, excerpt }: Entry, summary: Pick<Summary, 'description'>): string {
  if (description !== undefined) return shorten(description, longestDescription)
  return excerpt === undefined ? summary.description : shorten(textOfHtml(excerpt), longestDescription)
}

/** The line below its title, or empty. */
export function subtitleOf({ data }: Entry): string {
  return textOf(data['subtitle'] ?? null) ?? ''
}

/** In characters. */
export const longestDescription = 200
