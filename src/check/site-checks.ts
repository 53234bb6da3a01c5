// What is worth a look in a site as a whole: titles and tags that are nearly the same, pages to which nothing leads, feeds without an address.

import type { Link } from '../body.ts'
import type { Config } from '../config/config.ts'
import { isMap, textOf } from '../config/readers.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { addressOfThisMachine, noAddress, orphanPage, sameTitle, similarTags, tagsOfOnePost } from '../diagnostics/advice.ts'
import type { Group, Site, SourcePath } from '../model.ts'
import { fold } from '../site/group.ts'

export interface CheckedSite {
  readonly site: Site
  readonly config: Config
  /** Every address that a text links to, as pages show it. */
  readonly linked: readonly Link[]
}

/** THE LIST of checks of a site. */
export const siteChecks: readonly ((site: CheckedSite) => readonly Diagnostic[])[] = [titles, tags, rareTags, orphans, address]

function titles({ site }: CheckedSite): Diagnostic[] {
  const seen = new Map<string, SourcePath>()
  return [...site.posts].reverse().flatMap(post => {
    const name = fold(post.title)
    const other = seen.get(name)
    seen.set(name, other ?? post.source)
    return other === undefined ? [] : [sameTitle({ file: post.source }, post.title, other)]
  })
}

// Tags that only differ in a hyphen, a space or a plural were one in the author's mind.
function tags({ site }: CheckedSite): Diagnostic[] {
  const seen = new Map<string, Group>()
  return site.tags.flatMap(group => {
    const name = fold(group.name)
      .replace(/[\s_.-]+/g, '')
      .replace(/(?<=\p{L}{3})s$/u, '')
    const other = seen.get(name)
    seen.set(name, other ?? group)
    const file = group.posts[0]?.source
    return other === undefined || file === undefined ? [] : [similarTags({ file }, group.name, other.name, other.posts.length)]
  })
}

/** A tag is for more than one post; with few posts nobody can tell yet. */
const enoughPosts = 20

function rareTags({ site }: CheckedSite): Diagnostic[] {
  const rare = site.tags.filter(({ posts }) => posts.length === 1).map(({ name }) => name)
  return site.posts.length < enoughPosts || rare.length === 0 ? [] : [tagsOfOnePost(rare)]
}

// The header shows six pages by itself; others need a link.
function orphans({ site, config, linked }: CheckedSite): Diagnostic[] {
  const written = Array.isArray(config.nav)
    ? config.nav.flatMap(entry => (isMap(entry) ? (textOf(entry['url'] ?? entry['link'] ?? null) ?? []) : []))
    : []
  const links = new Set(
    [...linked.map(({ url }) => url), ...written, ...written.map(url => config.baseurl + url)].map(url =>
      url.replace(/[?#].*$/, '').replace(/(?:index\.html|\/)$/, ''),
    ),
  )
  const top = site.pages.filter(
    page => /^\/[^/]+\/?$/.test(page.permalink) && page.redirectTo === undefined && !page.permalink.startsWith('/404'),
  )
  const shown = new Set(written.length > 0 ? [] : top.slice(0, 6))
  return site.pages
    .filter(
      page =>
        page.collection === undefined &&
        page.redirectTo === undefined &&
        !shown.has(page) &&
        !/^\/(?:404|index)?(?:\.html)?$|\.(?:xml|json|txt|css|js|ya?ml)$/.test(page.permalink),
    )
    .filter(page => !links.has((config.baseurl + page.permalink).replace(/(?:index\.html|\/)$/, '')))
    .map(page => orphanPage({ file: page.source }, page.permalink))
}

function address({ site, config }: CheckedSite): Diagnostic[] {
  if (site.posts.length === 0) return []
  if (config.url === '') return [noAddress()]
  return /^https?:\/\/(?:localhost|127\.|0\.0\.0\.0|\[::1?\])/.test(config.url) ? [addressOfThisMachine(config.url)] : []
}
