// jekyll-titles-from-headings: a page without a title is called as the heading that it begins with.

import type { DataMap } from '../../model.ts'
import { at, normalizeWhitespace, stripHtml } from '../values.ts'

export interface TitlesOf {
  readonly config: DataMap
  readonly markdownify: (line: string) => string
}

export interface Titled {
  readonly title: string
  /** The text, without the heading where the site wants it so. */
  readonly body: string
}

const heading = /^\s*(?:#{1,3}\s+(.*)(?:\s+#{1,3})?|(.*)\r?\n[-=]+\s*)$/m

/** Undefined for a text that begins with no heading. `body` is Markdown; whether the page has a title is for the caller to know. */
export function titleFromHeading(body: string, data: DataMap, { config, markdownify }: TitlesOf): Titled | undefined {
  const found = heading.exec(body)
  if (found === null || body.slice(0, found.index).trim() !== '') return undefined
  const written = found[1] ?? found[2] ?? ''
  const title = normalizeWhitespace(stripHtml(markdownify(written))).replace(/\[\^[^\]]*\]/g, '')
  const isStripped = (data['strip_title'] ?? at(config, 'titles_from_headings', 'strip_title')) === true
  return { title, body: isStripped ? body.slice(found.index + found[0].length).trim() : body }
}

export interface TitledFile {
  readonly isMarkdown: boolean
  /** A document of a collection has a title from the name of its file, which counts for none here. */
  readonly isDocument: boolean
  readonly data: DataMap
}

export function needsTitle({ isMarkdown, isDocument, data }: TitledFile, config: DataMap): boolean {
  const setting = (key: string): unknown => at(config, 'titles_from_headings', key)
  if (setting('enabled') === false || !isMarkdown) return false
  return isDocument ? setting('collections') === true : (data['title'] ?? null) === null
}
