// What is said to citeproc of a citation, and what is left of what it answers.

import { escapeHtml } from '../text/escape.ts'
import { ownValue } from '../text/own-value.ts'
import type { CitedItem } from '../words/cited.ts'
import { richText } from './formatting.ts'
import { withRanges } from './pages.ts'
import type { Item } from './to-csl.ts'

/** What of citeproc is used here. */
export interface Engine {
  readonly opt: { readonly development_extensions: Record<string, boolean> }
  readonly registry: { readonly registry: Readonly<Record<string, { readonly seq: number } | undefined>> }
  readonly updateItems: (ids: readonly string[]) => void
  readonly makeCitationCluster: (items: readonly object[]) => string
  readonly rebuildProcessorState: (
    clusters: readonly object[],
    mode: 'html',
    uncited: readonly string[],
  ) => readonly (readonly [id: string, note: number, words: string])[]
  readonly makeBibliography: () => false | readonly [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]]
}

// What a place in a work is called, in short and in full, as CSL calls it.
const places: readonly (readonly [RegExp, string])[] = [
  [/^(?:pp?\.?|pages?)\s+/i, 'page'],
  [/^(?:ch|chap|chapters?)\.?\s+/i, 'chapter'],
  [/^(?:secs?|sections?)\.?\s+|^§+\s*/i, 'section'],
  [/^(?:vols?|volumes?)\.?\s+/i, 'volume'],
  [/^(?:figs?|figures?)\.?\s+/i, 'figure'],
  [/^(?:nos?|numbers?)\.?\s+/i, 'issue'],
  [/^(?:paras?|paragraphs?)\.?\s+|^¶+\s*/i, 'paragraph'],
  [/^(?=\d)/, 'page'],
]

/** An item of a citation as CSL knows it: the place in the work apart from what else stands behind it. */
export function asItem({ key, prefix, suffix, withoutAuthor }: CitedItem): object {
  const place = places.find(([pattern]) => pattern.test(suffix))
  const [, locator = '', rest = ''] =
    place === undefined ? ['', '', suffix] : (/^([^\s,]+(?:,\s*\d[\d–-]*)*)(.*)$/s.exec(suffix.replace(place[0], '')) ?? [])
  return {
    id: key,
    ...(prefix === '' ? {} : { prefix: `${prefix} ` }),
    ...(locator === '' ? {} : { locator: withRanges(locator), label: place?.[1] }),
    // Behind a place words go on as they are written: `pp. 33–35 and passim`.
    ...(rest === '' ? {} : { suffix: locator !== '' || rest.startsWith(',') ? rest : `, ${rest}` }),
    ...(withoutAuthor ? { 'suppress-author': true } : {}),
  }
}

/** The words of a citation in which nothing leads anywhere. */
export function unlinked(engine: Engine, items: readonly object[]): string {
  const words = engine.makeCitationCluster(items)
  // A style of numbers may have no form for an author by himself.
  return words.includes('NO_PRINTED_FORM') ? '' : withoutStyles(words)
}

const noForm = /\[CSL STYLE ERROR: reference with no printed form\.\]|\[NO_PRINTED_FORM\]/g

/** With the title of a work, or its key, where a style has nothing to say of it: it names an author, and the work has none. */
export function withForms(words: string, keys: readonly string[], items: ReadonlyMap<string, Item>): string {
  let count = 0
  return words.replace(noForm, () => {
    const key = keys[count++] ?? keys[0] ?? ''
    const title = items.get(key)?.title
    return title === undefined ? escapeHtml(key) : `<i>${richText(title)}</i>`
  })
}

const looks: Readonly<Record<string, string>> = { 'font-variant:small-caps;': 'small-caps', 'text-decoration:underline;': 'underlined' }

/** HTML with classes in the place of its `style` attributes. */
export function withoutStyles(words: string): string {
  return words.replace(/<(\w+) style="([^"]*)">/g, (_, tag: string, style: string) => {
    const name = ownValue(looks, style.replace(/\s+/g, ''))
    return name === undefined ? `<${tag}>` : `<${tag} class="${name}">`
  })
}
