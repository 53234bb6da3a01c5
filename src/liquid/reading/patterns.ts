// The expressions by which Ruby's Liquid takes markup apart when it is lenient.

const quotedString = '"[^"]*"|\'[^\']*\''

/** A text in quotes, or whatever stands without a space, comma, bar or quote. */
export const fragment = `(?:${quotedString}|(?:[^\\s,|'"]|${quotedString})+)`

/** `name: value`. */
export const attribute = `(\\w[\\w-]*)\\s*:\\s*(${fragment})`

/** What may be assigned to. */
export const signature = '(?:\\(?[\\w\\-.\\[\\]]\\)?)+'
