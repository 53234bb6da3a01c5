// Files that are neither text nor template: copied as they are, to the path they have in their folder.

import { collectionPattern, sitePattern } from '../config/collections.ts'
import type { Config } from '../config/config.ts'
import { outputPath, permalink, type Source, type StaticFile } from '../model.ts'
import { ownValue } from '../text/own-value.ts'
import { baseName, encodePath, extensionOf, folderOf, joinPath, withoutExtension } from '../text/url.ts'
import { type FileRole, publicPath } from './file-name.ts'

/** True for a source that is copied if no entry was made of it; what lies in `_posts` is not, as in Jekyll. */
export function isStatic({ content, path }: Source, { kind }: FileRole): boolean {
  return content.kind !== 'unreadable' && (kind === 'page' || !/(?:^|\/)_(?:posts|drafts)\//.test(path))
}

export function staticFile(source: Source, role: FileRole, config: Config): StaticFile {
  if (role.kind !== 'collection') return fileAt(publicPath(source.path, config.shape), source, 'posts')
  return { ...fileAt(documentAddress(role, config), source, 'posts'), collection: role.label }
}

export function themeFile(source: Source): StaticFile {
  return fileAt(source.path.replace(/^templates\//, ''), source, 'theme')
}

function fileAt(path: string, { path: source, modified }: Source, from: StaticFile['from']): StaticFile {
  return { source, permalink: permalink(encodePath(path)), output: outputPath(path), modified, from }
}

/** The same file under a name that tells its content. */
export function underContentName(file: StaticFile, name: string): StaticFile {
  const path = joinPath(folderOf(file.output), name)
  return { ...file, permalink: permalink(encodePath(path)), output: outputPath(path), plain: file.permalink }
}

// A file in a collection stands where a document of its name would, but that it has no title (static_file.rb).
function documentAddress({ label, path }: FileRole & { readonly kind: 'collection' }, config: Config): string {
  const below = withoutExtension(path).replace(/\.+$/, '')
  const name = baseName(below)
  const values: Readonly<Record<string, string>> = { collection: label, path: below, output_ext: '', name, title: '' }
  const url = collectionPattern(config, label, sitePattern(config)).replace(
    /:([a-z_]+)/g,
    (whole, key: string) => ownValue(values, key) ?? whole,
  )
  return `${url.replace(/\/{2,}/g, '/').replace(/\/$/, '')}${extensionOf(path)}`
}
