// The lectures that a new one would follow: those of the course that is asked for, or else of the course of the newest lecture.

import { textOf } from '../config/readers.ts'
import type { Post, Source, SourcePath } from '../model.ts'
import { splitFrontMatter } from '../posts/front-matter.ts'
import { slugify } from '../text/slug.ts'
import { numberIn, numberOf, type WrittenLecture } from './lecture.ts'

export interface LectureFile extends WrittenLecture {
  readonly source: SourcePath
}

/** Newest first, as `posts` are. */
export function lecturesOf(posts: readonly Post[], sources: readonly Source[], course: string | undefined): LectureFile[] {
  const texts = new Map(sources.flatMap(({ path, content }) => (content.kind === 'text' ? [[path, content.text] as const] : [])))
  const all = posts.map(post => ({ post, name: courseOf(post) })).filter(({ name }) => name !== undefined)
  const wanted = course === undefined ? all[0]?.name : slugify(course)
  return all
    .filter(({ name }) => name === wanted)
    .map(({ post }) => {
      const { source, title, slug } = post
      return { source, title, slug, data: splitFrontMatter(source, texts.get(source) ?? '').value.data }
    })
}

// As the post says; or what stands around the number in its title, which the lectures of a course have in common.
function courseOf(post: Post): string | undefined {
  const named = textOf(post.data['course'] ?? null)
  if (named !== undefined) return slugify(named)
  if (numberOf(post) === undefined) return undefined
  const number = numberIn(post.title)
  const around = number === undefined ? post.title : (post.title.split(new RegExp(`0*${number}(?!\\d)`))[0] ?? '')
  return slugify(around.replace(/lecture/i, ''))
}
