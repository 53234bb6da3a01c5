// References in a style of the Citation Style Language (https://citationstyles.org), of which there are thousands. The only file that imports
// citeproc, whose traps are:
// - it is a megabyte and slow to start, so it is loaded when the first style is used, from its own package: its licence (CPAL or AGPL) is its own;
// - told of citations one by one it takes a second for a few lectures; all works at once, then each citation, is quick;
// - a style as large as Chicago's (240 KB) takes it two seconds to read, most of which it looks for macros by their names;
// - what its HTML says about looks stands in `style` attributes, which no page of ours may have;
// - of a number it does not say whose it is, but each work knows its own;
// - it wraps what it says of a work only for items that have a `system_id`, and then leaves out what stands around a citation.

import type { Diagnostic, Place } from '../diagnostic.ts'
import { brokenStyle } from '../diagnostics/citations.ts'
import { escapeHtml } from '../text/escape.ts'
import type { Citation, CitedItem, CitedPiece } from '../words/cited.ts'
import { asItem, type Engine, unlinked, withForms, withoutStyles } from './csl-items.ts'
import { isOfNotes, sayNotes } from './csl-notes.ts'
import { type Formatted, type Formatter, idOfReference, keysOf, type ToFormat } from './formatting.ts'
import { localeFor } from './locale.ts'
import type { Item } from './to-csl.ts'

/** Makes a formatter of a style; a diagnostic where it is none. */
export async function loadStyle(text: string, place: Place): Promise<Formatter | Diagnostic> {
  const csl = (await import('citeproc')).default
  if (!/<style\b[^>]*>[\s\S]*<\/style>/.test(text)) return brokenStyle(place, 'it holds no <style> element')
  if (!/<bibliography\b/.test(text) && /<link\b[^>]*rel="independent-parent"/.test(text))
    return brokenStyle(place, 'it only names another style, which is needed itself')
  const engines = new Map<string, Engine>()
  const items = { known: new Map<string, Item>() as ReadonlyMap<string, Item> }
  const engineFor = (lang: string): Engine => {
    const engine = engines.get(lang) ?? makeEngine(csl, text, lang, items)
    engines.set(lang, engine)
    return engine
  }
  try {
    engineFor('en')
  } catch (error) {
    return brokenStyle(place, String(error instanceof Error ? error.message : error).split('\n')[0] ?? '')
  }
  return toFormat => {
    items.known = toFormat.items
    const engine = engineFor(toFormat.lang)
    if (isOfNotes(text)) return { ...sayNotes(engine, toFormat), list: listOf(engine, toFormat.items) }
    return format(engine, toFormat, /<citation\b[\s\S]*?<layout\b([^>]*)>/.exec(text)?.[1] ?? '')
  }
}

interface System {
  readonly retrieveLocale: (lang: string) => string
  readonly retrieveItem: (id: string) => object
  readonly wrapCitationEntry: (words: string, id: string) => string
}

export interface Citeproc {
  readonly Engine: new (system: System, style: string, lang: string, isForced: boolean) => Engine
}

function makeEngine(csl: Citeproc, style: string, lang: string, items: { readonly known: ReadonlyMap<string, Item> }): Engine {
  const system: System = {
    retrieveLocale: () => localeFor(lang),
    retrieveItem: id => ({ ...items.known.get(id), system_id: id }),
    wrapCitationEntry: (words, id) => `<a data-key="${escapeHtml(id)}">${words}</a>`,
  }
  const engine = new csl.Engine(system, style, lang, true)
  engine.opt.development_extensions['wrap_url_and_doi'] = true
  return engine
}

function format(engine: Engine, { citations, uncited, items }: ToFormat, layout: string): Formatted {
  // Of works that it does not know the library makes a mistake of ours.
  const keys = [...new Set([...keysOf(citations).filter(key => items.has(key)), ...uncited])]
  engine.updateItems(keys)
  const around = { before: attribute(layout, 'prefix'), behind: attribute(layout, 'suffix') }
  const said = new Map(citations.map(citation => [citation.written, sayCitation(engine, citation, items, around)]))
  return { said, list: listOf(engine, items) }
}

function listOf(engine: Engine, items: ReadonlyMap<string, Item>): Formatted['list'] {
  const [about, entries] = engine.makeBibliography() || [{ entry_ids: [] }, []]
  return entries.map((entry, index) => {
    const key = about.entry_ids[index]?.[0] ?? ''
    const { mark, words } = takeEntry(entry)
    return { key, id: idOfReference(key), mark, words: withForms(words, [key], items) }
  })
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}

interface Around {
  readonly before: string
  readonly behind: string
}

function sayCitation(engine: Engine, { items, isInSentence }: Citation, known: ReadonlyMap<string, Item>, around: Around): CitedPiece[] {
  const cited = items.filter(({ key }) => known.has(key))
  const missing = items.filter(({ key }) => !known.has(key)).map(({ key }) => `; @${escapeHtml(key)}`)
  const [first] = cited
  if (first === undefined) return missing
  if (!isInSentence) return [around.before, ...linked(engine, cited, known), ...missing, around.behind]
  const author = unlinked(engine, [{ ...asItem({ ...first, suffix: '' }), 'author-only': true }])
  const rest = [around.before, ...linked(engine, [{ ...first, withoutAuthor: true }], known), around.behind]
  return author === '' ? rest : [`${author} `, ...rest]
}

function linked(engine: Engine, items: readonly CitedItem[], known: ReadonlyMap<string, Item>): CitedPiece[] {
  engine.opt.development_extensions['apply_citation_wrapper'] = true
  const keys = items.map(({ key }) => key)
  const words = withForms(withoutStyles(engine.makeCitationCluster(items.map(asItem))), keys, known)
  engine.opt.development_extensions['apply_citation_wrapper'] = false
  return words.split(/<a data-key="([^"]*)">(.*?)<\/a>/).flatMap((part, index, parts): CitedPiece[] => {
    if (index % 3 === 1) return [leading(engine, items, part.replaceAll('&amp;', '&'), parts[index + 1] ?? '')]
    return index % 3 === 2 || part === '' ? [] : [part]
  })
}

function leading(engine: Engine, items: readonly CitedItem[], written: string, words: string): CitedPiece {
  const number = Number(/\d+/.exec(words)?.[0])
  const key = items.find(item => (written === 'undefined' ? engine.registry.registry[item.key]?.seq === number : item.key === written))?.key
  return key === undefined ? words : { id: idOfReference(key), words }
}

function takeEntry(entry: string): { readonly mark: string; readonly words: string } {
  const inner = entry.trim().replace(/^<div class="csl-entry">([\s\S]*)<\/div>$/, '$1')
  const mark = /<div class="csl-left-margin">([\s\S]*?)<\/div>/.exec(inner)?.[1]?.trim() ?? ''
  const words = inner.replace(/<div class="csl-left-margin">[\s\S]*?<\/div>/, '').replace(/<\/?div[^>]*>/g, '')
  return { mark: withoutStyles(mark), words: withoutStyles(words.trim()) }
}
