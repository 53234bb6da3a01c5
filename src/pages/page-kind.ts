// A kind of page: makes all pages of its kind from the site, without making anything of what is in them.

import type { Page } from './page.ts'
import type { SiteView } from './view.ts'

export type PageKind = (view: SiteView) => readonly Page[]
