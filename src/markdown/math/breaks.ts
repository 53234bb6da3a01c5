// KaTeX lets a formula in the text break between its parts only. A part that is longer than a phone is wide gets an element around it, by which the
// style sheet lets it scroll; on wider screens nothing is to be seen of that. Between parts stands an element that allows a break even where the
// formula may not lose the comma behind it (`extensions/keep-together.ts`).

const open = '<span class="katex-base">'
/** Begins and ends of spans. */
const spans = /<\/?span\b/g

/** In signs; a sign is at most about as wide as the text is high, and a phone shows some 28 digits. */
const longest = 14

/** The same formula, with places to break between its parts, and those that are long in elements of class `long`. */
export function withBreaks(html: string): string {
  const [before = '', ...parts] = html.split(open)
  return before + parts.map(wrapLong).join('<wbr>')
}

function wrapLong(part: string): string {
  const end = endOf(part)
  const inside = part.slice(0, end)
  const written = open + part
  return lengthOf(inside) < longest ? written : `<span class="long">${open}${inside}</span>${part.slice(end)}`
}

// Behind the end tag of the element that was open at the beginning.
function endOf(part: string): number {
  let depth = 1
  spans.lastIndex = 0
  while (depth > 0) {
    // `test` makes nothing that is thrown away, and a formula has hundreds of spans.
    if (!spans.test(part)) return part.length
    depth += part[spans.lastIndex - 5] === '/' ? -1 : 1
  }
  return spans.lastIndex + 1
}

// Columns of a matrix stand apart by about a sign.
function lengthOf(inside: string): number {
  return inside.replace(/<[^>]*>/g, '').length + (inside.match(/arraycolsep/g)?.length ?? 0)
}
