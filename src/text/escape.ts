// Text made safe for HTML and XML: one table of five pairs, both directions derived from it.

const pairs = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
] as const

const entityOf = new Map<string, string>(pairs)
const charOf = new Map<string, string>(pairs.map(([char, entity]) => [entity, char]))

/** Escapes a value for HTML or XML text and for attributes in either kind of quote. */
export function escapeHtml(text: string): string {
  // Most texts need nothing; the test is several times cheaper than a replace that finds nothing.
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, char => entityOf.get(char) ?? char) : text
}

/** Escapes a value for an attribute in double quotes, where an apostrophe may stand as it is. */
export function escapeAttribute(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, char => entityOf.get(char) ?? char) : text
}

/** Escaped text with its quotes as they are: outside of attributes they may be, which is shorter. */
export function withQuotes(text: string): string {
  return text.replaceAll('&quot;', '"').replace(/&#(?:39|x27);/g, "'")
}

/** Undoes `escapeHtml`; other entities stay as they are. */
export function unescapeHtml(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, entity => charOf.get(entity) ?? entity)
}

/** Escapes for XML 1.0 and drops the characters that XML 1.0 cannot hold at all (§2.2), which would break a whole feed. */
export function escapeXml(text: string): string {
  return escapeHtml(xmlCharacters(text))
}

/** XML as it was written, without those characters. */
export function xmlCharacters(text: string): string {
  return text.toWellFormed().replace(notXml, '')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is to be found
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** JSON that may stand inside a `<script>` element: no `<`, `>` or `&`, and no line separators that old engines trip over. */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The text a reader sees: tags removed, the five entities decoded, white space collapsed. */
export function textOfHtml(html: string): string {
  return unescapeHtml(html.replace(blockTag, ' ').replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim()
}

// What a reader sees as a gap; the other tags stand within a word or a sentence.
const blockTag =
  /<\/?(?:p|div|li|[uod]l|d[td]|h[1-6]|t[rdh]|table|br|hr|pre|blockquote|section|figure|figcaption|details|summary)\b[^>]*>/gi
