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

/**
 * Names of files in `assets/katex/fonts/`, for a page with this markup, or with these parts: of those the first that has formulas, which is what is
 * seen first. To look through a course of 30 lectures took 75 ms. None for a page that has no formulas.
 */
export function mathFonts(markup: string | readonly { readonly content: string }[]): string[] {
  const seen = typeof markup === 'string' ? markup : (markup.find(({ content }) => content.includes('class="katex'))?.content ?? '')
  // What is nowhere is found out fast; what is there stands near the beginning.
  const isUsed = (name: string): boolean => seen.includes(name) && used.get(name)?.test(seen) === true
  return fonts.filter(([, classes]) => classes.some(isUsed)).map(([font]) => `KaTeX_${font}.woff2`)
}
