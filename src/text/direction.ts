// Which way a language is written.

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])

/** The direction of a text in `language`, a BCP 47 tag: a script subtag counts before the language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [name = '', script = ''] = language.toLowerCase().split(/[-_]/)
  if (/^(?:arab|hebr|thaa|syrc|nkoo|adlm|rohg)$/.test(script)) return 'rtl'
  return rightToLeft.has(name) && script.length !== 4 ? 'rtl' : 'ltr'
}
