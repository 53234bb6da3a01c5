// Posts gathered under the tags, categories or years they share: one function, three uses.

import { type Group, type Post, permalink } from '../model.ts'
import { wallClock } from '../text/dates.ts'
import { grouped } from '../text/grouped.ts'
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
  const groups = new Map<string, GroupInProgress>()
  const spellings = new Map<string, Spelling>()
  for (const post of posts) {
    for (const written of namesOf(post)) {
      // A name is looked at once, however many posts have it.
      const spelling = spellings.get(written) ?? newSpelling(written, groups)
      spellings.set(written, spelling)
      // One that a post has twice, in two spellings perhaps, counts once.
      if (spelling.group.posts.at(-1) === post) continue
      spelling.count += 1
      spelling.group.posts.push(post)
    }
  }
  groups.delete('')
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

interface GroupInProgress {
  readonly spellings: Spelling[]
  readonly posts: Post[]
}

/** A way to write the name of a group, and how many posts do. */
interface Spelling {
  readonly name: string
  readonly group: GroupInProgress
  count: number
}

function newSpelling(written: string, groups: Map<string, GroupInProgress>): Spelling {
  const folded = fold(written)
  const group = groups.get(folded) ?? { spellings: [], posts: [] }
  groups.set(folded, group)
  const spelling = { name: written.trim(), group, count: 0 }
  group.spellings.push(spelling)
  return spelling
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
function commonest(spellings: readonly Spelling[]): string {
  return spellings.reduce((best, next) => (next.count > best.count ? next : best)).name
}

const periods = { year: '%Y', month: '%B %Y', day: '%-d %B %Y' }
// The same number for all moments of one period.
const periodNumbers: Record<keyof typeof periods, (clock: Date) => number> = {
  year: clock => clock.getUTCFullYear(),
  month: clock => clock.getUTCFullYear() * 12 + clock.getUTCMonth(),
  day: clock => Math.floor(clock.getTime() / 86_400_000),
}

/** Posts by year, month or day, newest first; none where `pattern` is empty. */
export function groupByPeriod(posts: readonly Post[], period: keyof typeof periods, pattern: string): Group[] {
  if (pattern === '') return []
  const groups = grouped(posts, ({ date }) => [periodNumbers[period](wallClock(date))])
  const directives: Record<string, string> = { year: '%Y', month: '%m', day: '%d' }
  return [...groups.values()].flatMap(group => {
    const date = group[0]?.date
    if (date === undefined) return []
    const address = pattern.replace(/:(year|month|day)/g, (_, name: string) => strftime(date, directives[name] ?? ''))
    return [{ name: strftime(date, periods[period]), permalink: permalink(address), posts: group }]
  })
}
