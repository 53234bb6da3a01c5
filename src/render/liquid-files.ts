// The files of a site as Liquid names them.

import { collectionLabels } from '../config/collections.ts'
import type { Config } from '../config/config.ts'
import type { FileForLiquid } from '../liquid/context.ts'
import type { Entry, Site } from '../model.ts'
import { roleOf } from '../posts/file-name.ts'
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
    return site.files.flatMap(file => {
      if (file.from !== 'posts') return []
      const role = roleOf(file.source, config.shape, config.collections_dir, collectionLabels(config))
      const place =
        role.kind === 'collection' ? { path: `_${role.label}/${role.path}`, collection: role.label } : { path: `/${file.source}` }
      return [{ ...place, modified: modified.get(file.source) ?? 0 }]
    })
  })
}

/** Addresses by the names of files, as `post_url` and `link` ask for them. */
export function addressesOf(site: Site, config: Config) {
  const entries = [...site.posts, ...site.pages]
  const bySource = new Map<string, string>([...entries, ...site.files].map(({ source, permalink }) => [source, decodePath(permalink)]))
  const byName = new Map(site.posts.map(post => [nameOf(post), decodePath(post.permalink)]))
  return {
    postAddress: (name: string) => byName.get(name) ?? byName.get(baseName(name)),
    fileAddress: (path: string) =>
      bySource.get(path) ?? bySource.get(`${config.collections_dir}/${path}`) ?? bySource.get(importedPath(path, config)),
  }
}

// `2024-01-31-title`, which `post_url` asks for.
function nameOf({ source }: Entry): string {
  return withoutExtension(baseName(source))
}

// A blog that was imported names its files as they were called in Jekyll's folders.
function importedPath(path: string, { collections_dir }: Config): string {
  const below = collections_dir !== '' && path.startsWith(`${collections_dir}/`) ? path.slice(collections_dir.length + 1) : path
  return `posts/${below.replace(/(^|\/)_posts\//, '$1')}`
}
