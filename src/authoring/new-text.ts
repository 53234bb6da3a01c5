// A new text of the author's: where it goes, and what it begins with.

import type { SiteShape } from '../config/config.ts'
import { writeYaml } from '../config/yaml.ts'
import type { DataMap } from '../model.ts'
import { slugify } from '../text/slug.ts'

/** A file that is to be written, by its path below the site's folder. */
export interface NewFile {
  readonly path: string
  readonly text: string
}

export interface NewText {
  readonly title: string
  readonly slug?: string
  /** Keys besides the title. */
  readonly data?: DataMap
  readonly body?: string
}

/** A post of the day `date`, in `folder` or in the folder of posts. */
export function newPost(text: NewText, date: string, folder: string): NewFile {
  return { path: `${folder}/${date}-${slugOf(text)}.md`, text: textWith(text) }
}

export function newDraft(text: NewText, folder: string): NewFile {
  return { path: `${folder}/${slugOf(text)}.md`, text: textWith(text) }
}

/** A page without a date, at the top of the site. */
export function newPage(text: NewText, shape: SiteShape): NewFile {
  const folder = shape === 'lectern' ? 'posts/' : ''
  const data: DataMap = { layout: 'page', ...(shape === 'jekyll' ? { permalink: `/${slugOf(text)}/` } : {}), ...text.data }
  return { path: `${folder}${slugOf(text)}.md`, text: textWith({ ...text, data }) }
}

function textWith({ title, data = {}, body = '' }: NewText): string {
  return `---\n${writeYaml({ title, ...data })}---\n\n${body}`
}

// A title of signs only still gets a name.
function slugOf({ slug, title }: NewText): string {
  return (slug ?? slugify(title)) || 'untitled'
}
