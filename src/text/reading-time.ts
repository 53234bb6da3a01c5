// How long a text takes to read.

/** Words a minute by language, as measured for texts of equal content (Trauzettel-Klosinski and Dietz, IReST, 2012). */
const wordsPerMinute: Record<string, number> = {
  ar: 138,
  de: 179,
  en: 228,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
}
const otherwise = 200
const charactersPerMinute = 500
/** A picture or a displayed formula is looked at, not passed over. */
const secondsPerFigure = 8
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
/** Below it no script is written without spaces. */
const firstCjk = 0x1100

/** Words of a text; in scripts without spaces each character counts as one. */
export function countWords(text: string): number {
  const { words, characters } = countBoth(text)
  return words + characters
}

// One walk over the text, since every build counts every text: with expressions it took ten times as long.
function countBoth(text: string): { readonly words: number; readonly characters: number } {
  let [words, characters, isInWord] = [0, 0, false]
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit <= 0x20 || unit === 0xa0) {
      isInWord = false
      continue
    }
    if (unit >= firstCjk) {
      const code = text.codePointAt(index) ?? 0
      if (code > 0xffff) index += 1
      const isCjk = cjk.test(String.fromCodePoint(code))
      if (isCjk) characters += 1
      if (isCjk || isWideSpace(code)) {
        isInWord = false
        continue
      }
    }
    if (!isInWord) words += 1
    isInWord = true
  }
  return { words, characters }
}

function isWideSpace(code: number): boolean {
  return (code >= 0x2000 && code <= 0x200a) || code === 0x3000
}

export interface Reading {
  readonly text: string
  /** BCP 47 tag of the text's language. */
  readonly lang: string
  /** Pictures and displayed formulas. */
  readonly figures: number
}

/** Minutes, at least one. Chinese, Japanese and Korean are counted by characters. */
export function readingMinutes({ text, lang, figures }: Reading): number {
  const { words, characters } = countBoth(text)
  const speed = wordsPerMinute[lang.slice(0, 2).toLowerCase()] ?? otherwise
  const minutes = characters / charactersPerMinute + words / speed + (figures * secondsPerFigure) / 60
  return Math.max(1, Math.round(minutes))
}

/** The beginning of a text, cut at a word, with an ellipsis if anything is left out. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length + 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > length / 2 ? cut.slice(0, space) : cut.slice(0, length)).replace(/[\s,;:–—-]+$/, '')}…`
}
