// Everything that is going to be published, put in order.

import type { Entry, Post, Site, StandalonePage, StaticFile } from '../model.ts'
import type { Moment } from '../text/dates.ts'
import { groupBy, groupByYear } from './group.ts'

/** `entries` come newest first, as `publish` gives them. */
export function makeSite(entries: readonly Entry[], files: readonly StaticFile[], now: Moment): Site {
  const posts = entries.filter((entry): entry is Post => entry.kind === 'post')
  return {
    posts,
    pages: entries
      .filter((entry): entry is StandalonePage => entry.kind === 'page')
      .toSorted((one, other) => (one.permalink < other.permalink ? -1 : 1)),
    tags: groupBy(posts, post => post.tags, '/tags'),
    categories: groupBy(posts, post => post.categories, '/categories'),
    years: groupByYear(posts),
    files,
    now,
  }
}
