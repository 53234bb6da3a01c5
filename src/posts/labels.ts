// Tags and categories, as Jekyll gathers them (document.rb, populate_tags and populate_categories).

import { isMap, textOf } from '../config/readers.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { commaInTags } from '../diagnostics/front-matter.ts'
import type { Data, DataMap } from '../model.ts'
import type { SplitFile } from './front-matter.ts'

/** `tag` wins over `tags` and is never split; `tags` as one text is split at white space. */
export function tagsOf(data: DataMap): string[] {
  return singleOrMany(data, 'tag', 'tags')
}

/** The folders above `_posts`, then `categories`, then `category`; each once. */
export function categoriesOf(folders: readonly string[], defaults: DataMap, own: DataMap): string[] {
  const merged = [...folders, ...listOf(defaults['categories']), ...listOf(own['categories'])]
  const single = singleOrMany({ ...defaults, ...own }, 'category', 'categories')
  return [...new Set([...merged, ...single])]
}

function singleOrMany(data: DataMap, one: string, many: string): string[] {
  const single = data[one]
  if (single !== undefined && single !== null && single !== false) return flat(single)
  return listOf(data[many])
}

function listOf(value: Data | undefined): string[] {
  if (typeof value === 'string') return value.split(/\s+/).filter(part => part !== '')
  return Array.isArray(value) ? flat(value) : []
}

function flat(value: Data): string[] {
  if (Array.isArray(value)) return value.flatMap(flat)
  if (isMap(value)) return Object.entries(value).map(([name, rest]) => `${name}: ${textOf(rest) ?? ''}`)
  return textOf(value) === undefined ? [] : [textOf(value) ?? '']
}

/** `tags: a, b` is split at spaces as in Jekyll, so the comma sticks to the tag; that is never meant. */
export function commaHints(file: SplitFile): Diagnostic[] {
  return ['tags', 'categories'].flatMap(key => {
    const value = file.data[key]
    if (typeof value !== 'string' || !/,(?:\s|$)/.test(value)) return []
    return [commaInTags(file.placeOf(key, 'value'), key, listOf(value))]
  })
}
