// What plugins change in entries before a site is made of them, each where the site has it. An entry that nothing changes stays the same value.

import { type Config, writtenAddress } from '../config/config.ts'
import { type HasPlugin, type PluginName, pluginsOf } from '../config/plugins.ts'
import { type DataMap, type Entry, outputPath, permalink, type StandalonePage, type StaticFile } from '../model.ts'
import { compareTexts } from '../text/compare.ts'
import { decodePath, encodePath } from '../text/url.ts'
import type { LayoutMap } from './layouts.ts'
import { defaultLayout } from './plugins/default-layout.ts'
import { isToldAnew } from './plugins/last-modified.ts'
import { becomesPage } from './plugins/optional-front-matter.ts'
import { isReadme, readmeIndex } from './plugins/readme-index.ts'
import { redirectOf } from './plugins/redirect-from.ts'
import { hasRelativeLinks, relativeLinks } from './plugins/relative-links.ts'
import { needsTitle, titleFromHeading } from './plugins/titles-from-headings.ts'

export interface ChangesOf {
  readonly config: Config
  readonly layouts: LayoutMap
  readonly files: readonly StaticFile[]
  /** Whether the file of an entry has front matter. */
  readonly hasFrontMatter: (entry: Entry) => boolean
  readonly markdownify: (text: string) => string
  /** When the file of an entry was last changed. */
  readonly lastModified: (entry: Entry) => Date
}

type Change = (entries: readonly Entry[], of: ChangesOf) => readonly Entry[]

/** THE LIST, in the order in which the plugins run. */
const changes: readonly (readonly [plugin: PluginName, change: Change])[] = [
  ['jekyll-last-modified-at', withDates],
  ['jekyll-redirect-from', withRedirects],
  ['jekyll-readme-index', withIndexes],
  ['jekyll-default-layout', withLayouts],
  ['jekyll-relative-links', withLinks],
  ['jekyll-titles-from-headings', withTitles],
]

export function changeEntries(entries: readonly Entry[], of: ChangesOf): readonly Entry[] {
  const has: HasPlugin = pluginsOf(of.config)
  return changes.reduce((changed, [plugin, change]) => (has(plugin) ? change(changed, of) : changed), entries)
}

function isPage(entry: Entry): entry is StandalonePage {
  return entry.kind === 'page' && entry.collection === undefined
}

function withDates(entries: readonly Entry[], { lastModified }: ChangesOf): readonly Entry[] {
  return entries.map(entry => {
    if (!isToldAnew(entry.data['last_modified_at'], !isPage(entry))) return entry
    return { ...entry, data: { ...entry.data, last_modified_at: lastModified(entry) } }
  })
}

// What leads elsewhere has no text of its own, but keeps its excerpt, which was taken before. Lists and layouts see where it leads. A site in
// our look has pages of our own for that.
function withRedirects(entries: readonly Entry[], { config, layouts }: ChangesOf): readonly Entry[] {
  if (layouts.size === 0) return entries
  return entries.map(entry => {
    if (entry.redirectTo === undefined) return entry
    const redirect = redirectOf(entry.permalink, entry.redirectTo, { ...config.data, ...writtenAddress(config) })
    const data: DataMap = { ...entry.data, layout: 'redirect', sitemap: false, permalink: redirect.from, redirect: { ...redirect } }
    const layout = layouts.has('redirect') ? 'redirect' : 'none'
    return { ...entry, body: '', excerptFrom: entry.body, layout, inSitemap: false, data }
  })
}

// A README without front matter that becomes no index is just a file. Where a folder has two, files come before pages.
function withIndexes(entries: readonly Entry[], { config, files, hasFrontMatter }: ChangesOf): readonly Entry[] {
  const isOptional = pluginsOf(config)('jekyll-optional-front-matter')
  const urls = new Set([...entries, ...files].map(entry => decodePath(entry.permalink)))
  const urlsOfFiles = new Map<string, string>(files.map(({ source, permalink }) => [source, permalink]))
  const readmes = entries
    .filter(entry => isPage(entry) && isReadme(entry.source))
    .toSorted((one, other) => Number(hasFrontMatter(one)) - Number(hasFrontMatter(other)) || compareTexts(one.source, other.source))
  const changed = new Map<Entry, readonly Entry[]>()
  for (const readme of readmes) {
    const isFile = !hasFrontMatter(readme)
    const url = decodePath((isFile ? urlsOfFiles.get(readme.source) : undefined) ?? readme.permalink)
    const folder = readmeIndex({ path: readme.source, url, hasFrontMatter: !isFile }, urls, config.data)
    if (folder !== undefined) changed.set(readme, [indexOf(readme, folder)])
    else if (isFile && !(isOptional && becomesPage(readme.source, config.data))) changed.set(readme, [])
    if (folder !== undefined) urls.add(folder)
  }
  return entries.flatMap(entry => changed.get(entry) ?? entry)
}

// The plugin puts a slash behind the folder that the file lies in, which is one already at the root (`to_page`).
function indexOf(readme: Entry, folder: string): Entry {
  const data = { ...readme.data, permalink: folder === '/' ? '//' : folder }
  return { ...readme, permalink: permalink(encodePath(folder)), output: outputPath(folder), data }
}

function withLayouts(entries: readonly Entry[], { layouts }: ChangesOf): readonly Entry[] {
  const names = new Set(layouts.keys())
  return entries.map(entry => {
    if (entry.format !== 'markdown' || 'layout' in entry.data || (entry.kind === 'page' && entry.collection !== undefined)) return entry
    const layout = defaultLayout({ url: entry.permalink, kind: entry.kind }, names)
    return layout === undefined ? entry : { ...entry, layout, data: { ...entry.data, layout } }
  })
}

function withTitles(entries: readonly Entry[], { config, markdownify }: ChangesOf): readonly Entry[] {
  return entries.map(entry => {
    const file = { isMarkdown: entry.format === 'markdown', isDocument: !isPage(entry), data: entry.data }
    if (!needsTitle(file, config.data)) return entry
    const titled = titleFromHeading(entry.body, entry.data, { config: config.data, markdownify })
    if (titled === undefined) return entry
    const { title, body } = titled
    const bodyLine = entry.bodyLine + lineOf(entry.body, body)
    const excerpts = body === entry.body ? entry : excerptedAnew(entry)
    return { ...excerpts, title, body, bodyLine, data: { ...excerpts.data, title } }
  })
}

// Once its heading is gone a post gets another excerpt, even in place of its own, and any other text keeps that with the heading.
function excerptedAnew(entry: Entry): Entry {
  if (entry.kind !== 'post') return { ...entry, excerptFrom: entry.body }
  if (entry.excerptSeparator === '') return entry
  const { excerpt: _, ...post } = entry
  const { excerpt: __, ...data } = entry.data
  return { ...post, data }
}

// How many lines of the text are gone from its beginning.
function lineOf(text: string, rest: string): number {
  return text.slice(0, Math.max(0, text.lastIndexOf(rest))).split('\n').length - 1
}

function withLinks(entries: readonly Entry[], { config, files }: ChangesOf): readonly Entry[] {
  const urls = new Map<string, string>([...files, ...entries].map(({ source, permalink }) => [source, permalink]))
  return entries.map(entry => {
    if (entry.format !== 'markdown' || !hasRelativeLinks(entry.source, !isPage(entry), config.data)) return entry
    const body = relativeLinks(entry.body, entry.source, path => urls.get(path), { ...config.data, ...writtenAddress(config) })
    return body === entry.body ? entry : { ...entry, body }
  })
}
