// What a book is: the texts of a course, before they are a file.

import type { Author, Html, SourcePath } from '../model.ts'
import { unescapeHtml } from '../text/escape.ts'

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
  /** Its title above it, with formulas. */
  readonly heading?: Html
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** The module that begins with it; or empty. */
  readonly module: string
  readonly content: Html
}

/** The same book, its titles set: with formulas above a chapter, and in words where a reader lists them. */
export function withSetTitles(book: Book, write: (title: string, dress: 'plain' | 'words') => Html): Book {
  const inWords = (title: string): string => unescapeHtml(write(title, 'words'))
  const chapters = book.chapters.map(chapter => ({
    ...chapter,
    title: inWords(chapter.title),
    heading: write(chapter.title, 'plain'),
  }))
  return { ...book, title: inWords(book.title), chapters }
}

/** The bytes of a file of the site; undefined for one that cannot be read. */
export type ReadBytes = (source: SourcePath) => Uint8Array | undefined
