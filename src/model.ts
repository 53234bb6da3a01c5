// The nouns of the program. A build turns Source into Post, Post into Rendered, all posts into a Site, the Site into Pages,
// a Page into an Output. Everything here is plain read-only data, so it can cross threads and be cached; the one thing
// that acts is a Page, which knows how to render itself when somebody asks for it.

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
  /** `text` is decoded UTF-8 without its byte order mark; `file` stays on the disk; `unreadable` says why it could not be read. */
  readonly content:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'file' }
    | { readonly kind: 'unreadable'; readonly reason: string; readonly hint: string; readonly line: number }
  /** When the file was last changed, in milliseconds since 1970; a draft without a date takes it. */
  readonly modified: number
  /** When it was last committed, likewise, where the site asks git for it. */
  readonly committed?: number
}

/** Plain data as YAML and JSON hold it; a `Date` only where YAML had a timestamp with a time of day. */
export type Data = null | boolean | number | string | Date | readonly Data[] | { readonly [key: string]: Data }
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
  readonly output: OutputPath
  /** The template asked for; `none` for the bare body. */
  readonly layout: string
  readonly body: string
  /** The line of the file on which the body begins, counted from 1. */
  readonly bodyLine: number
  /** Only Markdown files are rendered; an HTML page's body is taken as it is. */
  readonly format: 'markdown' | 'html'
  readonly updated?: Moment
  readonly authors: readonly Author[]
  readonly description?: string
  readonly lang?: string
  readonly image?: string
  readonly excerptSeparator: string
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
  /** The collection that it is a document of, if any. */
  readonly collection?: string
}

export type Entry = Post | StandalonePage

export interface Heading {
  readonly level: number
  readonly id: string
  readonly html: Html
}

/** A link or image whose address must be looked up among the site's files; `html` holds its place. */
export interface PendingLink {
  readonly url: string
  readonly isImage: boolean
  readonly line: number
}

/** A body turned into HTML, with all that later stages need from it. Depends on the body and the Markdown options alone. */
export interface Rendered {
  /** Links that the site must resolve stand in it as `\0number\0`; `resolveLinks` puts them in. */
  readonly html: string
  readonly excerptHtml: string
  readonly links: readonly PendingLink[]
  readonly headings: readonly Heading[]
  /** The words of the text without markup, code included, for descriptions and reading times. */
  readonly text: string
  /** The page needs the style sheet for formulas. */
  readonly hasMath: boolean
}

/** Posts that share a tag, a category or a year. */
export interface Group {
  readonly name: string
  readonly permalink: Permalink
  /** Newest first. */
  readonly posts: readonly Post[]
}

/** Everything that is going to be published, in order, with its addresses. */
export interface Site {
  /** Newest first. */
  readonly posts: readonly Post[]
  readonly pages: readonly StandalonePage[]
  readonly tags: readonly Group[]
  readonly categories: readonly Group[]
  readonly years: readonly Group[]
  /** Months and days, where the configuration asks for their pages. */
  readonly periods: readonly Group[]
  /** Files copied as they are, and where to. */
  readonly files: readonly StaticFile[]
  /** When the build began. */
  readonly now: Moment
}

export interface StaticFile {
  readonly source: SourcePath
  readonly permalink: Permalink
  readonly output: OutputPath
  /** `theme` files come from the templates folder, or from the default theme beside the program. */
  readonly from: 'posts' | 'theme'
}

/** An image file of the site as pages show it. */
export interface Picture {
  /** In pixels, as it is seen: a photograph taken upright is higher than wide. */
  readonly width: number
  readonly height: number
  /** Smaller files of the same picture, the best format first; `url` with `baseurl`, `width` in pixels. */
  readonly sources: readonly { readonly type: string; readonly files: readonly { readonly url: string; readonly width: number }[] }[]
}

/** What a page needs to render itself. */
export interface Renderer {
  /** The entry's body, rendered once and with its links resolved. */
  readonly body: (entry: Entry) => Promise<Rendered>
  /** Says that nobody is expected to ask for this body again; who does gets it all the same. */
  readonly forget: (entry: Entry) => void
  /** Fills a template: what it is called, and what the page gives it. */
  readonly fill: (template: string, page: PageData) => Html
  /** The image file at an address of the site; undefined for one that is not ours or cannot be read. */
  readonly picture: (address: string) => Picture | undefined
}

/** What a template is told about the page; `templates/contract.ts` adds the site and the helpers. */
export type PageData = { readonly [key: string]: unknown }

/** One address of the site. */
export interface Page {
  readonly permalink: Permalink
  readonly output: OutputPath
  readonly from: Origin
  readonly inSitemap: boolean
  readonly updated?: Moment
  /** The texts whose bodies it shows, so that they are rendered near it. To forget one costs time, and is no mistake. */
  readonly shows?: readonly Entry[]
  readonly render: (renderer: Renderer) => Promise<string>
}

/** Why there is a page: the author wrote it, or asked for a redirect to a file of his, or the program adds it by itself. */
export type Origin =
  | { readonly kind: 'source'; readonly source: SourcePath }
  | { readonly kind: 'redirect'; readonly source: SourcePath }
  /** `what` names the page in a sentence. A replaceable one (home, feeds, 404) is there to give way to the author's own. */
  | { readonly kind: 'generated'; readonly what: string; readonly replaceable: boolean }

/** A finished file. */
export interface Output {
  readonly path: OutputPath
  readonly content: string
}

/** Takes a path below the site's folder, as the file system tells it. */
export function sourcePath(path: string): SourcePath {
  return path.replaceAll('\\', '/').replace(/^\.\//, '') as SourcePath
}

/**
 * Makes an address safe as Jekyll's `sanitize_url` does: one slash in front, no `..`, no `./`, no doubled slashes.
 * The text must be percent-encoded where it needs to be.
 */
export function permalink(url: string): Permalink {
  return `/${url}`
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/') as Permalink
}

/** The file for an address: a folder's `index.html` for one that ends in `/`, else the address itself. */
export function outputPath(decoded: string): OutputPath {
  const parts = decoded.split(/[/\\]/).filter(part => part !== '' && part !== '.' && part !== '..')
  return (decoded.endsWith('/') ? [...parts, 'index.html'] : parts).join('/') as OutputPath
}

/** Marks text as markup; only for text that an escape function or a renderer made. */
export function html(markup: string): Html {
  return markup as Html
}
