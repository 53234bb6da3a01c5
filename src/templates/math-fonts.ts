// The fonts that the formulas of a page need. KaTeX's style sheet names them where the browser looks last, so a page would be laid out twice; what is
// loaded early is there when it is laid out.

/** By the class names that KaTeX gives what is set in a font. */
const fonts: readonly (readonly [font: string, classes: RegExp])[] = [
  ['Main-Regular', /\bkatex\b/],
  ['Math-Italic', /\bmathnormal\b/],
  ['AMS-Regular', /\b(?:mathbb|textbb|amsrm)\b/],
  ['Main-Bold', /\b(?:mathbf|textbf)\b/],
  ['Caligraphic-Regular', /\bmathcal\b/],
  ['Size1-Regular', /\b(?:small-op|size1)\b/],
  ['Size2-Regular', /\b(?:large-op|size2)\b/],
]

/** Names of files in `assets/katex/fonts/`, for a page with this markup; none where it has no formulas. */
export function mathFonts(markup: string): string[] {
  const names = new Set<string>()
  for (const [, classes = ''] of markup.matchAll(/<span class="([^"]*)"/g)) names.add(classes)
  const used = [...names].join(' ')
  return fonts.filter(([, classes]) => classes.test(used)).map(([font]) => `KaTeX_${font}.woff2`)
}
