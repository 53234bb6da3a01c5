// A text as it was read, and what its writing depends on besides. Plain read-only data, so it can be compared and kept.

import type { Token } from 'markdown-it'
import type { Html } from './model.ts'
import type { Picture } from './text/picture.ts'
import type { Citation, Cited } from './words/cited.ts'
import type { Labelled, LabelledElsewhere, NumbersThrough } from './words/labelled.ts'
import type { Say } from './words/words.ts'

/** A link, image or other address in a text, as its author wrote it. */
export interface Link {
  readonly url: string
  readonly kind: 'link' | 'image' | 'resource'
  /** The line of the file on which the block begins that holds it. */
  readonly line: number
  /** The words of a link, or what an image shows in words; undefined where only the markup knows them. */
  readonly text?: string
}

/** A link by name, `[[Title#Heading|words]]`. */
export interface NamedLink {
  readonly written: string
  /** A title, or a file with or without its folder; empty for a heading of the same text. */
  readonly name: string
  readonly heading: string
  readonly words: string
  /** The line of the file on which the block begins that holds it. */
  readonly line: number
  /** It stands on a line of its own, where a text can be shown. */
  readonly isAlone?: true
}

/** True for the type of a token that is a link by name, or shows what has the name. */
export function isNamedLink(type: string): boolean {
  return type === 'wikilink' || type === 'shown_text'
}

/** True for one that is to show its target in its place, `![[file]]`. */
export function isEmbed({ written }: Pick<NamedLink, 'written'>): boolean {
  return written.startsWith('!')
}

/** Where such a link leads, and what it says where its author does not. */
export interface NamedTarget {
  readonly address: string
  readonly words: string
  /** The same in each dress, where it has formulas or code. */
  readonly html?: Readonly<Record<Frame['dress'], Html>>
}

/** Where another text is to be shown. */
export interface ShownPlace {
  readonly link: NamedLink
  /** Tells it from the other such places of its text. */
  readonly id: string
  /** The level of the headings that stand below the one above it; undefined where there is none. */
  readonly topHeading: number | undefined
  readonly frame: Frame
}

export interface Heading {
  readonly level: number
  readonly id: string
  readonly html: Html
}

/** What a page must bring along for a text. */
export type Need = 'math' | 'footnotes' | 'blocks'

/** A text as it was read: its tokens, and what is known from them. Depends on the text and the Markdown options alone. */
export interface Body {
  /** Formulas are set and code is coloured in them; everything that a frame decides is not. */
  readonly tokens: readonly Token[]
  /** In the order of the text, footnotes last. */
  readonly links: readonly Link[]
  /** Headings that have an id, for a list of contents; each with the tokens of its line. */
  readonly headings: readonly BodyHeading[]
  /** The levels of all headings, those in raw HTML too: the shallowest and the deepest; undefined where there is none. */
  readonly levels: readonly [shallowest: number, deepest: number] | undefined
  /** Pictures and displayed formulas, which are looked at and not read. */
  readonly figures: number
  /** The labels of its footnotes, in order. */
  readonly footnotes: readonly string[]
  /** What can be referred to, by its label (`thm-cap`); and the labels that are referred to, each with the line of the file where its block begins. */
  readonly labels: ReadonlyMap<string, Labelled>
  readonly references: readonly { readonly label: string; readonly line: number }[]
  /** Where it cites, in order. */
  readonly citations: readonly Citation[]
  /** Its links by name, in order. */
  readonly namedLinks: readonly NamedLink[]
  readonly needs: ReadonlySet<Need>
  /** The words of the text without markup, code included, for reading times. */
  readonly words: string
  /** Undefined where the whole text is the excerpt. */
  readonly excerpt?: Body
}

export interface BodyHeading {
  readonly level: number
  readonly id: string
  readonly tokens: readonly Token[]
}

/** How a body is written: `page` for our own pages; `plain` for wherever our style sheet is not; `words` to take the words of it. */
export type Dress = 'page' | 'plain' | 'words'

/** Everything that the writing of a body depends on besides the body. */
export interface Frame {
  readonly dress: Dress
  readonly codeMarkup: 'lectern' | 'rouge'
  /** The address of a link as it stands in the page. */
  readonly address: (link: Link) => string
  /** What has a label in another text of the same course. */
  readonly labelled: (label: string) => LabelledElsewhere | undefined
  /** What has the name of such a link; undefined where nothing has. */
  readonly named: (link: NamedLink) => NamedTarget | undefined
  /** The text that such a link shows in its place, `![[Title#Heading]]`, as it stands among what this frame writes; undefined where a link stands. */
  readonly shown?: (place: ShownPlace) => Html | undefined
  /** What is written stands in the midst of another text, which has the margin and the top of the page. */
  readonly isShown?: boolean
  /** The recording of the text at so many seconds, if it has one. */
  readonly atTime?: (seconds: number) => string | undefined
  /** What its citations are made into; undefined for a text without. */
  readonly cited: Cited | undefined
  /** The image file at such an address. */
  readonly picture: (address: string) => Picture | undefined
  /** The level that the shallowest heading gets; undefined leaves all as they are written. */
  readonly topHeading: number | undefined
  /** Stands in front of every id, so that several texts may share a page. */
  readonly idPrefix: string
  /** How things are numbered where several texts share a page; undefined for a text by itself. */
  readonly through: NumbersThrough | undefined
  /** The number of the first footnote, where not the text's own. */
  readonly firstFootnote: number
  /** What we say ourselves, in the language of the text. */
  readonly say: Say
}
