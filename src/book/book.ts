// What a book is: the texts of a course, before they are a file.

import type { Author, Html, SourcePath } from '../model.ts'

export interface Book {
  /** By which readers know it again: its address, or a tag where the site has none. */
  readonly identifier: string
  readonly title: string
  /** Its code, its term, who gives it. */
  readonly facts: readonly string[]
  readonly description: string
  readonly authors: readonly Author[]
  readonly publisher: string
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** When it last changed, in UTC: `2024-09-16T00:00:00Z`. */
  readonly modified: string
  /** What its list of contents is called. */
  readonly contents: string
  readonly chapters: readonly Chapter[]
  /** Files of the site by the addresses that texts may show them under. */
  readonly files: ReadonlyMap<string, SourcePath>
}

export interface Chapter {
  /** A name for its file. */
  readonly id: string
  readonly label: string
  readonly title: string
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** The module that begins with it; or empty. */
  readonly module: string
  readonly content: Html
}

/** The bytes of a file of the site; undefined for one that cannot be read. */
export type ReadBytes = (source: SourcePath) => Uint8Array | undefined
