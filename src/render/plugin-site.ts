// The site as Jekyll's plugins see it.

import type { Config } from '../config/config.ts'
import type { PluginDocument, PluginPage, PluginSite } from '../jekyll/plugin-data.ts'
import type { DataMap, Entry } from '../model.ts'
import type { EntryText } from '../pages/page.ts'
import { type Moment, momentAt, parseDate } from '../text/dates.ts'
import { baseName, extensionOf, folderOf } from '../text/url.ts'

/** The version of Jekyll that plugins name. */
const jekyllVersion = '4.4.1'

export interface PluginSiteOf extends Pick<PluginSite, 'data' | 'now' | 'markdownify' | 'smartify'> {
  readonly config: Config
}

export function makePluginSite({ config, ...site }: PluginSiteOf): PluginSite {
  const { data, url, baseurl, zone } = config
  return { ...site, config: { ...data, url, baseurl }, zone, jekyllVersion }
}

/** `excerpt` is its HTML. */
export function pluginPage(entry: Entry, zone: Config['zone'], excerpt?: string): PluginPage {
  const { permalink: url, data, date } = entry
  const modified = momentOf(data['last_modified_at'], zone)
  const isDocument = entry.kind === 'post' || entry.collection !== undefined
  return {
    url,
    data: isDocument ? { ...data, title: entry.title } : data,
    ...(date !== undefined && { date }),
    ...(modified !== undefined && { modified }),
    ...(isDocument && excerpt !== undefined && { excerpt: entry.excerpt ?? excerpt }),
  }
}

export function pluginDocument(entry: Entry, zone: Config['zone'], now: Moment, text: EntryText): PluginDocument {
  const { permalink, slug, source, tags = [], categories = [] } = entry
  return {
    date: now,
    ...pluginPage(entry, zone, text.excerpt),
    id: `${folderOf(permalink.replace(/\/$/, ''))}/${slug || withoutExtension(baseName(source))}`,
    collection: entry.kind === 'post' ? 'posts' : (entry.collection ?? ''),
    tags,
    categories,
    draft: entry.kind === 'post' && entry.draft,
    content: text.content(),
  }
}

function withoutExtension(name: string): string {
  return name.slice(0, name.length - extensionOf(name).length)
}

function momentOf(value: DataMap[string] | undefined, zone: Config['zone']): Moment | undefined {
  if (value instanceof Date) return momentAt(value.getTime(), zone)
  return typeof value === 'string' ? parseDate(value, zone) : undefined
}
