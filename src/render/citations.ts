// What the citations of texts are made into: by our own style, or by one of CSL, which is loaded when the first text asks for it.

import { hash } from 'node:crypto'
import type { Body } from '../body.ts'
import { type Bibliographies, type Items, unknownKey } from '../citing/bibliographies.ts'
import { type Formatter, keysOf } from '../citing/formatting.ts'
import { ownStyle } from '../citing/own-style.ts'
import { listsUncited, uncitedIn } from '../citing/uncited.ts'
import { type Diagnostic, placeInBody } from '../diagnostic.ts'
import type { Entry, Source } from '../model.ts'
import type { CitedTogether } from '../pages/page.ts'
import { lazily } from '../text/lazily.ts'
import { remembered } from '../text/remembered.ts'
import type { Citation, Cited } from '../words/cited.ts'
import type { Say } from '../words/words.ts'

export interface Citations {
  /** True for a text that has a bibliography to cite from. */
  readonly areIn: (entry: Entry) => boolean
  /** True for a text that has a list of references, whatever it cites. */
  readonly listsUncited: (entry: Entry) => boolean
  /** What a text cites, said, with the list at its end; undefined for one that cites nothing. */
  readonly cited: (entry: Entry, citations: readonly Citation[]) => Promise<Cited | undefined>
  /** The same for several texts with one list; for each of them what it says, and the list. */
  readonly together: (texts: readonly CitingText[]) => Promise<CitedTogether>
  readonly problems: (entry: Entry, citations: readonly Citation[]) => Promise<Diagnostic[]>
  /** What the bibliographies answer to the keys that a text cites, in a hash. */
  readonly answers: (entry: Entry, keys: readonly string[]) => string
}

export interface CitingText {
  readonly entry: Entry
  readonly citations: readonly Citation[]
  /** How many footnotes it has. */
  readonly notes: number
}

export interface CitationsOf {
  readonly bibliographies: Bibliographies
  readonly langOf: (entry: Entry) => string
  readonly sayIn: (language: string) => Say
}

export function makeCitations({ bibliographies, langOf, sayIn }: CitationsOf): Citations {
  const { itemsFor, styleFor } = bibliographies
  const styles = remembered<Source, Promise<Formatter | Diagnostic>>()
  const formatterFor = async (entry: Entry): Promise<{ readonly formatter: Formatter; readonly problem?: Diagnostic }> => {
    const source = styleFor(entry)
    if (source?.content.kind !== 'text') return { formatter: ownStyle }
    const { text } = source.content
    // Most sites have no style of their own.
    const loaded = await styles(source, async () => (await import('../citing/csl-style.ts')).loadStyle(text, { file: source.path }))
    return typeof loaded === 'function' ? { formatter: loaded } : { formatter: ownStyle, problem: loaded }
  }
  const format = async (entries: readonly Entry[], citations: readonly Citation[], items: Items) => {
    const [entry] = entries as readonly [Entry]
    const uncited = [...new Set(entries.flatMap(each => uncitedIn(each, items)))].filter(key => items.has(key))
    const { formatter } = await formatterFor(entry)
    const lang = langOf(entry)
    return formatter({ citations: onlyKnown(citations, items), inOrder: citations, uncited, items, lang, say: sayIn(lang) })
  }
  const hashes = remembered<Items, (keys: readonly string[]) => string>()
  return {
    areIn: entry => itemsFor(entry) !== undefined,
    listsUncited: entry => itemsFor(entry) !== undefined && listsUncited(entry),
    cited: async (entry, citations) => {
      const items = itemsFor(entry)
      if (items === undefined || (citations.length === 0 && !listsUncited(entry))) return undefined
      return { ...(await format([entry], citations, items)), leads: id => `#${id}` }
    },
    together: async texts => {
      const items: Items = new Map(texts.toReversed().flatMap(({ entry }) => [...(itemsFor(entry) ?? [])]))
      const entries = texts.map(({ entry }) => entry)
      const citations = numberedThrough(texts)
      if (entries.length === 0 || (citations.length === 0 && !entries.some(listsUncited))) return { said: new Map(), list: [] }
      return format(entries, citations, items)
    },
    problems: async (entry, citations) => {
      const items = itemsFor(entry)
      const unlisted = items && uncitedIn(entry, items).flatMap(key => unknownKey(key, false, items, () => ({ file: entry.source })))
      if (items === undefined || citations.length === 0) return unlisted ?? []
      const { problem } = await formatterFor(entry)
      return [...(problem === undefined ? [] : [problem]), ...unknownKeys(entry, citations, items), ...(unlisted ?? [])]
    },
    answers: (entry, keys) => {
      const items = itemsFor(entry)
      if (items === undefined) return ''
      const answer = hashes(items, () => keys => hashOf(JSON.stringify(keys.map(key => items.get(key) ?? null))))
      const style = styleFor(entry)?.content
      return answer([...keys, ...uncitedIn(entry, items)]) + (style?.kind === 'text' ? hashOf(style.text) : '')
    },
  }
}

function hashOf(text: string): string {
  return hash('sha1', text, 'base64')
}

function unknownKeys(entry: Entry, citations: readonly Citation[], items: Items): Diagnostic[] {
  const lines = lazily(() => entry.body.split('\n'))
  // What stands in no brackets may be somebody's name elsewhere.
  return citations.flatMap(({ written, items: cited, line }) =>
    cited.flatMap(({ key }) => unknownKey(key, /^-?@/.test(written), items, () => placeInBody(entry, lines(), line, key))),
  )
}

// Of texts on one page the notes are counted through.
function numberedThrough(texts: readonly CitingText[]): Citation[] {
  let before = 0
  return texts.flatMap(({ citations, notes }) => {
    const first = before
    before += notes
    return citations.map(citation => ({ ...citation, note: (citation.note ?? 0) + first }))
  })
}

// A citation of works that nobody knows stays as it is written.
function onlyKnown(citations: readonly Citation[], items: Items): readonly Citation[] {
  const known = new Map(citations.filter(({ items: cited }) => cited.some(({ key }) => items.has(key))).map(each => [each.written, each]))
  return [...known.values()]
}

/** The keys that a body cites. */
export function citedIn({ citations }: Body): readonly string[] {
  return keysOf(citations)
}
