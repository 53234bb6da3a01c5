// jemoji: `:name:` in the text of a page becomes the sign of that name. A character, where the plugin puts a picture from elsewhere.

import { mapBodyTexts } from '../html-text.ts'

const except = new Set(['pre', 'code', 'tt', 'style', 'script'])

/** `html` is a whole page or a part of one; `characterOf` knows the names. */
export function jemoji(html: string, characterOf: (name: string) => string | undefined): string {
  if (!html.includes(':')) return html
  return mapBodyTexts(html, except, text => text.replace(/:([\w+-]+):/g, (whole, name: string) => characterOf(name) ?? whole))
}
