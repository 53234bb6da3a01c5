// Which bibliography a text cites from: those that its front matter names, then `.bib` files beside it and in the folders above, then those of the
// site. Of two entries with one key it is the nearer that counts. A text that has none is read without citations.

import type { Config } from '../config/config.ts'
import { texts } from '../config/readers.ts'
import type { Checked, Diagnostic, Place } from '../diagnostic.ts'
import { missingBibliography, missingStyle, unknownCitation } from '../diagnostics/citations.ts'
import type { Entry, Source } from '../model.ts'
import { nearest } from '../text/nearest.ts'
import { baseName, folderOf, joinPath } from '../text/url.ts'
import { readBibtex } from './bibtex.ts'
import { type Item, toItems } from './to-csl.ts'

export type Items = ReadonlyMap<string, Item>

export interface Bibliographies {
  /** All that a text may cite; undefined where there is no bibliography for it. */
  readonly itemsFor: (entry: Entry) => Items | undefined
  /** The style that a text or the site asks for; undefined for our own. */
  readonly styleFor: (entry: Entry) => Source | undefined
  /** What is wrong with the bibliographies, and with how texts name them. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface BibliographiesOf {
  /** All `.bib` and `.csl` files of the site. */
  readonly sources: readonly Source[]
  readonly config: Config
  readonly entries: readonly Entry[]
  /** Reads a file, if it has not been read before. */
  readonly read: (source: Source, make: () => Checked<readonly Item[]>) => Checked<readonly Item[]>
  /** Where the front matter of an entry has a key. */
  readonly placeOf: (entry: Entry, key: string) => Place
}

export function findBibliographies({ sources, config, entries, read, placeOf }: BibliographiesOf): Bibliographies {
  if (sources.length === 0 && config.bibliography.length === 0) return noBibliographies
  const files = sources.filter(({ path }) => /\.bib$/i.test(path))
  const styles = sources.filter(({ path }) => /\.csl$/i.test(path))
  const readFile = (source: Source): Checked<readonly Item[]> => read(source, () => readSource(source))
  const siteWide = [
    ...config.bibliography.flatMap(name => find(name, '', files) ?? []),
    ...files.filter(({ path }) => /^(?:_bibliography|assets\/bibliography)\//.test(path)),
  ]
  const byScope = new Map<string, Items | undefined>()
  const itemsFor = (entry: Entry): Items | undefined => {
    const folder = folderOf(entry.source)
    const named = namesIn(entry, 'bibliography').flatMap(name => find(name, folder, files) ?? [])
    const scope = [...new Set([...named, ...besideOrAbove(folder, files), ...siteWide])]
    const key = scope.map(({ path }) => path).join('\n')
    if (!byScope.has(key)) byScope.set(key, scope.length === 0 ? undefined : merged(scope.map(source => readFile(source).value)))
    return byScope.get(key)
  }
  return {
    itemsFor,
    styleFor: entry => {
      const own = namesIn(entry, 'csl')[0]
      return own === undefined ? find(config.csl, '', styles) : find(own, folderOf(entry.source), styles)
    },
    diagnostics: [...files.flatMap(source => readFile(source).diagnostics), ...problemsOf(config, entries, files, styles, placeOf)],
  }
}

export const noBibliographies: Bibliographies = { itemsFor: () => undefined, styleFor: () => undefined, diagnostics: [] }

function readSource({ path, content }: Source): Checked<readonly Item[]> {
  if (content.kind !== 'text') return { value: [], diagnostics: [] }
  const { value, diagnostics } = readBibtex(path, content.text)
  return { value: toItems(value), diagnostics }
}

function namesIn({ data }: Entry, key: 'bibliography' | 'csl'): readonly string[] {
  return texts.read(data[key] ?? null) ?? []
}

// Beside the text, or from the site's folder, or where bibliographies usually are; the ending may be left out.
function find(name: string, folder: string, files: readonly Source[]): Source | undefined {
  if (name === '') return undefined
  const below = name.replace(/^\/+/, '')
  const places = [joinPath(folder, name), below, `posts/${below}`, `_bibliography/${below}`, `assets/bibliography/${below}`]
  return places
    .map(place => files.find(({ path }) => path === place || path.replace(/\.\w+$/, '') === place))
    .find(file => file !== undefined)
}

function besideOrAbove(folder: string, files: readonly Source[]): readonly Source[] {
  return files
    .filter(({ path }) => folderOf(path) === '' || folderOf(path) === folder || folder.startsWith(`${folderOf(path)}/`))
    .toSorted((one, other) => folderOf(other.path).length - folderOf(one.path).length)
}

function merged(files: readonly (readonly Item[])[]): Items {
  const items = new Map<string, Item>()
  for (const item of files.flat()) if (!items.has(item.id)) items.set(item.id, item)
  return items
}

function problemsOf(
  config: Config,
  entries: readonly Entry[],
  files: readonly Source[],
  styles: readonly Source[],
  placeOf: BibliographiesOf['placeOf'],
): Diagnostic[] {
  const near = (name: string, among: readonly Source[]): string | undefined =>
    nearest(
      baseName(name),
      among.map(({ path }) => baseName(path)),
    )
  const inConfig: Place = { file: '_config.yml' as Source['path'] }
  const missing = (names: readonly string[], folder: string, place: (key: string) => Place, style: readonly string[]): Diagnostic[] => [
    ...names
      .filter(name => find(name, folder, files) === undefined)
      .map(name => missingBibliography(place('bibliography'), name, near(name, files))),
    ...style.filter(name => find(name, folder, styles) === undefined).map(name => missingStyle(place('csl'), name, near(name, styles))),
  ]
  return [
    ...missing(config.bibliography, '', () => inConfig, config.csl === '' ? [] : [config.csl]),
    ...entries.flatMap(entry =>
      missing(namesIn(entry, 'bibliography'), folderOf(entry.source), key => placeOf(entry, key), namesIn(entry, 'csl')),
    ),
  ]
}

/** A key that no bibliography has; of a name in a sentence only where one is near, for it may be no key at all. */
export function unknownKey(key: string, isInSentence: boolean, items: Items, place: () => Place): Diagnostic[] {
  if (items.has(key)) return []
  const near = nearest(key, items.keys())
  return isInSentence && near === undefined ? [] : [unknownCitation(place(), key, near)]
}
