// A whole site in a string, built in memory with the default theme: what a test sees is what a reader would.

import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { report } from '../../src/cli/report.ts'
import { asJekyll } from '../../src/config/as-jekyll.ts'
import { readConfig } from '../../src/config/config.ts'
import { readDataFiles } from '../../src/config/data-files.ts'
import { type Diagnostic, inOrderOf, judge } from '../../src/diagnostic.ts'
import { decodeText } from '../../src/io/decode-text.ts'
import { drawCard } from '../../src/io/draw-card.ts'
import { type Source, sourcePath } from '../../src/model.ts'
import { type LoadedSite, loadSite } from '../../src/render/load-site.ts'
import { renderPages } from '../../src/render/render-pages.ts'
import type { Images } from '../../src/site/images.ts'
import type { SiteInput } from '../../src/site/site-input.ts'
import { momentAt, parseDate } from '../../src/text/dates.ts'
import { utcZone } from '../../src/text/zone.ts'
import { parseArchive } from './txtar.ts'

// A site in a string has no image files.
const noImages: Images = { measure: () => undefined, placeOf: source => source, scale: () => [] }

export interface BuiltSite {
  /** The addresses of all pages, sorted; feeds, the sitemap, robots.txt and the search page left out. */
  readonly urls: readonly string[]
  /** The text of an output file. */
  readonly file: (path: string) => string
  /** The main part of a page: what stands between the site's header and footer. */
  readonly main: (path: string) => string
  /** The report as a terminal would show it. */
  readonly report: string
  readonly diagnostics: readonly Diagnostic[]
  readonly loaded: LoadedSite
}

/** KaTeX's style sheet and fonts. */
export const mathAssets = dirname(createRequire(import.meta.url).resolve('katex'))

/** The default theme, as it is shipped. */
export const defaultTheme = join(import.meta.dirname, '..', '..', 'templates')

const themeTexts = new Map(
  readdirSync(defaultTheme, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.eta'))
    .map(name => [name, readFileSync(join(defaultTheme, name), 'utf8')]),
)

/** Loads a site from a string; `now` is the moment of the build. */
export function load(archive: string, now = '2030-01-01'): { loaded: LoadedSite; input: SiteInput; early: readonly Diagnostic[] } {
  const { files } = parseArchive(archive)
  const shape = [...files.keys()].some(path => /(?:^|\/)_(?:posts|layouts)\//.test(path)) ? 'jekyll' : 'lectern'
  const configText = files.get('_config.yml')
  const config = readConfig(configText === undefined ? [] : [{ path: sourcePath('_config.yml'), text: configText }], shape)
  const sources = [...files].filter(([path]) => isSource(path)).map(([path, text]) => sourceOf(path, text))
  const below = (folder: string): [string, string][] =>
    [...files].filter(([path]) => path.startsWith(folder)).map(([path, text]) => [path.slice(folder.length), text])
  const includes = new Map(below('_includes/').map(([name, text]) => [name, text.replace(/\n$/, '')]))
  const layouts = below('_layouts/').map(([name, text]) => ({ name: name.replace(/\.\w+$/, ''), path: `_layouts/${name}`, text }))
  const sheets = new Map([...files].filter(([path]) => /\.(?:scss|sass)$/.test(path)))
  const dataFiles = [...files].filter(([path]) => path.startsWith('_data/')).map(([path, text]) => ({ path: sourcePath(path), text }))
  const data = readDataFiles(dataFiles)
  const moment = parseDate(now, utcZone) ?? momentAt(0, utcZone)
  const input: SiteInput = {
    config: layouts.length > 0 ? asJekyll(config.value) : config.value,
    sources,
    templates: templatesOf(files),
    themeFiles: [...files.keys()]
      .filter(path => /^templates\/.*(?<!\.eta)$/.test(path))
      .map(path => ({ source: { path: sourcePath(path), content: { kind: 'file' as const }, modified: 0 }, place: '' })),
    mathFiles: [],
    includes,
    layouts,
    sheets,
    parts: new Map([...files].filter(([path]) => /\.(?:py|txt|csv)$/.test(path))),
    bibliographies:
      layouts.length > 0 ? [] : sources.filter(({ path }) => /\.(?:bib|csl)$/.test(path)).map(({ path }) => textSource(path, files)),
    data: data.value,
  }
  return {
    loaded: loadSite(input, { now: moment, images: noImages, drawCard }),
    input,
    early: [...config.diagnostics, ...data.diagnostics],
  }
}

export async function site(archive: string, now?: string): Promise<BuiltSite> {
  const { loaded, early } = load(archive, now)
  const outputs = new Map<string, string>()
  const found: Diagnostic[] = []
  for await (const { value, diagnostics } of renderPages(loaded)) {
    outputs.set(value.path, String(value.content))
    found.push(...diagnostics)
  }
  const diagnostics = judge([...early, ...inOrderOf(loaded.entries, [...loaded.diagnostics, ...found])], false)
  const file = (path: string): string => {
    const content = outputs.get(path)
    if (content === undefined) throw new Error(`no file ${path}; there are ${[...outputs.keys()].join(', ')}`)
    return content
  }
  return {
    urls: loaded.pages
      .map(page => String(page.permalink))
      .filter(url => !/\.(?:xml|json|txt)$|^\/404|^\/search\/$/.test(url))
      .sort(),
    file,
    main: path => /<main id="content">\n?([\s\S]*?)\s*<\/main>/.exec(file(path))?.[1]?.trim() ?? '',
    report: report(diagnostics, { colour: false, verbose: true }),
    diagnostics,
    loaded,
  }
}

function isSource(path: string): boolean {
  return !/^(?:templates|_includes|_data|_layouts|_sass)\//.test(path) && path !== '_config.yml'
}

function sourceOf(path: string, text: string): Source {
  const isText = /\.(?:md|markdown|html?)$/.test(path) || /^---\s*\n/.test(text)
  return { path: sourcePath(path), content: isText ? decodeText(Buffer.from(text)) : { kind: 'file' }, modified: Date.UTC(2024, 0, 1) }
}

function textSource(path: Source['path'], files: ReadonlyMap<string, string>): Source {
  return { path, content: { kind: 'text', text: files.get(path) ?? '' }, modified: 0 }
}

function templatesOf(files: ReadonlyMap<string, string>) {
  const own = new Map(
    [...files].filter(([path]) => path.startsWith('templates/')).map(([path, text]) => [relative('templates', path), text]),
  )
  return [...new Map([...themeTexts, ...own])].map(([path, text]) => ({
    name: path.replace(/\.eta$/, ''),
    path: `templates/${path}`,
    text,
  }))
}
