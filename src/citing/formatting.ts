// What a style does: from all that a text cites, what stands in the text and in the list at its end.

import { escapeHtml } from '../text/escape.ts'
import type { Citation, CitedPiece, Reference } from '../words/cited.ts'
import type { Say } from '../words/words.ts'
import type { Item } from './to-csl.ts'

export interface Formatted {
  readonly said: ReadonlyMap<string, readonly CitedPiece[]>
  readonly list: readonly Reference[]
  /** Of a style of notes, by the places of `inOrder`. */
  readonly notes?: readonly (string | undefined)[]
}

export interface ToFormat {
  /** In the order of the text, each once; every item of them is known. */
  readonly citations: readonly Citation[]
  /** All there are, in the order of the text; of some nobody may know a work. */
  readonly inOrder: readonly Citation[]
  /** Works that stand in the list though nothing cites them; all are known. */
  readonly uncited: readonly string[]
  readonly items: ReadonlyMap<string, Item>
  readonly lang: string
  readonly say: Say
}

export type Formatter = (text: ToFormat) => Formatted

/** The keys that are cited, in the order of the text. */
export function keysOf(citations: readonly Citation[]): string[] {
  return [...new Set(citations.flatMap(({ items }) => items.map(({ key }) => key)))]
}

/** The id of a reference; what an address cannot hold is left out of it. */
export function idOfReference(key: string): string {
  return `ref-${key.replace(/[^\p{L}\p{N}_:.-]+/gu, '-')}`
}

/** A text of an item as HTML: the tags that CSL knows stay, those that only tell a style where capitals stay go. */
export function richText(text: string): string {
  return escapeHtml(text.replace(/<span class="nocase">(.*?)<\/span>/g, '$1'))
    .replace(/&lt;(\/?(?:i|b|su[bp]))&gt;/g, '<$1>')
    .replaceAll('&#39;', '’')
}
