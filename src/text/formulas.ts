// Formulas in finished HTML. KaTeX writes each three times: as MathML, as its source within that, and as boxes that only its style
// sheet puts in place. Where there is no style sheet, one of them is enough.

const boxes = '<span class="katex-html" aria-hidden="true">'
const mathml = /<math\b[^>]*>.*?<annotation\b[^>]*>(.*?)<\/annotation>.*?<\/math>/gs

/** Markup for feeds: formulas as MathML only. */
export function withoutBoxes(html: string): string {
  const [first = '', ...rest] = html.split(boxes)
  return first + rest.map(behindSpan).join('')
}

/** Markup for plain text: formulas as their source. */
export function withSources(html: string): string {
  return html.includes('<math') ? withoutBoxes(html).replace(mathml, '$1') : html
}

// What follows the end of the span in which `html` begins.
function behindSpan(html: string): string {
  let depth = 1
  for (const tag of html.matchAll(/<(\/?)span\b[^>]*>/g)) {
    depth += tag[1] === '/' ? -1 : 1
    if (depth === 0) return html.slice(tag.index + tag[0].length)
  }
  return ''
}
