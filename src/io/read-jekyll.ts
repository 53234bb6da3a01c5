// What only Jekyll sites have: layouts, includes, data and style sheets to import, from the site's folder and from a theme's, which a site's
// own files overlay one by one.

import { existsSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'
import type { Config } from '../config/config.ts'
import { textOf } from '../config/readers.ts'
import { readSassOptions } from '../config/sass.ts'
import { type SourcePath, sourcePath, type TemplateFile } from '../model.ts'
import type { ThemeFile } from '../site/site-input.ts'
import { readFolder } from './read-folder.ts'

export interface JekyllFiles {
  readonly layouts: readonly TemplateFile[]
  readonly includes: ReadonlyMap<string, string>
  readonly sheets: ReadonlyMap<string, string>
  readonly data: readonly DataText[]
  /** What the theme adds to the site: files of its `assets`, as they are called in the site. */
  readonly assets: readonly ThemeFile[]
}

interface DataText {
  readonly path: SourcePath
  readonly text: string
}

export function readJekyllFiles(root: string, config: Config): JekyllFiles {
  const folders = [...themeFolders(root, config), root]
  const named = (key: string, usual: string): string => textOf(config.data[key] ?? null)?.replace(/^\.?\/+|\/+$/g, '') || usual
  const [layouts, includes] = [named('layouts_dir', '_layouts'), named('includes_dir', '_includes')]
  const all = (folder: string): [string, DataText][] =>
    folders.flatMap(from => textsIn(from, folder).map(file => [file.path.slice(folder.length + 1), file] as [string, DataText]))
  return {
    layouts: !config.usesOwnLayouts ? [] : [...new Map(all(layouts)).entries()].flatMap(layoutOf),
    includes: new Map(all(includes).map(([path, { text }]) => [path, text])),
    sheets: new Map(sassFolders(config).flatMap(folder => all(folder).map(([path, { text }]) => [`${folder}/${path}`, text] as const))),
    data: all(named('data_dir', '_data'))
      .map(([path, { text }]) => ({ path: sourcePath(`_data/${path}`), text }))
      .filter(({ path }) => /\.(?:ya?ml|json|csv|tsv)$/i.test(path)),
    assets: themeFolders(root, config).flatMap(assetsIn),
  }
}

/** True where the site has a look of its own. */
export function hasLayouts({ layouts }: Pick<JekyllFiles, 'layouts'>): boolean {
  return layouts.length > 0
}

// A theme is a gem, which Ruby would find; here the site says where it lies.
function themeFolders(root: string, config: Config): string[] {
  const folder = textOf(config.data['theme_dir'] ?? null)
  if (folder === undefined) return []
  const place = isAbsolute(folder) ? folder : resolve(root, folder)
  return existsSync(place) ? [place] : []
}

function sassFolders({ data }: Config): readonly string[] {
  return readSassOptions(data['sass'] ?? null).loadPaths.filter(folder => folder !== '' && !folder.split('/').includes('..'))
}

// `post` for `_layouts/post.html`, `parts/head` for one in a folder; without an ending it is no layout.
function layoutOf([name, { path, text }]: readonly [string, DataText]): TemplateFile[] {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? [{ name: name.slice(0, dot), path, text }] : []
}

function assetsIn(theme: string): ThemeFile[] {
  if (!existsSync(join(theme, 'assets'))) return []
  return readFolder(theme, 'assets', { wants: () => true, isText: isSheet }).map(source => ({ source, place: join(theme, source.path) }))
}

/** A file that may be made into CSS, or imported by one. */
export function isSheet(path: string): boolean {
  return /\.(?:scss|sass)$/i.test(path)
}

function textsIn(root: string, folder: string): DataText[] {
  if (!existsSync(join(root, folder)) || relative(root, join(root, folder)).startsWith('..')) return []
  const sources = readFolder(root, folder, { wants: path => !/(?:^|\/)\.[^/]*\/?$|~$/.test(path), isText: () => true })
  return sources.flatMap(({ path, content }) => (content.kind === 'text' ? [{ path, text: content.text }] : []))
}
