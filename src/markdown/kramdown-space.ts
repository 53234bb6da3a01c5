// White space between blocks as kramdown sets it: two spaces for each element around, and an empty line where the text has some. No reader
// sees it; themes do that take the tags off a text and count what is left, for a search index or the first 160 letters.

import type { Token } from 'markdown-it'

interface SpacedToken extends Token {
  /** The text has an empty line behind the block that ends here. */
  isBeforeBlank?: true
  /** The text begins with an empty line, which is what a tag of Liquid leaves of its own. */
  isAfterBlank?: true
  /** A tag of HTML, which has no nesting of its own: the blocks behind it stand so much deeper. */
  steps?: 1 | -1
}

export function markBlank(token: Token | undefined): void {
  if (token !== undefined) (token as SpacedToken).isBeforeBlank = true
}

export function markStart(token: Token | undefined): void {
  if (token !== undefined) (token as SpacedToken).isAfterBlank = true
}

export function markTag(token: Token, steps: 1 | -1): void {
  const spaced: SpacedToken = token
  spaced.steps = steps
}

const container = /^(?:blockquote|bullet_list|ordered_list|list_item|dl|dd|table|thead|tbody|tfoot|tr|footnote)_(?:open|close)$/

/** How many elements deeper the blocks behind a token stand. */
function stepsOf({ type, nesting, steps }: SpacedToken): number {
  return steps ?? nesting * (container.test(type) ? 1 : /^footnote_list_/.test(type) ? 2 : 0)
}

/** `write` writes the token at an index without regard to what stands around its element. */
export function writeSpaced(tokens: readonly Token[], write: (index: number) => string): string {
  // Pieces, since V8 copies a text that grows each time that its end is looked at: a third of all memory that a site's own look took.
  const pieces: string[] = []
  const add = (text: string): void => void (text !== '' && pieces.push(text))
  const endsLine = (): boolean => pieces.at(-1)?.endsWith('\n') === true
  let depth = 0
  for (const [index, token] of tokens.entries()) {
    const steps = stepsOf(token)
    depth += Math.min(0, steps)
    const indent = '  '.repeat(Math.max(0, depth))
    const written = write(index)
    if ((token as SpacedToken).isAfterBlank && pieces.length === 0) add('\n')
    // A line that has been ended is ended once.
    const piece = endsLine() ? written.replace(/^\n/, '') : written
    const isBlock = token.type !== 'inline' && piece !== ''
    // A list within the list of contents stands behind the words of its item.
    const isOnItsOwn = pieces.length === 0 || endsLine() || /^<[uo]l>\n/.test(piece)
    add(isBlock && isOnItsOwn ? indent + indented(token, piece, indent) : piece)
    depth += Math.max(0, steps)
    if ((token as SpacedToken).isBeforeBlank) add(endsLine() ? '\n' : '\n\n')
  }
  return pieces.join('')
}

// What is written in one piece and stands on more lines than its text has.
function indented({ type }: Token, piece: string, indent: string): string {
  if (type === 'fence') return piece.replace(/<\/div>\n$/, `${indent}</div>\n`)
  if (type === 'footnote_list_open') return piece.replace('\n<ol', '\n  <ol')
  return type === 'footnote_list_close' ? `  ${piece}` : piece
}
