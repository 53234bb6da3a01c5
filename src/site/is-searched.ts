// Whether a site has a search of its own.

import type { Config } from '../config/config.ts'
import type { Site } from '../model.ts'

/** Where there is no post there is nothing to find. */
export function isSearched({ posts }: Pick<Site, 'posts'>, { search }: Pick<Config, 'search'>): boolean {
  return search && posts.length > 0
}
