// Several things in a row, as a language joins them: "Ada, Bob and Cy".

/** The pieces with commas and "and" between them. */
export function listIn(language: string, parts: readonly string[]): string {
  const [last = 0, format] = [parts.length, new Intl.ListFormat(localeOf(language), { type: 'conjunction' })]
  if (last < 2) return parts.join('')
  // The pieces may hold markup, so only their places are given to be joined.
  return format
    .formatToParts(parts.map((_, index) => String(index)))
    .map(({ type, value }) => (type === 'element' ? (parts[Number(value)] ?? '') : value))
    .join('')
}

// English joins as the British do, without a comma before the "and".
function localeOf(language: string): string {
  const locale = language.replaceAll('_', '-')
  if (/^en(?:-|$)/i.test(locale)) return 'en-GB'
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-GB'
  } catch {
    return 'en-GB'
  }
}
