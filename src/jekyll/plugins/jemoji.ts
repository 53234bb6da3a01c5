// jemoji: `:name:` in the text of a page becomes the sign of that name. A character, where the plugin puts a picture from elsewhere. The only
// file that imports gemoji, GitHub's own list of names, which is loaded for the first page that may hold one.

import { mapBodyTexts } from '../html-text.ts'

const except = new Set(['pre', 'code', 'tt', 'style', 'script'])

/** `html` is a whole page or a part of one. */
export async function jemoji(html: string): Promise<string> {
  if (!/:[\w+-]+:/.test(html)) return html
  const { nameToEmoji } = await import('gemoji')
  const named = new Map(Object.entries(nameToEmoji))
  return mapBodyTexts(html, except, text => withSigns(text, named))
}

// A colon behind what is no name may begin the next: `10:30:smile:`.
function withSigns(text: string, named: ReadonlyMap<string, string>): string {
  const [first = '', ...parts] = text.split(':')
  let result = first
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? ''
    const sign = named.get(part)
    const behind = parts[index + 1]
    if (sign === undefined || behind === undefined) result += `:${part}`
    else {
      result += sign + behind
      index += 1
    }
  }
  return result
}
