// How long a text takes to read.

const wordsPerMinute = 230
const charactersPerMinute = 500
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** Words of a text; in scripts without spaces each character counts as one. */
export function countWords(text: string): number {
  const characters = text.match(cjk)?.length ?? 0
  return characters + (text.replace(cjk, ' ').match(/\S+/g)?.length ?? 0)
}

/** Minutes, at least one. Chinese, Japanese and Korean are counted by characters. */
export function readingMinutes(text: string): number {
  const characters = text.match(cjk)?.length ?? 0
  return Math.max(1, Math.round(characters / charactersPerMinute + (countWords(text) - characters) / wordsPerMinute))
}

/** The beginning of a text, cut at a word, with an ellipsis if anything is left out. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length + 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > length / 2 ? cut.slice(0, space) : cut.slice(0, length)).replace(/[\s,;:–—-]+$/, '')}…`
}
