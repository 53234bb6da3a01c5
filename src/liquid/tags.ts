// THE LIST of Jekyll's tags beside Liquid's own.

import type { Liquid } from 'liquidjs'
import type { LiquidSite } from './site.ts'
import { gist } from './tags/gist.ts'
import { highlight } from './tags/highlight.ts'
import { includeRelative } from './tags/include-relative.ts'
import { link, postUrl } from './tags/links.ts'

/** A `LiquidTag` of whatever it keeps between reading and rendering. */
type TagMaker = (site: LiquidSite) => unknown

const jekyllTags: Record<string, TagMaker> = {
  highlight,
  post_url: postUrl,
  link,
  include_relative: includeRelative,
  gist,
}

const liquidTags =
  'assign for capture case comment include decrement cycle if layout increment raw render tablerow unless block echo liquid break continue else elsif when'

/** Every tag that is understood. */
export const tagNames: ReadonlySet<string> = new Set([...Object.keys(jekyllTags), ...liquidTags.split(' ')])

export function registerTags(engine: Liquid, site: LiquidSite): void {
  for (const [name, make] of Object.entries(jekyllTags)) engine.registerTag(name, make(site) as Parameters<Liquid['registerTag']>[1])
}
