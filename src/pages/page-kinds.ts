// THE LIST of what a site consists of, besides the files it copies. A kind makes its pages from the site's view without
// rendering anything; each page renders itself when it is asked for.

import type { Page } from '../model.ts'
import { archive, years } from './archive.ts'
import { atomFeeds } from './atom-feed.ts'
import { disqusFrame } from './disqus-frame.ts'
import { categories, tags } from './groups.ts'
import { home } from './home.ts'
import { jsonFeed } from './json-feed.ts'
import { notFound } from './not-found.ts'
import { posts, standalonePages } from './posts.ts'
import { redirects } from './redirects.ts'
import { search } from './search-page.ts'
import type { SiteView } from './view.ts'

export type PageKind = (view: SiteView) => readonly Page[]

export const pageKinds: readonly PageKind[] = [
  posts,
  standalonePages,
  home,
  tags,
  categories,
  archive,
  years,
  notFound,
  search,
  disqusFrame,
  atomFeeds,
  jsonFeed,
  redirects,
]
