// Posts gathered under the tags, categories or years they share: one function, three uses.

import { type Group, type Post, permalink } from '../model.ts'
import { strftime } from '../text/strftime.ts'
import { encodePath } from '../text/url.ts'

export interface GroupAddresses {
  /** With `:name` where the slug goes. */
  readonly pattern: string
  readonly slugOf: (name: string) => string
}

/**
 * Groups posts by names. Names that differ only in case, or in how their accents are encoded, are one group, called as
 * most posts call it; names that are different but would share an address get `-2`, `-3` … in the order of the alphabet.
 */
export function groupBy(posts: readonly Post[], namesOf: (post: Post) => readonly string[], addresses: GroupAddresses): Group[] {
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
  const slugs = distinctSlugs(
    sorted.map(([folded]) => folded),
    addresses.slugOf,
  )
  return sorted.map(([folded, group]) => ({
    name: commonest(group.spellings),
    permalink: permalink(encodePath(addresses.pattern.replace(':name', slugs.get(folded) ?? ''))),
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

function distinctSlugs(names: readonly string[], slugOf: (name: string) => string): Map<string, string> {
  const taken = new Set<string>()
  return new Map(
    names.map(name => {
      const slug = slugOf(name)
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

const periods = { year: '%Y', month: '%B %Y', day: '%-d %B %Y' }
const periodKeys = { year: '%Y', month: '%Y-%m', day: '%Y-%m-%d' }

/** Posts by year, month or day, newest first; none where `pattern` is empty. */
export function groupByPeriod(posts: readonly Post[], period: keyof typeof periods, pattern: string): Group[] {
  if (pattern === '') return []
  const groups = new Map<string, Post[]>()
  for (const post of posts) {
    const key = strftime(post.date, periodKeys[period])
    const group = groups.get(key)
    if (group) group.push(post)
    else groups.set(key, [post])
  }
  const directives: Record<string, string> = { year: '%Y', month: '%m', day: '%d' }
  return [...groups.values()].flatMap(group => {
    const date = group[0]?.date
    if (date === undefined) return []
    const address = pattern.replace(/:(year|month|day)/g, (_, name: string) => strftime(date, directives[name] ?? ''))
    return [{ name: strftime(date, periods[period]), permalink: permalink(address), posts: group }]
  })
}
