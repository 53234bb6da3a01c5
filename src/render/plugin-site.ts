// The site as Jekyll's plugins see it.

import { type Config, writtenAddress } from '../config/config.ts'
import { instantOf } from '../config/readers.ts'
import type { Told } from '../jekyll/page-kind.ts'
import type { PluginDocument, PluginPage, PluginSite } from '../jekyll/plugin-data.ts'
import { idOf } from '../liquid/context.ts'
import type { DataMap, Entry } from '../model.ts'
import { type Moment, momentAt, parseDate } from '../text/dates.ts'

/** The version of Jekyll that plugins name. */
const jekyllVersion = '4.4.1'

export interface PluginSiteOf extends Pick<PluginSite, 'data' | 'now' | 'markdownify' | 'smartify'> {
  readonly config: Config
}

export function makePluginSite({ config, ...site }: PluginSiteOf): PluginSite {
  return { ...site, config: { ...config.data, ...writtenAddress(config) }, zone: config.zone, jekyllVersion }
}

export interface AboutPage {
  readonly zone: Config['zone']
  readonly now: Moment
  /** Its excerpt as HTML. */
  readonly excerpt?: (entry: Entry) => Promise<string>
  readonly told?: Told | undefined
  readonly changed?: Moment | undefined
}

export function pluginPage(entry: Entry, { zone, now, excerpt, told, changed }: AboutPage): PluginPage {
  const isDocument = entry.kind === 'post' || entry.collection !== undefined
  const hasExcerpt = isDocument && (entry.excerpt !== undefined || entry.excerptSeparator !== '')
  const data: DataMap = { ...entry.data, ...(isDocument && { title: entry.title }), ...plainFields(told) }
  const [date, modified] = [
    entry.date ?? momentOf(data['date'], zone) ?? (isDocument ? now : undefined),
    momentOf(data['last_modified_at'], zone),
  ]
  return {
    url: entry.permalink,
    data,
    ...(date !== undefined && { date }),
    ...(modified !== undefined && { modified }),
    ...(changed !== undefined && { changed }),
    ...(hasExcerpt && excerpt !== undefined && { excerpt: async () => entry.excerpt ?? excerpt(entry) }),
  }
}

// Of what a page is told the lists of posts are for Liquid alone.
function plainFields(told: Told | undefined): DataMap {
  const fields = Object.entries(told?.page ?? {})
  return Object.fromEntries(fields.filter(([, value]) => !Array.isArray(value))) as DataMap
}

export function pluginDocument(entry: Entry, content: () => Promise<string>, about: AboutPage): PluginDocument {
  const { tags = [], categories = [] } = entry
  return {
    ...pluginPage(entry, about),
    id: idOf(entry),
    collection: entry.kind === 'post' ? 'posts' : (entry.collection ?? ''),
    tags,
    categories,
    draft: entry.kind === 'post' && entry.draft,
    content,
  }
}

function momentOf(value: DataMap[string] | undefined, zone: Config['zone']): Moment | undefined {
  const instant = instantOf(value)
  if (instant !== undefined) return momentAt(instant, zone)
  return typeof value === 'string' ? parseDate(value, zone) : undefined
}
