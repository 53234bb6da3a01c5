// THE LISTS of tags and filters that plugins add to Liquid.

import type { Paginator, PluginPage, PluginSite } from './plugin-data.ts'
import { avatar } from './plugins/avatar.ts'
import { editLink } from './plugins/edit-link.ts'
import { feedMeta } from './plugins/feed.ts'
import { lastModifiedTag } from './plugins/last-modified.ts'
import { mentions } from './plugins/mentions.ts'
import { seoTag } from './plugins/seo-tag.ts'
import { injectAnchors, toc, tocOnly } from './plugins/toc.ts'

/** The page that a tag or filter stands on. */
export interface TagPage {
  readonly page: PluginPage
  readonly paginator?: Paginator
  /** Its text as HTML; empty while it is still being made. */
  readonly content: string
}

export interface PluginCall extends TagPage {
  readonly site: PluginSite
  /** The value of a variable by its path, as text. */
  readonly lookUp: (path: string) => string | undefined
}

type WriteTag = (markup: string, call: PluginCall) => string | Promise<string>
type Change = (html: string, call: Pick<PluginCall, 'page' | 'site'>) => string

export const pluginTags: ReadonlyMap<string, WriteTag> = new Map<string, WriteTag>([
  ['seo', (options, { page, site, paginator }) => seoTag(page, site, options, paginator)],
  ['feed_meta', (_, { site }) => feedMeta(site.config)],
  ['last_modified_at', (format, { page, site }) => lastModifiedTag(format, page, site)],
  ['avatar', (markup, { lookUp }) => avatar(markup, lookUp)],
  ['github_edit_link', (words, { lookUp }) => editLink(words, lookUp)],
  ['toc', (_, { page, content, site }) => (hasContents(page) ? tocOnly(content, site.config) : '')],
])

export const pluginFilters: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['toc', (html, { page, site }) => (hasContents(page) ? toc(html, site.config) : html)],
  ['toc_only', (html, { page, site }) => (hasContents(page) ? tocOnly(html, site.config) : '')],
  ['inject_anchors', (html, { page, site }) => (hasContents(page) ? injectAnchors(html, site.config) : html)],
  ['mentionify', (html, { site }) => mentions(html, {}, site.config)],
])

function hasContents({ data }: PluginPage): boolean {
  return data['toc'] === true
}
