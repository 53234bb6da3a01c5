// THE LISTS of what plugins add to a Jekyll site with its own layouts. Each is on where the site has the plugin.

import type { PluginName } from '../config/plugins.ts'
import { ownValue } from '../text/own-value.ts'
import type { JekyllPageKind } from './page-kind.ts'
import { archives } from './pages/archives.ts'
import { chosenLists } from './pages/chosen-lists.ts'
import { feeds } from './pages/feeds.ts'
import { paginatedLists } from './pages/paginated-lists.ts'
import { redirects } from './pages/redirects.ts'
import { sitemap } from './pages/sitemap.ts'

type KindsOf = Partial<Record<PluginName, JekyllPageKind>>

const first: KindsOf = { 'jekyll-redirect-from': redirects, 'jekyll-archives': archives }

/** Of plugins that work when the others are done (`priority :lowest`). */
const last: KindsOf = {
  'jekyll-paginate': paginatedLists,
  'jekyll-paginate-v2': chosenLists,
  'jekyll-feed': feeds,
  'jekyll-sitemap': sitemap,
}

/** The kinds in the order of the plugins, which is the order that their pages have in `site.pages`. */
export function pageKindsOf(plugins: ReadonlySet<string>): readonly JekyllPageKind[] {
  return [first, last].flatMap(kinds => [...plugins].flatMap(name => ownValue(kinds, name) ?? []))
}
