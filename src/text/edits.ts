// Small changes to a text that leave all the rest of it byte for byte, told in a tidier copy of it.

/** At `at`, `remove` characters make room for `insert`. Line ends are line feeds in here. */
export interface Edit {
  readonly at: number
  readonly remove?: number
  readonly insert: string
}

const byteOrderMark = '\ufeff'

/** The text without a byte order mark, and every line end a line feed: the copy in which edits count. */
export function tidied(raw: string): string {
  return withoutMark(raw).replace(/\r\n?/g, '\n')
}

/** The text itself with the edits made, in the line ends that it has. */
export function applyEdits(raw: string, edits: readonly Edit[]): string {
  const text = withoutMark(raw)
  const lineEnd = /\r\n?|\n/.exec(text)?.[0] ?? '\n'
  let result = raw.slice(0, raw.length - text.length)
  let done = 0
  for (const { at, remove = 0, insert } of edits) {
    const [start, end] = [placeIn(text, at), placeIn(text, at + remove)]
    result += text.slice(done, start) + insert.replaceAll('\n', lineEnd)
    done = end
  }
  return result + text.slice(done)
}

function withoutMark(raw: string): string {
  return raw.startsWith(byteOrderMark) ? raw.slice(1) : raw
}

// Only a line end of two characters is shorter in the tidy copy.
function placeIn(text: string, at: number): number {
  let shorter = 0
  for (const { index } of text.matchAll(/\r\n/g)) {
    if (index - shorter >= at) break
    shorter++
  }
  return at + shorter
}
