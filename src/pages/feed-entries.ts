// What Atom and JSON feeds share: which posts they hold, and content whose addresses work outside the site.

import type { Config } from '../config/config.ts'
import { textOf } from '../config/readers.ts'
import type { Post } from '../model.ts'
import { type Moment, toIso } from '../text/dates.ts'
import { decodePath, folderOf } from '../text/url.ts'

/** The newest posts of a feed, drafts left out, as many as jekyll-feed takes. */
export function feedPosts(posts: readonly Post[], config: Config): Post[] {
  const limit = config.feed['posts_limit']
  return posts.filter(post => !post.draft).slice(0, typeof limit === 'number' ? limit : 10)
}

/**
 * jekyll-feed's id of a post, so that readers of an old feed see nothing twice: the full address without ending, the host in
 * lower case, and with whatever slash the author wrote at the end of `url`.
 */
export function feedId(post: Post, config: Config): string {
  const path = encodeURI(decodePath(`${folderOf(post.permalink.replace(/\/$/, ''))}/${post.slug}`))
  const written = textOf(config.data['url'] ?? null) ?? config.url
  if (written !== '') return written.replace(/^\w+:\/\/[^/]*/, host => host.toLowerCase()) + config.baseurl + path
  // Without a `url` it writes the bare path, which is no valid id but the one that readers of that feed know.
  return config.shape === 'jekyll' ? config.baseurl + path : `tag:lectern.invalid,${toIso(post.date).slice(0, 10)}:${path}`
}

/** The newest change among posts; feeds tell it instead of the time of the build, which would change them every time. */
export function newestChange(posts: readonly Post[], now: Moment): Moment {
  return (
    posts
      .map(post => post.updated ?? post.date)
      .reduce<Moment | undefined>((newest, moment) => (newest && newest.epoch >= moment.epoch ? newest : moment), undefined) ?? now
  )
}
