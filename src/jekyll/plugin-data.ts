// What Jekyll's plugins see of a site: plain values, so that each plugin is a function from these to a text.

import type { DataMap } from '../model.ts'
import type { Moment } from '../text/dates.ts'
import type { Zone } from '../text/zone.ts'

export interface PluginSite {
  /** `_config.yml`. */
  readonly config: DataMap
  /** What the files of `_data` hold. */
  readonly data: DataMap
  readonly zone: Zone
  /** When the build began. */
  readonly now: Moment
  /** The version of Jekyll that the site is made for, which some plugins name. */
  readonly jekyllVersion: string
  /** Jekyll's filters of these names, which depend on the site's Markdown. */
  readonly markdownify: (text: string) => Promise<string>
  readonly smartify: (text: string) => Promise<string>
}

export interface PluginPage {
  /** The address below `baseurl`, as `page.url` has it. */
  readonly url: string
  /** Front matter with defaults, and the title that Jekyll takes from the name of a file. */
  readonly data: DataMap
  readonly date?: Moment
  /** `last_modified_at`. */
  readonly modified?: Moment
  /** When its file was changed, where the site has jekyll-last-modified-at. */
  readonly changed?: Moment
  /** As HTML, made when it is asked for; of a post only. */
  readonly excerpt?: () => Promise<string>
}

/** A post, or a document of another collection. */
export interface PluginDocument extends PluginPage {
  readonly id: string
  /** The name of its collection. */
  readonly collection: string
  readonly tags: readonly string[]
  readonly categories: readonly string[]
  readonly draft: boolean
  /** As HTML, made when it is asked for. */
  readonly content: () => Promise<string>
}

/** Where in a list in pages the page stands; paths are those of Jekyll's `paginator`. */
export interface Paginator {
  readonly page: number
  readonly totalPages: number
  readonly previousPath?: string
  readonly nextPath?: string
}
