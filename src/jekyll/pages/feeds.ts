// The feeds of jekyll-feed.

import type { JekyllPageKind } from '../page-kind.ts'
import { feedsOf } from '../plugins/feed.ts'
import { addedEntry } from './added.ts'

export const feeds: JekyllPageKind = ({ site, config, has }) => {
  if (!has('jekyll-feed')) return {}
  const tags = [...new Set(site.posts.flatMap(post => post.tags))]
  return {
    pages: feedsOf(config.data, tags).map(feed => ({
      entry: addedEntry(feed.path, feed.path.slice(1), { layout: null, sitemap: false }),
      from: { kind: 'generated', what: 'the feed', replaceable: true },
      writes: { kind: 'feed', feed },
    })),
  }
}
