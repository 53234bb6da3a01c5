// The nouns of the program. A build turns Sources into Entries, all entries into a Site, the site into Pages (`pages/page.ts`), a page into an
// Output; on the way the text of an entry becomes a Body. Everything here is plain read-only data, so it can be compared and kept.

import type { Moment } from './text/dates.ts'

declare const brand: unique symbol
type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }

/** A file's path below the site's folder, with `/` between parts: `posts/2021-01-11-intro.md`. */
export type SourcePath = Brand<string, 'SourcePath'>
/** A page's address below the site's root, percent-encoded, without `baseurl`: `/2021/01/11/intro/`. */
export type Permalink = Brand<string, 'Permalink'>
/** A file's path below the output folder, decoded, never above it: `2021/01/11/intro/index.html`. */
export type OutputPath = Brand<string, 'OutputPath'>
/** Markup that may go into a page unescaped. */
export type Html = Brand<string, 'Html'>

/** A file of the site's folder. Text files are read at once; the others only when something asks for their bytes. */
export interface Source {
  readonly path: SourcePath
  /**
   * `text` is decoded UTF-8 without its byte order mark, its line ends line feeds; where those of the file are others, Ruby sees no empty
   * lines in it. `file` stays on the disk; `unreadable` says why it could not be read.
   */
  readonly content:
    | { readonly kind: 'text'; readonly text: string; readonly hasEmptyLines?: false }
    | { readonly kind: 'file' }
    | { readonly kind: 'unreadable'; readonly reason: string; readonly hint: string; readonly line: number; readonly isLeftOut?: true }
  /** When the file was last changed, in milliseconds since 1970; a draft without a date takes it. */
  readonly modified: number
  /** When it was last committed, likewise, where the site asks git for it. */
  readonly committed?: number
}

/** A template of the site or of the default theme. */
export interface TemplateFile {
  /** As in `{% include %}`: `post` for `templates/post.eta`, `partials/nav` for `templates/partials/nav.eta`. */
  readonly name: string
  /** The path that a diagnostic names. */
  readonly path: string
  readonly text: string
}

/** Plain data as YAML and JSON hold it; a `Date` only where YAML had a timestamp with a time of day. */
export type Data =
  | null
  | boolean
  | number
  | string
  | Date
  | WrittenTime
  | WholeFloat
  | readonly Data[]
  | { readonly [key: string]: Data }
  | KeyedData
/** A map of a data file that has numbers for keys, which an object would put in another order. */
export type KeyedData = ReadonlyMap<string | number, Data>
/** `6.0`, which Ruby tells from `6`: a number in a box, since that is what comes whole through to other threads. */
export type WholeFloat = InstanceType<typeof Number>
/** `2021-01-20 23:59:59 -0800` or `… UTC`, a timestamp that is told by the clock that it was written by: a text in a box, likewise. */
export type WrittenTime = InstanceType<typeof String>
export type DataMap = { readonly [key: string]: Data }

export interface Author {
  readonly name: string
  readonly email?: string
  readonly url?: string
}

/** What posts and pages share: everything that can be known without rendering the body. */
interface Written {
  readonly source: SourcePath
  readonly title: string
  readonly slug: string
  readonly permalink: Permalink
  /** The same as its author wrote it, where that holds letters that an address must not; this is what Liquid prints. */
  readonly writtenPermalink?: string
  readonly output: OutputPath
  /** The template asked for; `none` for the bare body. */
  readonly layout: string
  readonly body: string
  /** The line of the file on which the body begins, counted from 1. */
  readonly bodyLine: number
  /** Markdown becomes HTML and Sass becomes CSS; `html` is whatever is taken as it is. */
  readonly format: 'markdown' | 'html' | 'sass'
  readonly updated?: Moment
  readonly authors: readonly Author[]
  readonly description?: string
  readonly lang?: string
  readonly image?: string
  readonly excerptSeparator: string
  /** What the excerpt is cut from, where that is not the body. */
  readonly excerptFrom?: string
  /** `excerpt:` of the front matter; printed as it is, as in Jekyll. */
  readonly excerpt?: string
  readonly comments: boolean
  readonly inSitemap: boolean
  readonly redirectFrom: readonly string[]
  readonly redirectTo?: string
  /** Every key of the front matter and of the defaults that apply, as written. */
  readonly data: DataMap
}

/** A dated text: what a blog is made of. */
export interface Post extends Written {
  readonly kind: 'post'
  readonly date: Moment
  readonly tags: readonly string[]
  readonly categories: readonly string[]
  readonly draft: boolean
}

/** A text without a date (`about.md`), reached by its address and not listed among the posts. */
export interface StandalonePage extends Written {
  readonly kind: 'page'
  /** The collection that it is a document of, if any; then it may have what posts have. */
  readonly collection?: string
  readonly date?: Moment
  readonly tags?: readonly string[]
  readonly categories?: readonly string[]
}

export type Entry = Post | StandalonePage

/** Posts, newest first, that share a tag, a category or a year. */
export interface Group {
  readonly name: string
  readonly permalink: Permalink
  readonly posts: readonly Post[]
}

/** Everything that is going to be published, in order, with its addresses. */
export interface Site {
  /** Newest first. */
  readonly posts: readonly Post[]
  readonly pages: readonly StandalonePage[]
  /** Documents of collections that have no pages of their own, which templates may show all the same. */
  readonly unwritten: readonly StandalonePage[]
  readonly tags: readonly Group[]
  readonly categories: readonly Group[]
  readonly years: readonly Group[]
  /** Months and days, where the configuration asks for their pages. */
  readonly periods: readonly Group[]
  /** Files copied as they are, and where to. */
  readonly files: readonly StaticFile[]
  /** Files of collections that have no pages of their own, which are not copied and which templates may name all the same. */
  readonly unwrittenFiles: readonly StaticFile[]
  /** When the build began. */
  readonly now: Moment
}

export interface StaticFile {
  readonly source: SourcePath
  readonly permalink: Permalink
  readonly output: OutputPath
  readonly modified?: number
  /** The address of the same file under its own name, where the name of this one tells its content. */
  readonly plain?: Permalink
  /** The collection in whose folder it lies, as a file of which it is copied. */
  readonly collection?: string
  /** The page of a PDF file (`posts/lecture1.pdf#page=3`) that it is a picture of. */
  readonly shows?: string
  /** `theme` files come from the templates folder, or from the default theme beside the program. */
  readonly from: 'posts' | 'theme'
}

/** What a template is told about the page; `templates/contract.ts` adds the site and the helpers. */
export type PageData = { readonly [key: string]: unknown }

/** Takes a path below the site's folder, as the file system tells it. */
export function sourcePath(path: string): SourcePath {
  return path.replaceAll('\\', '/').replace(/^\.\//, '') as SourcePath
}

/** Makes a percent-encoded address safe as Jekyll's `sanitize_url` does: one slash in front, no `..`, no `./`, no doubled slashes. */
export function permalink(url: string): Permalink {
  return `/${url}`
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/') as Permalink
}

/** The file for an address: a folder's `index.html` for one that ends in `/`, else the address itself. */
export function outputPath(decoded: string): OutputPath {
  // No disk takes a NUL in a name.
  const parts = decoded
    .replaceAll('\0', '')
    .split(/[/\\]/)
    .filter(part => part !== '' && part !== '.' && part !== '..')
  return (decoded.endsWith('/') ? [...parts, 'index.html'] : parts).join('/') as OutputPath
}

/** Marks text as markup; only for text that an escape function or a renderer made. */
export function html(markup: string): Html {
  return markup as Html
}
