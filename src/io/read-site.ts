// Everything a build reads: configuration, texts, templates and the files beside them.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { asJekyll } from '../config/as-jekyll.ts'
import { type Config, type ConfigFile, readConfig, type SiteShape } from '../config/config.ts'
import { readDataFiles } from '../config/data-files.ts'
import { readHosts } from '../config/deploy.ts'
import { pluginsOf } from '../config/plugins.ts'
import { textOf } from '../config/readers.ts'
import type { Checked, Diagnostic } from '../diagnostic.ts'
import { missingConfig } from '../diagnostics/front-matter.ts'
import { noSharp, noSuchFolder, nothingToBuild, siteAbove, themeIsGem } from '../diagnostics/output.ts'
import { unreadableFile } from '../diagnostics/reading.ts'
import { type Source, sourcePath } from '../model.ts'
import type { SiteInput, ThemeFile } from '../site/site-input.ts'
import { withContentNames } from './content-names.ts'
import { decodeText } from './decode-text.ts'
import { diagramScript } from './diagram-script.ts'
import { committedDates } from './git-dates.ts'
import { ownLookProblems, templateOf } from './own-look.ts'
import { readBibliographies } from './read-bibliographies.ts'
import { readFolder, type SeenFiles } from './read-folder.ts'
import { hasLayouts, isSheet, readJekyllFiles } from './read-jekyll.ts'
import { readParts } from './read-parts.ts'
import { hasSharp } from './sharp.ts'
import { wantedFiles } from './wanted-files.ts'

export interface ReadOptions {
  /** The site's folder, absolute. */
  readonly root: string
  /** Configuration files, absolute; by default `_config.yml` in the root if there is one. */
  readonly configs: readonly string[] | undefined
  /** The default theme's folder, absolute. */
  readonly theme: string
  /** The folder of KaTeX's style sheet and fonts, absolute. */
  readonly mathAssets: string
  /** What the command line says instead of the configuration. */
  readonly overrides: Partial<Config>
  /** Gives style sheets and scripts names that tell their content, where the site has a host that lets browsers keep them. */
  readonly namesContent?: boolean
  /** What an earlier reading has read; a preview reads often, and little changes between. */
  readonly seen?: SeenFiles
}

export function readSite(options: ReadOptions): Checked<SiteInput | undefined> {
  const { root } = options
  const shape = shapeOf(root)
  if (shape === undefined) return { value: undefined, diagnostics: [noSite(root)] }
  const files = readConfigFiles(options)
  const read = readConfig(files.value, shape)
  const wished = { ...read.value, ...options.overrides }
  const jekyll = readJekyllFiles(root, wished)
  const isOwnLook = hasLayouts(jekyll)
  const config = isOwnLook ? asJekyll(wished) : { ...wished, cards: wished.cards && hasSharp() }
  const sources = sourcesOf(root, config, isOwnLook, options.seen)
  const own = existsSync(join(root, 'templates')) && resolve(root, 'templates') !== options.theme ? readTemplates(root, 'templates') : []
  const themed = readTemplates(resolve(options.theme, '..'), 'templates')
  const all = [...own, ...themed.filter(file => !own.some(({ source }) => source.path === file.source.path))]
  const data = readDataFiles(jekyll.data)
  const named = options.namesContent && readHosts(config.deploy).known.length > 0 ? withContentNames : (files: ThemeFile[]) => files
  const look = isOwnLook
    ? { themeFiles: [], mathFiles: [] }
    : { themeFiles: named(themeFilesOf(all, root)), mathFiles: named(mathFiles(options.mathAssets)) }
  const input = {
    includes: jekyll.includes,
    layouts: jekyll.layouts,
    sheets: new Map([...jekyll.sheets, ...sheetsAmong(sources)]),
    parts: readParts(root, sources),
    bibliographies: isOwnLook ? [] : readBibliographies(root, config, sources, options.seen),
    data: data.value,
    config,
    sources: withAssets(sources, jekyll.assets),
    templates: all.flatMap(templateOf),
    ...look,
    themeFiles: [...look.themeFiles, ...jekyll.assets.filter(({ source }) => source.content.kind === 'file')],
  }
  const undrawn = !isOwnLook && wished.cards && !config.cards ? [noSharp()] : []
  return {
    value: input,
    diagnostics: [
      ...files.diagnostics,
      ...read.diagnostics,
      ...data.diagnostics,
      ...ownLookProblems(own, themed, sources),
      ...undrawn,
      ...(isOwnLook ? [] : gemTheme(config)),
    ],
  }
}

// A file of the site's own `templates` comes first.
function themeFilesOf(all: readonly ThemeFile[], root: string): ThemeFile[] {
  const files = all.filter(file => !file.source.path.endsWith('.eta'))
  const script = diagramScript(root)
  return script === undefined || files.some(({ source }) => source.path === script.source.path) ? files : [...files, script]
}

// A theme that Ruby would find in a gem.
function gemTheme({ shape, data, usesOwnLayouts }: Config): Diagnostic[] {
  const theme = textOf(data['remote_theme'] ?? data['theme'] ?? null)
  return shape === 'jekyll' && usesOwnLayouts && theme !== undefined ? [themeIsGem({ file: sourcePath('_config.yml') }, theme)] : []
}

// The plugin jekyll-last-modified-at does the same.
function asksGit(config: Config): boolean {
  return config.last_modified_at === 'git' || pluginsOf(config)('jekyll-last-modified-at')
}

