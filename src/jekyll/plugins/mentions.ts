// jekyll-mentions: `@name` in the text of a page leads to the person of that name.

import { isMap } from '../../config/readers.ts'
import type { DataMap } from '../../model.ts'
import { mapBodyTexts } from '../html-text.ts'
import { printed } from '../values.ts'

const except = new Set(['pre', 'code', 'a', 'style', 'script'])
// Not within a word or an address of mail, and no path; a full stop behind it belongs to the sentence.
const mention = /(^|\W)@(\w[\w-]*)(?![\w/-])(?=\.+[ \t\W]|\.+$|[^0-9a-zA-Z_.]|$)/gim
// "@mention" is what people write of the thing itself.
const theWord = new Set(['mention', 'mentions', 'mentioned', 'mentioning'])

/** `html` is a whole page or a part of one. */
export function mentions(html: string, data: DataMap, config: DataMap): string {
  if (data['jekyll-mentions'] === false || !html.includes('@')) return html
  const base = baseOf(data['jekyll-mentions'] === undefined ? config : data)
  return mapBodyTexts(html, except, text =>
    text.replace(mention, (whole, before: string, name: string) =>
      theWord.has(name.toLowerCase()) ? whole : `${before}<a href="${base}${name}" class="user-mention">@${name}</a>`,
    ),
  )
}

function baseOf(settings: DataMap): string {
  const written = settings['jekyll-mentions'] ?? null
  const base = (isMap(written) ? printed(written['base_url']) : printed(written)) || 'https://github.com'
  return /[/~]$/.test(base) ? base : `${base}/`
}
