// Posts that a reader of this one may want next: those that share its tags and its rarer words. The posts before and after it are
// linked anyway, so they are never among them.

import type { Post } from '../model.ts'

/** The related posts of each post, best first. Words are gathered when the first post asks. */
export type Related = (post: Post, without: readonly (Post | undefined)[]) => readonly Post[]

const most = 3
/** A word or tag that more posts have says nothing, and would make the work grow with the square of the posts. */
const mostPosts = 50

export function makeRelated(posts: readonly Post[]): Related {
  let index: Index | undefined
  return (post, without) => {
    index ??= makeIndex(posts)
    const scores = new Map<Post, number>()
    for (const feature of index.featuresOf.get(post) ?? []) {
      const holders = index.holdersOf.get(feature) ?? []
      if (holders.length < 2 || holders.length > mostPosts) continue
      const weight = (feature.startsWith('#') ? 2 : 1) * Math.log(1 + posts.length / holders.length)
      for (const other of holders) scores.set(other, (scores.get(other) ?? 0) + weight / Math.sqrt(index.featuresOf.get(other)?.size ?? 1))
    }
    const left = new Set([post, ...without])
    return [...scores]
      .filter(([other, score]) => !left.has(other) && score > threshold(posts.length))
      .sort(([one, first], [other, second]) => second - first || other.date.epoch - one.date.epoch)
      .slice(0, most)
      .map(([other]) => other)
  }
}

// One rare word in common, among thousands of posts, is chance.
function threshold(count: number): number {
  return Math.log(1 + count) / 4
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
