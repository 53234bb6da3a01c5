// What a page is: an address, a template, and what the template is given. Nothing is made before somebody asks, and everything that a page is
// given comes through one door, so that whoever watches the door knows all that the page was made of.

import type { Heading, Link, Need } from '../body.ts'
import type { Book } from '../book/book.ts'
import type { Entry, Html, OutputPath, PageData, Permalink, Post, SourcePath } from '../model.ts'
import type { Moment } from '../text/dates.ts'
import type { Citation, Cited } from '../words/cited.ts'
import type { NumbersThrough } from '../words/labelled.ts'

/** One address of the site. */
export interface Page {
  readonly permalink: Permalink
  readonly output: OutputPath
  readonly from: Origin
  readonly inSitemap: boolean
  readonly updated?: Moment
  /** Everything that the page is made of besides what the whole site shares: entries, groups, texts and plain data. */
  readonly given: (ask: Ask) => Promise<Given>
  /** Makes a file of it. */
  readonly template: Template
}

/** Values in a page's hand. An entry among them counts with its front matter, a text with its words. */
export type Given = { readonly [name: string]: unknown }

/** Why there is a page: the author wrote it, or asked for a redirect to a file of his, or the program adds it by itself. */
export type Origin =
  | { readonly kind: 'source'; readonly source: SourcePath }
  | { readonly kind: 'redirect'; readonly source: SourcePath }
  /** `what` names the page in a sentence. A replaceable one (home, feeds, 404) is there to give way to the author's own. `namedIn` is the file of the
      author's, the first of them, that names what the address is made of: a tag, a course. */
  | { readonly kind: 'generated'; readonly what: string; readonly replaceable: boolean; readonly namedIn?: SourcePath | undefined }

/** What makes a file of what the page is given. All of it is pure, so what is given decides what the file holds. */
export type Template =
  /** A file of the templates folder, and what it is told. */
  | { readonly kind: 'eta'; readonly name: string; readonly tell: (given: never) => PageData }
  /** A format that has no template of its own: feeds, the sitemap, a bare text. */
  | { readonly kind: 'text'; readonly write: (given: never) => string }
  /** A text within the layouts of a Jekyll site, or a file that a plugin of it writes. Liquid may show anything, so it is made anew each time. */
  | { readonly kind: 'jekyll'; readonly isStyleSheet: boolean }
  /** A picture, drawn where the program can. */
  | { readonly kind: 'card' }
  | { readonly kind: 'book'; readonly tell: (given: never) => Book }

/** A page's two halves, which agree about what is given. */
export interface Made<Given> {
  readonly given: (ask: Ask) => Promise<Given>
  readonly template: Template
}

export function eta<Of extends Given>(name: string, given: (ask: Ask) => Promise<Of>, tell: (given: Of) => PageData): Made<Given> {
  return { given, template: { kind: 'eta', name, tell } }
}

export function text<Of extends Given>(given: (ask: Ask) => Promise<Of>, write: (given: Of) => string): Made<Given> {
  return { given, template: { kind: 'text', write } }
}

/** The door. */
export interface Ask {
  readonly text: (entry: Entry) => Promise<EntryText>
  /** What lists show of a text, which is known without reading it again. */
  readonly summary: (entry: Entry) => Promise<Summary>
  /** The related posts of a post, best first. */
  readonly related: (post: Post) => readonly Post[]
  /** The texts that seem to link to a text; what each says of it is in its summary. */
  readonly mentionedIn: (entry: Entry) => readonly Entry[]
  /** What several texts cite, said with one list of references for all. */
  readonly together: (entries: readonly Entry[]) => Promise<CitedTogether>
}

export type CitedTogether = Pick<Cited, 'said' | 'list' | 'notes'>

/** The text of an entry, read, and written as a page asks. */
export interface EntryText extends Summary {
  /** As its own page shows it. */
  readonly content: () => Html
  readonly headings: () => readonly Heading[]
  /** As it stands wherever our style sheet is not, with addresses in full where the site knows its own. */
  readonly elsewhere: () => Html
  /** Every address in it, in order, as pages show them. */
  readonly links: () => readonly Link[]
  readonly needs: ReadonlySet<Need>
  /** How many footnotes it has. */
  readonly footnotes: number
  readonly citations: readonly Citation[]
  /** As it stands among other texts on one page. */
  readonly within: (place: TextPlace) => Html
}

/** Where a text stands among others. */
export interface TextPlace {
  readonly idPrefix: string
  /** The level of its shallowest heading. */
  readonly topHeading: number
  readonly firstFootnote: number
  /** `3.` in front of the numbers of lecture 3. */
  readonly through: NumbersThrough
  /** What is cited in it, whose references stand elsewhere. */
  readonly cited: Cited
  /** Where an address leads from there. */
  readonly inward: (address: string) => string
  readonly dress?: 'page' | 'plain'
}

/** A text of the site that another links to, and the sentence that does so; empty where the link is all there is. */
export interface Mention {
  readonly to: SourcePath
  readonly sentence: Html | ''
}

export interface Summary {
  /** The excerpt, in plain dress. */
  readonly excerpt: Html
  /** The beginning of it in words, of about two lines. */
  readonly description: string
  /** Minutes it takes to read. */
  readonly minutes: number
  /** What else of the site it links to. */
  readonly mentions: readonly Mention[]
}
