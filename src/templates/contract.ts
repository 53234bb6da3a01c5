// What a template receives, as `it`. The README's tables are held to the descriptions here by a test, and the
// descriptions to the types by the compiler, so this file is the contract.

import type { Author, DataMap, Heading, Html, PageData } from '../model.ts'
import type { Moment } from '../text/dates.ts'
import type { Helpers } from './helpers.ts'

/** Everything a template sees: the site, this page, and what it may call. */
export interface TemplateData extends Helpers {
  readonly site: SiteData
  readonly page: PageData
}

export interface LinkData {
  readonly title: string
  readonly url: string
}

export interface SiteData {
  readonly title: string
  readonly tagline: string
  readonly description: string
  readonly url: string
  readonly baseurl: string
  readonly lang: string
  readonly authors: readonly Author[]
  readonly nav: readonly LinkData[]
  readonly feed: string
  readonly data: DataMap
}

export const siteFields: { readonly [Field in keyof SiteData]: string } = {
  title: 'Name of the site',
  tagline: 'A few words below it',
  description: 'One sentence about it',
  url: 'Scheme and host, or empty',
  baseurl: 'Folder of the host, with a slash in front, or empty',
  lang: 'Language of the site',
  authors: 'Its writers, each with `name`, and `email` and `url` if known',
  nav: 'Links of the header, each with `title` and `url`',
  feed: 'Address of the Atom feed',
  data: 'Everything `_config.yml` says',
}

/** What every page has. */
export interface CommonPage extends PageData {
  readonly kind: string
  readonly title: string
  readonly url: string
  readonly canonical: string
  readonly description: string
  readonly lang: string
  readonly feeds: readonly LinkData[]
}

export const pageFields: { readonly [Field in Exclude<keyof CommonPage, number>]: string } = {
  kind: 'What is shown: `post`, `page`, `home`, `tags`, `tag`, `categories`, `category`, `archive`, `year`, `not-found`, `redirect`',
  title: 'Title of the page',
  url: 'Address, with `baseurl`',
  canonical: 'Address in full, or empty where the site has no `url`',
  description: 'One or two sentences about the page, as text',
  lang: 'Language of the page',
  feeds: 'Feeds that readers of this page may want, each with `title` and `url`',
}

/** A post as lists show it. */
export interface PostLink extends LinkData {
  readonly date: Moment
  readonly tags: readonly LinkData[]
  readonly description: string
}

/** A post as the home page shows it. */
export interface PostSummary extends PostLink {
  readonly excerpt: Html
  readonly minutes: number
}

export interface PostPage extends CommonPage {
  readonly content: Html
  readonly headings: readonly Heading[]
  readonly date?: Moment
  readonly updated?: Moment
  readonly authors: readonly Author[]
  readonly tags: readonly LinkData[]
  readonly categories: readonly LinkData[]
  readonly minutes: number
  readonly image: string
  readonly comments: boolean
  readonly math: boolean
  readonly previous?: PostLink
  readonly next?: PostLink
  readonly data: DataMap
}

export const postFields: { readonly [Field in Exclude<keyof PostPage, keyof CommonPage>]: string } = {
  content: 'The text as HTML',
  headings: 'Its headings, each with `level`, `id` and `html`',
  date: 'When it was published; pages have none',
  updated: 'When it was last changed, if the front matter says so',
  authors: 'Who wrote it',
  tags: 'Its tags, each with `title` and `url`',
  categories: 'Its categories, likewise',
  minutes: 'Minutes it takes to read',
  image: 'Address of its picture, or empty',
  comments: 'Whether readers may comment',
  math: 'Whether it holds formulas, for which the page links a style sheet',
  previous: 'The post before it: `title`, `url`, `date`, `tags`, `description`',
  next: 'The post after it, likewise',
  data: 'Every key of its front matter, as written',
}

export interface GroupLink extends LinkData {
  readonly count: number
}

export interface Pagination {
  readonly number: number
  readonly total: number
  readonly previous: string
  readonly next: string
}

export interface ListPage extends CommonPage {
  readonly posts: readonly PostLink[]
  readonly groups: readonly GroupLink[]
  readonly pagination: Pagination
  readonly target: string
}

export const listFields: { readonly [Field in Exclude<keyof ListPage, keyof CommonPage>]: string } = {
  posts: 'Posts of the page, newest first; on the home page each also has `excerpt` and `minutes`',
  groups: 'Tags, categories or years to choose from, each with `title`, `url` and `count`',
  pagination: '`number` of `total` pages, and the addresses of the `previous` and `next`, or empty',
  target: 'Where a redirect leads',
}
