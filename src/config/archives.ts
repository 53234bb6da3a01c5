// Where pages of tags, categories and periods stand: ours, or where jekyll-archives put them, if the configuration has it.

import type { DataMap } from '../model.ts'
import { type SlugMode, slugify, tagSlug } from '../text/slug.ts'
import type { Config } from './config.ts'
import { deepMerge } from './merge.ts'
import { pluginsOf } from './plugins.ts'
import { isMap, textOf } from './readers.ts'

export type ArchiveKind = 'tag' | 'category' | 'year' | 'month' | 'day'

const plurals: Record<ArchiveKind, string> = { tag: 'tags', category: 'categories', year: 'year', month: 'month', day: 'day' }
const ours: Record<ArchiveKind, string> = { tag: '/tags/:name/', category: '/categories/:name/', year: '/:year/', month: '', day: '' }
const jekylls: Record<ArchiveKind, string> & DataMap = {
  year: '/:year/',
  month: '/:year/:month/',
  day: '/:year/:month/:day/',
  tag: '/tag/:name/',
  category: '/category/:name/',
}

/** The data of a configuration as jekyll-archives leaves it, where the site has it: layouts link by the addresses that it tells there. */
export function withArchives(data: DataMap): DataMap {
  const written = data['jekyll-archives'] ?? {}
  if (!isMap(written) || !pluginsOf({ data })('jekyll-archives')) return data
  return { ...data, 'jekyll-archives': deepMerge({ layout: 'archive', enabled: [], permalinks: jekylls }, written) }
}

/** The pattern of the addresses, with `:name`, `:year`, `:month`, `:day`; empty where there are no such pages. */
export function archivePattern(config: Config, kind: ArchiveKind): string {
  const archives = config.data['jekyll-archives']
  if (!isMap(archives) || !isArchiveEnabled(config, kind)) return ours[kind]
  const permalinks = archives['permalinks']
  return (isMap(permalinks) ? textOf(permalinks[kind] ?? null) : undefined) ?? jekylls[kind]
}

/** The name in such an address. jekyll-archives lets names that differ only in signs share one; ours do not. */
export function archiveSlug(config: Config, name: string): string {
  const archives = config.data['jekyll-archives']
  if (!isMap(archives)) return tagSlug(name)
  return slugify(name, (textOf(archives['slug_mode'] ?? null) ?? 'default') as SlugMode) || tagSlug(name)
}

/** Whether jekyll-archives is to make pages of a kind. */
export function isArchiveEnabled({ data }: Config, kind: ArchiveKind): boolean {
  const archives = data['jekyll-archives']
  const enabled = isMap(archives) ? archives['enabled'] : undefined
  return enabled === true || enabled === 'all' || (Array.isArray(enabled) && (enabled.includes(plurals[kind]) || enabled.includes('all')))
}
