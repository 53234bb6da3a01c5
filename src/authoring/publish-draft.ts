// A draft made a post: which of the drafts is meant, and what the file is called then.

import type { SiteShape } from '../config/config.ts'
import { type SourcePath, sourcePath } from '../model.ts'
import { splitFrontMatter } from '../posts/front-matter.ts'
import { baseName, extensionOf, folderOf, withoutExtension } from '../text/url.ts'

/** The draft that `name` means: its path, its file name, or its file name without the ending. */
export function findDraft(name: string, drafts: readonly SourcePath[]): SourcePath | undefined {
  const wanted = sourcePath(name)
  return drafts.find(draft => draft === wanted || draft.endsWith(`/${wanted}`) || stem(draft) === wanted)
}

/** Where a draft goes on the day `today`, unless its front matter or its name has a date of its own. */
export function publishedPath(draft: SourcePath, text: string, today: string, shape: SiteShape): SourcePath {
  const { date } = splitFrontMatter(draft, text).value.data
  const own = /^\d{4}-\d{2}-\d{2}/.exec(date instanceof Date ? date.toISOString() : String(date ?? ''))?.[0]
  const [, named, name = stem(draft)] = /^(\d{4}-\d{2}-\d{2})-(.+)$/.exec(stem(draft)) ?? []
  const folder = folderOf(draft)
  // `_drafts` beside `_posts` in a Jekyll site; below `posts` in one of ours.
  const target = folder.replace(/(^|\/)_drafts(?=\/|$)/, shape === 'lectern' ? '' : '$1_posts')
  return sourcePath(`${target}/${own ?? named ?? today}-${name}${extensionOf(draft)}`)
}

function stem(path: string): string {
  return withoutExtension(baseName(path))
}
