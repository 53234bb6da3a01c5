// Looking ahead for where something ends, in time that stays in proportion to the text: what was found there, or found missing,
// is remembered. Without that, a thousand openings that nobody closes would search the rest of the text a thousand times.

/** The first match of a global expression at or behind `from`. Expressions are told apart by identity. */
export type Ahead = (expression: RegExp, from: number) => RegExpExecArray | null

interface Seen {
  /** Between this offset and the match there is no other. */
  from: number
  match: RegExpExecArray | null
  /** From here on there is none. */
  none: number
}

export function makeAhead(text: string): Ahead {
  const seen = new Map<RegExp, Seen>()
  return (expression, from) => {
    const known = seen.get(expression)
    if (known !== undefined && from >= known.none) return null
    if (known?.match && from >= known.from && from <= known.match.index) return known.match
    expression.lastIndex = from
    const match = expression.exec(text)
    seen.set(expression, { from, match, none: match === null ? from : (known?.none ?? Number.POSITIVE_INFINITY) })
    return match
  }
}

/** Where matches of a global expression stand last, by their first group: where a name is not met again, nobody need look for it. */
export function lastPlaces(text: string, expression: RegExp): ReadonlyMap<string, number> {
  return new Map(Array.from(text.matchAll(expression), match => [match[1] ?? '', match.index]))
}
