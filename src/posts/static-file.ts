// Files that are neither text nor template: copied as they are, to the path they have in their folder.

import { collectionLabels, collectionPattern, hasPages, sitePattern } from '../config/collections.ts'
import type { Config } from '../config/config.ts'
import { outputPath, permalink, type Source, type StaticFile } from '../model.ts'
import { ownValue } from '../text/own-value.ts'
import { baseName, encodePath, extensionOf, folderOf, joinPath, withoutExtension } from '../text/url.ts'
import { publicPath, roleOf } from './file-name.ts'

/** True for a source that is copied if no entry was made of it; what lies in `_posts` is never copied, as in Jekyll. */
export function isStatic(source: Source): boolean {
  return source.content.kind !== 'unreadable' && !/(?:^|\/)_(?:posts|drafts)\//.test(source.path)
}

/** Undefined for a file in a collection that has no pages of its own. */
export function staticFile(source: Source, config: Config, from: StaticFile['from']): StaticFile | undefined {
  const path = from === 'theme' ? source.path.replace(/^templates\//, '') : publicAddress(source.path, config)
  if (path === undefined) return undefined
  const { modified } = source
  return { source: source.path, permalink: permalink(encodePath(path)), output: outputPath(path), modified, from }
}

/** The same file under a name that tells its content. */
export function underContentName(file: StaticFile, name: string): StaticFile {
  const path = joinPath(folderOf(file.output), name)
  return { ...file, permalink: permalink(encodePath(path)), output: outputPath(path), plain: file.permalink }
}

// A file in a collection stands where a document of its name would (static_file.rb).
function publicAddress(path: string, config: Config): string | undefined {
  const role = roleOf(path, config.shape, config.collections_dir, collectionLabels(config))
  if (role.kind !== 'collection') return publicPath(path, config.shape)
  if (!hasPages(config, role.label)) return undefined
  const extension = extensionOf(role.path)
  const below = withoutExtension(role.path).replace(/\.+$/, '')
  const name = baseName(below)
  const values: Readonly<Record<string, string>> = { collection: role.label, path: below, output_ext: '', name, title: name }
  const url = collectionPattern(config, role.label, sitePattern(config)).replace(
    /:([a-z_]+)/g,
    (whole, key: string) => ownValue(values, key) ?? whole,
  )
  return `${url.replace(/\/$/, '')}${extension}`
}
