// THE LIST of what plugins add to a Jekyll site with its own layouts. Each is on where the site has the plugin.

import type { JekyllPageKind } from './page-kind.ts'
import { archives } from './pages/archives.ts'
import { chosenLists } from './pages/chosen-lists.ts'
import { feeds } from './pages/feeds.ts'
import { paginatedLists } from './pages/paginated-lists.ts'
import { redirects } from './pages/redirects.ts'
import { sitemap } from './pages/sitemap.ts'

export const jekyllPageKinds: readonly JekyllPageKind[] = [redirects, archives, paginatedLists, chosenLists, feeds, sitemap]
