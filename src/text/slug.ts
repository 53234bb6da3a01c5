// Titles and names made into URL parts, by the rules of Jekyll's `slugify` filter (jekyll/utils.rb).

export type SlugMode = 'none' | 'raw' | 'default' | 'pretty' | 'ascii' | 'latin'

// What each mode turns into a hyphen. `pretty` keeps the characters that need no escape in a URL path.
const separators: Record<Exclude<SlugMode, 'none'>, RegExp> = {
  raw: /\s+/g,
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  ascii: /[^A-Za-z0-9]+/g,
  latin: /[^\p{M}\p{L}\p{Nd}]+/gu,
}

/** `Lecture 1: Intro` becomes `lecture-1-intro`. Mode `none` only lower-cases. */
export function slugify(text: string, mode: SlugMode = 'default'): string {
  return slugifyCased(text, mode).toLowerCase()
}

/** The same with upper case kept, as Jekyll's `:title` placeholder does. */
export function slugifyCased(text: string, mode: SlugMode = 'default'): string {
  if (mode === 'none') return text
  const plain = mode === 'latin' ? withoutAccents(text) : text
  return plain.replace(separators[mode], '-').replace(/^-|-$/g, '')
}

// Letters that are more than a Latin one with an accent.
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ĸ: 'k',
  ŋ: 'ng',
  ĳ: 'ij',
}

// What no Latin letter stands for becomes a hyphen.
function withoutAccents(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '')
  return plain.replace(/\P{ASCII}/gu, letter => {
    const small = letters[letter.toLowerCase()]
    if (small === undefined) return '-'
    return letter === letter.toLowerCase() ? small : small.charAt(0).toUpperCase() + small.slice(1)
  })
}

// Names that lose their meaning when their signs are dropped: without this `C`, `C++` and `C#` would share one page.
const spoken: readonly (readonly [RegExp, string])[] = [
  [/\+\+/g, 'pp'],
  [/(?<=\p{L})\+/gu, '-plus'],
  [/(?<=\p{L})#/gu, '-sharp'],
  [/^\.(?=\p{L})/u, 'dot-'],
]

/** The URL part of a tag or category, in any script: `C++` becomes `cpp`, `C#` `c-sharp`, `.NET` `dot-net`, `機械学習` stays. */
export function tagSlug(name: string): string {
  const said = spoken.reduce((text, [sign, word]) => text.replace(sign, word), name.normalize('NFC').trim())
  return slugify(said) || codePoints(name)
}

// A tag of signs only (`🎉`) still gets a usable, stable address.
function codePoints(name: string): string {
  return [...name.trim()].map(char => (char.codePointAt(0) ?? 0).toString(16)).join('-')
}
