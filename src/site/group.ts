// Posts gathered under the tags, categories or years they share: one function, three uses.

import { type Group, type Post, permalink } from '../model.ts'
import { wallClock } from '../text/dates.ts'
import { tagSlug } from '../text/slug.ts'
import { encodePath } from '../text/url.ts'

/**
 * Groups posts by names. Names that differ only in case, or in how their accents are encoded, are one group, called as
 * most posts call it; names that are different but would share an address get `-2`, `-3` … in the order of the alphabet.
 * `prefix` is the folder of the addresses, `/tags`.
 */
export function groupBy(posts: readonly Post[], namesOf: (post: Post) => readonly string[], prefix: string): Group[] {
  const groups = new Map<string, Gathered>()
  for (const post of posts) {
    for (const [folded, name] of new Map(namesOf(post).map(name => [fold(name), name.trim()]))) {
      if (folded === '') continue
      const group = groups.get(folded) ?? { spellings: new Map<string, number>(), posts: [] }
      group.spellings.set(name, (group.spellings.get(name) ?? 0) + 1)
      group.posts.push(post)
      groups.set(folded, group)
    }
  }
  const sorted = [...groups].sort(([one], [other]) => (one < other ? -1 : 1))
  const slugs = distinctSlugs(sorted.map(([folded]) => folded))
  return sorted.map(([folded, group]) => ({
    name: commonest(group.spellings),
    permalink: permalink(encodePath(`${prefix}/${slugs.get(folded)}/`)),
    posts: group.posts,
  }))
}

/** The form under which two spellings are the same name. */
export function fold(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}

interface Gathered {
  /** How often each way to write the name occurs. */
  readonly spellings: Map<string, number>
  readonly posts: Post[]
}

function distinctSlugs(names: readonly string[]): Map<string, string> {
  const taken = new Set<string>()
  return new Map(
    names.map(name => {
      const slug = tagSlug(name)
      let distinct = slug
      for (let number = 2; taken.has(distinct); number++) distinct = `${slug}-${number}`
      taken.add(distinct)
      return [name, distinct]
    }),
  )
}

// The first among equals is the newest post's spelling.
function commonest(spellings: ReadonlyMap<string, number>): string {
  return [...spellings].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

/** Posts by year, newest year first, each at `/2021/`. */
export function groupByYear(posts: readonly Post[]): Group[] {
  const byYear = new Map<string, Post[]>()
  for (const post of posts) {
    const year = String(wallClock(post.date).getUTCFullYear())
    const group = byYear.get(year)
    if (group) group.push(post)
    else byYear.set(year, [post])
  }
  return [...byYear].map(([year, group]) => ({ name: year, permalink: permalink(`/${year}/`), posts: group }))
}
