// Parts of a text, each found where it begins and handed out whole.

export interface Part {
  /** Behind its last character. */
  readonly end: number
}

/**
 * Replaces parts of a text. `starts`, a global expression, matches wherever one may begin; `partAt` answers the part that does begin
 * there, if one does.
 */
export function replaceParts<Found extends Part>(
  text: string,
  starts: RegExp,
  partAt: (at: number) => Found | undefined,
  replacement: (source: string, part: Found, at: number) => string,
): string {
  const pieces: string[] = []
  let [from, next] = [0, 0]
  for (;;) {
    starts.lastIndex = next
    const at = starts.exec(text)?.index
    if (at === undefined) return from === 0 ? text : pieces.join('') + text.slice(from)
    const part = partAt(at)
    next = part?.end ?? at + 1
    if (part === undefined) continue
    pieces.push(text.slice(from, at), replacement(text.slice(at, part.end), part, at))
    from = part.end
  }
}

/** The match of a sticky expression at `at`. */
export function matchAt(text: string, at: number, expression: RegExp): RegExpExecArray | null {
  expression.lastIndex = at
  return expression.exec(text)
}
