// Everything that is going to be published, put in order.

import { archivePattern, archiveSlug } from '../config/archives.ts'
import { hasPages } from '../config/collections.ts'
import type { Config } from '../config/config.ts'
import type { Entry, Post, Site, StandalonePage, StaticFile } from '../model.ts'
import type { Moment } from '../text/dates.ts'
import { groupBy, groupByPeriod } from './group.ts'

/** `entries` come newest first, as `publish` gives them. */
export function makeSite(entries: readonly Entry[], files: readonly StaticFile[], config: Config, now: Moment): Site {
  const slugOf = (name: string): string => archiveSlug(config, name)
  const posts = entries.filter((entry): entry is Post => entry.kind === 'post')
  const pages = entries
    .filter((entry): entry is StandalonePage => entry.kind === 'page')
    .toSorted((one, other) => (one.permalink < other.permalink ? -1 : 1))
  const isWritten = ({ collection }: StandalonePage | StaticFile): boolean => collection === undefined || hasPages(config, collection)
  return {
    posts,
    pages: pages.filter(isWritten),
    unwritten: pages.filter(page => !isWritten(page)),
    tags: groupBy(posts, post => post.tags, { pattern: archivePattern(config, 'tag'), slugOf }),
    categories: groupBy(posts, post => post.categories, { pattern: archivePattern(config, 'category'), slugOf }),
    years: groupByPeriod(posts, 'year', archivePattern(config, 'year')),
    periods: [
      ...groupByPeriod(posts, 'month', archivePattern(config, 'month')),
      ...groupByPeriod(posts, 'day', archivePattern(config, 'day')),
    ],
    files: files.filter(isWritten),
    unwrittenFiles: files.filter(file => !isWritten(file)),
    now,
  }
}
