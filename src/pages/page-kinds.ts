// THE LIST of what a site consists of, besides the files it copies.

import { archive, years } from './archive.ts'
import { atomFeeds } from './atom-feed.ts'
import { cards } from './cards.ts'
import { courseBooks } from './course-books.ts'
import { courses } from './courses.ts'
import { deploy } from './deploy.ts'
import { disqusFrame } from './disqus-frame.ts'
import { categories, tags } from './groups.ts'
import { home } from './home.ts'
import { jsonFeed } from './json-feed.ts'
import { notFound } from './not-found.ts'
import type { PageKind } from './page-kind.ts'
import { posts, standalonePages } from './posts.ts'
import { redirects } from './redirects.ts'
import { search } from './search-page.ts'

export const pageKinds: readonly PageKind[] = [
  posts,
  standalonePages,
  courses,
  courseBooks,
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
  cards,
  deploy,
]
