// The files of a site as Liquid names them.

import { collectionLabels } from '../config/collections.ts'
import type { Config } from '../config/config.ts'
import type { FileForLiquid } from '../liquid/context.ts'
import type { Entry, Site, StandalonePage, StaticFile } from '../model.ts'
import type { SiteInput } from '../site/site-input.ts'
import { lazily } from '../text/lazily.ts'
import { baseName, decodePath, withoutExtension } from '../text/url.ts'

/** The text of a file, for what is included from beside a page. */
export function textsOf({ sources, parts }: SiteInput): (path: string) => string | undefined {
  const texts = new Map(sources.flatMap(({ path, content }) => (content.kind === 'text' ? [[String(path), content.text] as const] : [])))
  return path => texts.get(path) ?? parts.get(path)
}

/** `site.static_files`. */
export function filesOf(site: Site, { config, sources }: SiteInput): () => readonly FileForLiquid[] {
  return lazily(() => {
    const modified = new Map(sources.map(source => [source.path, source.modified]))
    const files = [...site.files, ...site.unwrittenFiles].filter(({ from }) => from === 'posts')
    // Those of collections are read after all others (reader.rb).
    const labels = [undefined, ...collectionLabels(config)]
    return labels
      .flatMap(label => files.filter(({ collection }) => collection === label))
      .map(file => ({ ...placeOf(file, config), modified: modified.get(file.source) ?? 0 }))
  })
}

function placeOf({ source, collection }: StaticFile, config: Config): Omit<FileForLiquid, 'modified'> {
  return collection === undefined ? { path: `/${source}` } : { path: withoutCollectionsFolder(source, config), collection }
}

function withoutCollectionsFolder(path: string, { collections_dir }: Config): string {
  return collections_dir !== '' && path.startsWith(`${collections_dir}/`) ? path.slice(collections_dir.length + 1) : path
}

/** Addresses by the names of files, as `post_url` and `link` ask for them. */
export function addressesOf(site: Site, config: Config) {
  const [documents, pages] = [site.pages.filter(isDocument), site.pages.filter(page => !isDocument(page))]
  // Of two that were made of one file Jekyll finds the page first (site.rb, `each_site_file`).
  const bySource = new Map<string, string>(
    [...site.posts, ...documents, ...site.files, ...pages].map(({ source, permalink }) => [source, decodePath(permalink)]),
  )
  const byName = new Map(site.posts.map(post => [nameOf(post), decodePath(post.permalink)]))
  return {
    postAddress: (name: string) => byName.get(name) ?? byName.get(baseName(name)),
    fileAddress: (path: string) =>
      bySource.get(path) ?? bySource.get(`${config.collections_dir}/${path}`) ?? bySource.get(importedPath(path, config)),
  }
}

function isDocument({ collection }: StandalonePage): boolean {
  return collection !== undefined
}

// `2024-01-31-title`, which `post_url` asks for.
function nameOf({ source }: Entry): string {
  return withoutExtension(baseName(source))
}

// A blog that was imported names its files as they were called in Jekyll's folders.
function importedPath(path: string, config: Config): string {
  return `posts/${withoutCollectionsFolder(path, config).replace(/(^|\/)_posts\//, '$1')}`
}
