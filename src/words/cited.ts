// What a text cites, and what is said of it.

/** A place where a text cites: `[see @a, p. 3; @b]`, or `@a` in a sentence. */
export interface Citation {
  readonly written: string
  /** It is a part of the sentence, which names the author: `@a shows`. */
  readonly isInSentence: boolean
  readonly items: readonly CitedItem[]
  /** The line of the file on which its block begins. */
  readonly line: number
  /** The number of the footnote that it stands in, or that it would be in a style of notes; undefined until the whole text is read. */
  readonly note?: number
}

export interface CitedItem {
  readonly key: string
  /** What stands in front of it and behind it, a place in the work among it: `see`, `p. 3`. */
  readonly prefix: string
  readonly suffix: string
  readonly withoutAuthor: boolean
}

/** What the citations of a text are made into. */
export interface Cited {
  /** By what is written there: words, and those that lead to a reference. */
  readonly said: ReadonlyMap<string, readonly CitedPiece[]>
  /** Where the style has notes: what they say as HTML, by the places of their citations in the text; none where no notes are shown. */
  readonly notes?: readonly (string | undefined)[]
  /** The references, if they stand at the end of this text. */
  readonly list: readonly Reference[]
  /** Where the reference with an id stands; undefined where there are none. */
  readonly leads: ((id: string) => string) | undefined
}

/** As HTML. */
export type CitedPiece = string | { readonly id: string; readonly words: string }

/** A work in a list of references, as HTML. */
export interface Reference {
  readonly key: string
  readonly id: string
  /** Its number or letters, where the style sets one beside it. */
  readonly mark: string
  readonly words: string
}