function sourcesOf(root: string, config: Config, isOwnLook: boolean, seen: SeenFiles | undefined): Source[] {
  const sources = readSources(root, config, isOwnLook, seen)
  return asksGit(config) ? withCommits(sources, root) : sources
}

function withCommits(sources: readonly Source[], root: string): Source[] {
  const dates = committedDates(root)
  return sources.map(source => {
    const committed = dates.get(source.path)
    return committed === undefined ? source : { ...source, committed }
  })
}

// A `posts` folder makes a Lectern site, `_posts` anywhere a Jekyll one. Of both, posts in `posts` say that `_posts` in
// another folder is no part of the site: a blog that was imported from there, say.
function shapeOf(root: string): SiteShape | undefined {
  if (!existsSync(root)) return undefined
  const names = readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !/^(?:\.|node_modules$|public$|_site$|vendor$)/.test(entry.name))
    .map(entry => entry.name)
  if (names.includes('_posts')) return 'jekyll'
  if (names.includes('_layouts') && !(names.includes('posts') && hasDatedFile(join(root, 'posts')))) return 'jekyll'
  const hasJekyllPosts = names.some(name => existsSync(join(root, name, '_posts')))
  if (names.includes('posts') && (!hasJekyllPosts || hasDatedFile(join(root, 'posts')))) return 'lectern'
  if (hasJekyllPosts) return 'jekyll'
  return existsSync(join(root, '_config.yml')) ? 'jekyll' : undefined
}

// Who stands in `posts/` and calls a command is one step away.
function noSite(root: string): Diagnostic {
  if (!existsSync(root)) return noSuchFolder(root)
  const [near, far] = [dirname(root), dirname(dirname(root))]
  const above = [near, far].find(folder => folder !== root && hasPosts(folder))
  return above === undefined ? nothingToBuild(root) : siteAbove(root, above)
}

function hasPosts(folder: string): boolean {
  return ['posts', '_posts'].some(name => existsSync(join(folder, name)))
}

function hasDatedFile(folder: string): boolean {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(path => path.replaceAll('\\', '/'))
  return paths.some(path => !/(?:^|\/)_posts\//.test(path) && /(?:^|\/)\d+-\d+-\d+-[^/]*\.(?:md|markdown|html)$/.test(path))
}

function readConfigFiles({ root, configs }: ReadOptions): Checked<ConfigFile[]> {
  const fallback = join(root, '_config.yml')
  const paths = configs ?? (existsSync(fallback) ? [fallback] : [])
  const diagnostics: Diagnostic[] = []
  const value = paths.flatMap(path => {
    const name = sourcePath(relative(root, path).startsWith('..') ? path : relative(root, path))
    if (!existsSync(path)) {
      diagnostics.push(missingConfig(name))
      return []
    }
    const content = decodeText(readFileSync(path))
    if (content.kind === 'text') return [{ path: name, text: content.text }]
    if (content.kind === 'unreadable') diagnostics.push(unreadableFile({ file: name }, content.reason, content.hint))
    return []
  })
  return { value, diagnostics }
}

function readSources(root: string, config: Config, isOwnLook: boolean, seen: SeenFiles | undefined): Source[] {
  const isJekyll = config.shape === 'jekyll'
  const base = isJekyll ? '' : 'posts'
  const markdown = config.markdown_ext.split(',').map(extension => `.${extension.trim()}`)
  return readFolder(root, base, {
    wants: wantedFiles(config, isOwnLook),
    isText: path => [...markdown, '.html', '.htm'].some(extension => path.toLowerCase().endsWith(extension)) || (isJekyll && isSheet(path)),
    takesFrontMatter: isJekyll,
    ...(seen === undefined ? {} : { seen }),
  })
}

function readTemplates(parent: string, folder: string): ThemeFile[] {
  const wants = (path: string): boolean => !/(?:^|\/)\.(?!nojekyll|well-known)|~$/.test(path)
  const sources = readFolder(parent, folder, { wants, isText: path => path.endsWith('.eta') })
  return sources.map(source => {
    const place = join(parent, source.path)
    return source.path.endsWith('.js') && source.content.kind !== 'unreadable'
      ? { source, place, integrity: integrityOf(place) }
      : { source, place }
  })
}

function integrityOf(file: string): string {
  return `sha256-${createHash('sha256').update(readFileSync(file)).digest('base64')}`
}

// Browsers that cannot read woff2 are long gone.
function mathFiles(folder: string): ThemeFile[] {
  if (!existsSync(folder)) return []
  const names = [
    'katex.min.css',
    ...readdirSync(join(folder, 'fonts'))
      .filter(name => name.endsWith('.woff2'))
      .map(name => `fonts/${name}`),
  ]
  return names.map(name => ({
    source: { path: sourcePath(`templates/assets/katex/${name}`), content: { kind: 'file' }, modified: 0 },
    place: join(folder, name),
  }))
}

// Texts of a theme's assets are made into files as the site's own are, which come first.
function withAssets(sources: readonly Source[], assets: readonly ThemeFile[]): readonly Source[] {
  const own = new Set(sources.map(({ path }) => path))
  const added = assets.map(({ source }) => source).filter(({ path, content }) => content.kind === 'text' && !own.has(path))
  return added.length === 0 ? sources : [...sources, ...added]
}

function sheetsAmong(sources: readonly Source[]): (readonly [string, string])[] {
  return sources.flatMap(({ path, content }) => (isSheet(path) && content.kind === 'text' ? [[path, content.text] as const] : []))
}
