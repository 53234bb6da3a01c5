// Posts that a reader of this one may want next: those that share its tags and its rarer words. The posts before and after it are
// linked anyway, so they are never among them.

import type { Post } from '../model.ts'
import { lazily } from '../text/lazily.ts'
import { type Remembered, remembered } from '../text/remembered.ts'

/** A tag or a word: one value for all posts that have it, so that posts are compared by numbers. */
interface Feature {
  readonly text: string
  readonly number: number
  readonly isTag: boolean
}

/** What the comparing of posts may keep from one loading of the site to the next. */
export interface RelatedMemory {
  readonly features: Remembered<Post, readonly Feature[]>
  /** Every feature that any post has had, by its text. */
  readonly vocabulary: Map<string, Feature>
}

export function makeRelatedMemory(): RelatedMemory {
  return { features: remembered(), vocabulary: new Map() }
}

/** The related posts of each post, best first. Words are gathered when the first post asks. */
export type Related = (post: Post, without: readonly (Post | undefined)[]) => readonly Post[]

const most = 3
/** A word or tag that more posts have says nothing, and would make the work grow with the square of the posts. */
const mostPosts = 50
/** One rare word in common is chance, and among few posts every word is rare. */
const fewestWords = 3
const fewestPosts = 20

export function makeRelated(posts: readonly Post[], memory: RelatedMemory): Related {
  const index = lazily(() => makeIndex(posts, memory))
  const mostHolders = Math.min(mostPosts, Math.max(2, Math.ceil(posts.length / 3)))
  return (post, without) => {
    const candidates = new Map<Post, Candidate>()
    for (const { number, isTag } of featuresOf(post, memory)) {
      const holders = index()[number] ?? []
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

/** Counts up while features are compared. */
interface Candidate {
  sharesTag: boolean
  /** How many words it shares. */
  words: number
  score: number
}

function addTo(candidates: Map<Post, Candidate>, post: Post, isTag: boolean, weight: number): void {
  let candidate = candidates.get(post)
  if (candidate === undefined) {
    candidate = { sharesTag: false, words: 0, score: 0 }
    candidates.set(post, candidate)
  }
  candidate.score += weight
  if (isTag) candidate.sharesTag = true
  else candidate.words += 1
}

/** Posts by the number of a feature; of one that many have, only the first few, which shows that they are many. */
type Index = readonly (readonly Post[] | undefined)[]

function makeIndex(posts: readonly Post[], memory: RelatedMemory): Index {
  const index: Post[][] = []
  for (const post of posts) {
    for (const { number } of featuresOf(post, memory)) {
      index[number] ??= []
      const holders = index[number]
      if (holders.length <= mostPosts) holders.push(post)
    }
  }
  return index
}

/** What a post is compared by: its tags, and the words of its title and headings. */
export function featuresOf(post: Post, { features, vocabulary }: RelatedMemory): readonly Feature[] {
  return features(post, () => textsOf(post).map(text => numbered(text, vocabulary)))
}

function numbered(text: string, vocabulary: Map<string, Feature>): Feature {
  const known = vocabulary.get(text) ?? { text, number: vocabulary.size, isTag: text.startsWith('#') }
  vocabulary.set(text, known)
  return known
}

// The title and the headings say what a post is about; the whole of it would cost more than it tells.
function textsOf({ title, body, tags, categories }: Post): string[] {
  const headings = body.match(/^#{1,6} .*/gm)?.slice(0, 12) ?? []
  const words = `${title} ${headings.join(' ')}`.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
  return [...new Set([...[...tags, ...categories].map(name => `#${name.toLowerCase()}`), ...words])]
}
