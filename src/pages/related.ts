// Posts that a reader of this one may want next: those that share its tags and its rarer words. The posts before and after it are
// linked anyway, so they are never among them.

import type { Post } from '../model.ts'

/** The related posts of each post, best first. Words are gathered when the first post asks. */
export type Related = (post: Post, without: readonly (Post | undefined)[]) => readonly Post[]

const most = 3
/** A word or tag that more posts have says nothing, and would make the work grow with the square of the posts. */
const mostPosts = 50
/** One rare word in common is chance, and among few posts every word is rare. */
const fewestWords = 3
const fewestPosts = 20

export function makeRelated(posts: readonly Post[]): Related {
  let index: Index | undefined
  const mostHolders = Math.min(mostPosts, Math.max(2, Math.ceil(posts.length / 3)))
  return (post, without) => {
    index ??= makeIndex(posts)
    const candidates = new Map<Post, Candidate>()
    for (const feature of index.featuresOf.get(post) ?? []) {
      const isTag = feature.startsWith('#')
      const holders = index.holdersOf.get(feature) ?? []
      if (holders.length < 2 || holders.length > (isTag ? mostPosts : mostHolders)) continue
      const weight = (isTag ? 2 : 1) * Math.log(1 + posts.length / holders.length)
      for (const other of holders) addTo(candidates, other, isTag, weight)
    }
    for (const left of [post, ...without]) if (left !== undefined) candidates.delete(left)
    return [...candidates]
      .filter(([, { sharesTag, words }]) => sharesTag || (words >= fewestWords && posts.length >= fewestPosts))
      .sort(([one, first], [other, second]) => second.score - first.score || other.date.epoch - one.date.epoch)
      .slice(0, most)
      .map(([other]) => other)
  }
}

interface Candidate {
  readonly sharesTag: boolean
  /** How many words it shares. */
  readonly words: number
  readonly score: number
}

function addTo(candidates: Map<Post, Candidate>, post: Post, isTag: boolean, weight: number): void {
  const { sharesTag, words, score } = candidates.get(post) ?? { sharesTag: false, words: 0, score: 0 }
  candidates.set(post, { sharesTag: sharesTag || isTag, words: words + (isTag ? 0 : 1), score: score + weight })
}

interface Index {
  /** Tags (`#tag`) and words of a post. */
  readonly featuresOf: ReadonlyMap<Post, ReadonlySet<string>>
  readonly holdersOf: ReadonlyMap<string, readonly Post[]>
}

function makeIndex(posts: readonly Post[]): Index {
  const featuresOf = new Map(posts.map(post => [post, featuresIn(post)]))
  const holdersOf = new Map<string, Post[]>()
  for (const [post, features] of featuresOf) {
    for (const feature of features) {
      const holders = holdersOf.get(feature)
      if (holders === undefined) holdersOf.set(feature, [post])
      // One more than the limit shows that it is passed.
      else if (holders.length <= mostPosts) holders.push(post)
    }
  }
  return { featuresOf, holdersOf }
}

// The title, the headings and the beginning say what a post is about; the whole of it would cost more than it tells.
function featuresIn(post: Post): Set<string> {
  const headings = post.body.slice(0, 20_000).match(/^#{1,6} .*/gm) ?? []
  const text = `${post.title} ${post.description ?? ''} ${headings.join(' ')} ${post.body.slice(0, 600)}`
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
  return new Set([...post.tags.map(tag => `#${tag.toLowerCase()}`), ...post.categories.map(name => `#${name.toLowerCase()}`), ...words])
}
