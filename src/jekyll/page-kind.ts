// A kind of page that a Jekyll site has besides what its author wrote: the pages of one plugin. They stand in `site.pages` with the others.

import type { Config } from '../config/config.ts'
import type { HasPlugin } from '../config/plugins.ts'
import type { DataMap, Entry, Site, StandalonePage } from '../model.ts'
import type { Origin } from '../pages/page.ts'
import type { LayoutMap } from './layouts.ts'
import type { Paginator } from './plugin-data.ts'
import type { Feed } from './plugins/feed.ts'
import type { Redirect } from './plugins/redirect-from.ts'

export interface JekyllView {
  readonly site: Site
  readonly config: Config
  readonly has: HasPlugin
  readonly layouts: LayoutMap
}

export type JekyllPageKind = (view: JekyllView) => Additions

export interface Additions {
  readonly pages?: readonly AddedPage[]
  /** Pages of the author's which others of these stand for. */
  readonly replaced?: readonly StandalonePage[]
  /** Of pages that are there already: what their templates are told besides. */
  readonly told?: readonly (readonly [Entry, Told])[]
}

export interface AddedPage {
  readonly entry: StandalonePage
  readonly from: Origin
  /** A page of Liquid and layouts like others, where it is left out. */
  readonly writes?: PluginText
  readonly told?: Told
}

/** A file that a plugin writes by itself. */
export type PluginText =
  | { readonly kind: 'feed'; readonly feed: Feed }
  | { readonly kind: 'sitemap' }
  | { readonly kind: 'robots' }
  | { readonly kind: 'redirect'; readonly redirect: Redirect }
  | { readonly kind: 'text'; readonly text: string }

/** What a template is told besides what it sees of every page. */
export interface Told {
  readonly paginator?: PaginatorOf
  /** Fields of `page`: plain data, and lists of entries. */
  readonly page?: { readonly [name: string]: DataMap[string] | readonly Entry[] }
}

/** `paginator`. */
export interface PaginatorOf extends Paginator {
  readonly perPage: number
  readonly posts: readonly Entry[]
  readonly totalPosts: number
  /** What jekyll-paginate-v2 tells besides, by its names. */
  readonly more?: DataMap
}
