// Pages as Liquid sees them, which are no documents of a collection.

import type { StandalonePage } from '../model.ts'
import { baseName, extensionOf, folderOf, withoutExtension } from '../text/url.ts'
import { isTruthy } from './values/kinds.ts'
import { toText } from './values/text.ts'

type Fields = { readonly [name: string]: unknown }

// A page has the title and the excerpt that it gives itself, or none.
export function pageForLiquid({ data, permalink, writtenPermalink: url = permalink, source }: StandalonePage, content: unknown): Fields {
  const dir = url.endsWith('/') ? url : `${folderOf(url)}/`
  const excerpt = isTruthy(data['excerpt']) ? toText(data['excerpt']) : null
  return { ...data, dir, name: baseName(source), path: source, url, content, excerpt }
}

/**
 * The page of a source map, which jekyll-sass-converter adds when it has compiled the style sheet (source_map_page.rb). It has the front matter
 * of the sheet, so its address too, if that is given there. What it tells of the compiler's steps is left out.
 */
export function mapForLiquid({ data, permalink, source }: StandalonePage, sheet: Fields): Fields {
  const path = `${withoutExtension(source)}.css.map`
  const url = isTruthy(data['permalink']) ? permalink : `${permalink}.map`
  return { ...sheet, name: baseName(path), path, url, content: '' }
}

/**
 * Whether `site.html_pages` has the page: by its address, else by the ending that its permalink, or the one that a plugin gives it,
 * has or its file gets (page.rb, `html?`).
 * Lists of jekyll-paginate-v2 that are given no name are called `.html`, which is a name without an ending.
 */
export function isHtmlPage({ format }: StandalonePage, { path, url, permalink }: Fields): boolean {
  if (String(url).endsWith('/')) return true
  const asked = typeof permalink === 'string' && !permalink.endsWith('/') ? extensionOf(permalink) : ''
  const own = format === 'markdown' ? '.html' : format === 'sass' ? '.css' : extensionOf(String(path))
  return ['.html', '.xhtml', '.htm'].includes(asked || own)
}
