// The fonts that the formulas of a page need. KaTeX's style sheet names them where the browser looks last, so a page would be laid out twice; what is
// loaded early is there when it is laid out.

/** By the class names that KaTeX gives what is set in a font. */
const fonts: readonly (readonly [font: string, classes: readonly string[]])[] = [
  ['Main-Regular', ['katex']],
  ['Math-Italic', ['mathnormal']],
  ['AMS-Regular', ['mathbb', 'textbb', 'amsrm']],
  ['Main-Bold', ['mathbf', 'textbf']],
  ['Caligraphic-Regular', ['mathcal']],
  ['Size1-Regular', ['small-op', 'size1']],
  ['Size2-Regular', ['large-op', 'size2']],
]

const used = new Map(
  fonts.flatMap(([, classes]) => classes.map(name => [name, new RegExp(`<span class="(?:[^"]* )?${name}[ "]`)] as const)),
)

/** Names of files in `assets/katex/fonts/`, for a page with this markup, or with these parts; none where it has no formulas. */
export function mathFonts(markup: string | readonly { readonly content: string }[]): string[] {
  const parts = typeof markup === 'string' ? [markup] : markup.map(({ content }) => content)
  // What is nowhere is found out fast; what is there stands near the beginning.
  const isUsed = (name: string): boolean => parts.some(part => part.includes(name) && used.get(name)?.test(part) === true)
  return fonts.filter(([, classes]) => classes.some(isUsed)).map(([font]) => `KaTeX_${font}.woff2`)
}
