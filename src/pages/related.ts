// Posts that a reader of this one may want next: those that share its tags and its rarer words. The posts before and after it are
// linked anyway, so they are never among them.

import type { Post } from '../model.ts'
import { lazily } from '../text/lazily.ts'
import type { Remembered } from '../text/remembered.ts'

/** The related posts of a post, best first. Tags and words are gathered when the first post asks. */
export type Related = (post: Post) => readonly Post[]

const most = 3
/** A word or tag that more posts have says nothing, and would make the work grow with the square of the posts. */
const mostPosts = 50
/** One rare word in common is chance, and among few posts every word is rare. */
const fewestWords = 3
const fewestPosts = 20

/** `posts` come newest first; `features` remembers what each is compared by. */
export function makeRelated(posts: readonly Post[], features: Remembered<Post, readonly string[]>): Related {
  const featuresIn = (post: Post): readonly string[] => features(post, () => featuresOf(post))
  const index = lazily(() => makeIndex(posts, featuresIn))
  return post => {
    const { holdersOf, places, scores } = index()
    const found: number[] = []
    for (const feature of featuresIn(post)) addFeature(scores, found, holdersOf.get(feature) ?? [], feature.startsWith('#'))
    const place = places.get(post) ?? -2
    const related = found
      .filter(other => Math.abs(other - place) > 1 && isRelated(scores, other))
      .sort((one, other) => at(scores.sums, other) - at(scores.sums, one) || one - other)
      .slice(0, most)
    clear(scores, found)
    return related.flatMap(other => posts[other] ?? [])
  }
}

/** Columns of numbers, one for each post by its place: a post is compared with a thousand others, and all posts are on every build. */
interface Scores {
  readonly sums: Float64Array
  /** How many words a post shares, and whether a tag. */
  readonly words: Uint16Array
  readonly tags: Uint8Array
}

function makeScores(count: number): Scores {
  return { sums: new Float64Array(count), words: new Uint16Array(count), tags: new Uint8Array(count) }
}

function at(column: Float64Array | Uint16Array | Uint8Array, place: number): number {
  return column[place] ?? 0
}

function addFeature({ sums, words, tags }: Scores, found: number[], holders: readonly number[], isTag: boolean): void {
  const count = sums.length
  const mostHolders = isTag ? mostPosts : Math.min(mostPosts, Math.max(2, Math.ceil(count / 3)))
  if (holders.length < 2 || holders.length > mostHolders) return
  const weight = (isTag ? 2 : 1) * Math.log(1 + count / holders.length)
  for (const place of holders) {
    if (at(sums, place) === 0) found.push(place)
    sums[place] = at(sums, place) + weight
    if (isTag) tags[place] = 1
    else words[place] = at(words, place) + 1
  }
}

function isRelated({ sums, words, tags }: Scores, place: number): boolean {
  return at(tags, place) === 1 || (at(words, place) >= fewestWords && sums.length >= fewestPosts)
}

function clear({ sums, words, tags }: Scores, places: readonly number[]): void {
  for (const place of places) {
    sums[place] = 0
    words[place] = 0
    tags[place] = 0
  }
}

interface Index {
  /** The places of the posts that have a feature; of one that many have, only the first few, which shows that they are many. */
  readonly holdersOf: ReadonlyMap<string, readonly number[]>
  readonly places: ReadonlyMap<Post, number>
  readonly scores: Scores
}

function makeIndex(posts: readonly Post[], featuresIn: (post: Post) => readonly string[]): Index {
  const holdersOf = new Map<string, number[]>()
  posts.forEach((post, place) => {
    for (const feature of featuresIn(post)) {
      const known = holdersOf.get(feature)
      if (known === undefined) holdersOf.set(feature, [place])
      else if (known.length <= mostPosts) known.push(place)
    }
  })
  return { holdersOf, places: new Map(posts.map((post, place) => [post, place])), scores: makeScores(posts.length) }
}

// What a post is compared by: its tags, and the words of its title and headings, which say what it is about; the whole of it would cost more
// than it tells.
function featuresOf({ title, body, tags, categories }: Post): string[] {
  const headings = body.match(/^#{1,6} .*/gm)?.slice(0, 12) ?? []
  const words = `${title} ${headings.join(' ')}`.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
  return [...new Set([...[...tags, ...categories].map(name => `#${name.toLowerCase()}`), ...words])]
}
