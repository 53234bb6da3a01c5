// What a template receives, as `it`. The manual's tables are held to the descriptions here by a test, and the
// descriptions to the types by the compiler, so this file is the contract.

import type { Heading } from '../body.ts'
import type { License } from '../config/credits.ts'
import type { Author, DataMap, Html, PageData } from '../model.ts'
import type { Moment } from '../text/dates.ts'
import type { CourseState, LectureOfCourse } from './course-contract.ts'
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
  readonly search: string
  readonly license?: License | undefined
  readonly profiles: readonly string[]
  readonly source: string
  readonly style: string
  readonly sheets: readonly string[]
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
  search: 'Address of the search page, or empty',
  license: 'Licence of the texts, with `name` and `url`, if the configuration tells one',
  source: 'Address of the repository, or empty',
  profiles: 'Addresses of the writer’s profiles elsewhere',
  style: 'What `style` in `_config.yml` makes: a style sheet as text, or empty',
  sheets: 'Addresses of style sheets to link behind the theme’s: `assets/custom.css` in `templates/`, if it is there',
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
  readonly dir: 'ltr' | 'rtl'
  readonly feeds: readonly LinkData[]
  readonly meta: readonly MetaTag[]
  readonly jsonLd?: object | undefined
  readonly content?: Html | ''
}

/** A `<meta>` element. */
export interface MetaTag {
  readonly attribute: 'name' | 'property'
  readonly name: string
  readonly content: string
}

/** The picture that stands for a page where somebody shares its address. */
export interface PageImage {
  /** With `baseurl`, or in full. */
  readonly url: string
  readonly alt: string
  /** In pixels, where they are known. */
  readonly width?: number
  readonly height?: number
}

export const pageFields: { readonly [Field in Exclude<keyof CommonPage, number>]: string } = {
  kind: 'What is shown: `post`, `page`, `home`, `tags`, `tag`, `categories`, `category`, `archive`, `year`, `not-found`, `redirect`, `search`, `disqus`, `course`, `course-all`, `courses`',
  title: 'Title of the page',
  url: 'Address, with `baseurl`',
  canonical: 'Address in full, or empty where the site has no `url`',
  description: 'One or two sentences about the page, as text',
  lang: 'Language of the page',
  dir: 'Direction of that language: `ltr` or `rtl`',
  feeds: 'Feeds that readers of this page may want, each with `title` and `url`',
  meta: 'What cards and indexes are told, each with `attribute` (`name` or `property`), `name` and `content`',
  content: 'Text of the page; of a list only where its author wrote a page with the name of the list as its `layout`',
  jsonLd: 'What search engines are told (schema.org), for a script of the type `application/ld+json`; lists have none',
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
  readonly image: string
  readonly imageAlt: string
}

export interface PostPage extends CommonPage {
  readonly subtitle: string
  readonly lecture?: LectureOfCourse | undefined
  readonly content: Html
  readonly headings: readonly Heading[]
  readonly date?: Moment | undefined
  readonly updated?: Moment | undefined
  readonly authors: readonly Author[]
  readonly tags: readonly LinkData[]
  readonly categories: readonly LinkData[]
  readonly minutes: number
  readonly image: string
  readonly imageAlt: string
  readonly comments: boolean
  readonly discussion?: Discussion | undefined
  readonly math: boolean
  readonly notes: boolean
  readonly blocks: boolean
  readonly related: readonly PostLink[]
  readonly mentions: readonly MentionLink[]
  readonly citation?: Citation | undefined
  readonly edit: string
  readonly links: readonly string[]
  readonly translations: readonly Translation[]
  readonly previous?: NeighbourLink | undefined
  readonly next?: NeighbourLink | undefined
  readonly data: DataMap
}

/** A text that links to the post, with the sentence in which it does; empty where the link is all there is. */
export interface MentionLink extends LinkData {
  readonly sentence: Html | ''
}

/** A text in one of its languages. */
export interface Translation extends LinkData {
  readonly lang: string
  /** Its address in full, or empty. */
  readonly canonical: string
}

/** The post before or after one. Of a lecture `label` tells its number; other posts have `date`, `tags` and `description`. */
export interface NeighbourLink extends LinkData, Partial<Omit<PostLink, keyof LinkData>> {
  readonly label?: string
}

/** Where the comments of a post are. */
export interface Discussion {
  readonly provider: 'giscus' | 'utterances' | 'disqus'
  /** What a frame shows. */
  readonly frame: string
  /** Where they can be read without it. */
  readonly link: string
}

export interface Citation {
  readonly sentence: string
  readonly bibtex: string
}

export const postFields: { readonly [Field in Exclude<keyof PostPage, keyof CommonPage>]: string } = {
  subtitle: 'The line below its title, or empty',
  lecture: 'Of a lecture: its `course`, `label` (“Lecture 3 of 8”), `slides`, `video`, and `rows`, the lectures of the course',
  content: 'The text as HTML',
  headings: 'Its headings, each with `level`, `id` and `html`',
  date: 'When it was published; pages have none',
  updated: 'When it was last changed, if the front matter says so',
  authors: 'Who wrote it',
  tags: 'Its tags, each with `title` and `url`',
  categories: 'Its categories, likewise',
  minutes: 'Minutes it takes to read',
  image: 'Address of its picture, or empty',
  imageAlt: 'What the picture shows, in words',
  comments: 'Whether readers may comment',
  discussion: 'Their comments, if the site has a provider: `provider`, `frame` (an address for an iframe) and `link`',
  math: 'Whether it holds formulas, for which the page links a style sheet',
  notes: 'Whether it has footnotes, for which the page links a style sheet',
  blocks: 'Whether it has blocks of a lecture (notes, theorems, exercises), likewise',
  related: 'Up to three posts on the same matter, each with `title`, `url`, `date`, `tags`, `description`',
  mentions: 'Posts that link to it, newest first, each with `title`, `url` and `sentence`, the words around the link as HTML',
  citation: 'How to cite it: `sentence` and `bibtex`; pages have none',
  edit: 'Where its text can be edited, or empty',
  links: 'Addresses of other sites that the text links to, in order, for the list that is printed',
  translations: 'The text in all its languages, if there are several: `title` (the language in its own words), `url`, `lang`, `canonical`',
  previous: 'The post before it: `title`, `url`, `date`, `tags`, `description`; of a lecture the one before it: `title`, `url`, `label`',
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
  readonly courses: readonly CourseState[]
  readonly arrangement: 'list' | 'cards' | 'index'
}

export const listFields: { readonly [Field in Exclude<keyof ListPage, keyof CommonPage>]: string } = {
  posts: 'Posts of the page, newest first; on the home page each also has `excerpt`, `minutes`, `image` and `imageAlt`',
  groups: 'Tags, categories or years to choose from, each with `title`, `url` and `count`',
  pagination: '`number` of `total` pages, and the addresses of the `previous` and `next`, or empty',
  target: 'Where a redirect leads',
  courses: 'On the home page: the courses, each with `title`, `code`, `url`, `count`, `planned`, `lectures`, `newest` (a date)',
  arrangement: 'Of the home page: `list`, `cards` or `index`, as the configuration says',
}
