// What a look is: colours, fonts and measures, which are the properties of the theme's style sheet, and a few rules besides.

/** A colour in light, and in dark. */
export type Shades = readonly [light: string, dark: string]

/** Colours by the properties that they are. */
export interface Palette {
  readonly paper: Shades
  /** The ground of code, boxes and the like. */
  readonly raised: Shades
  readonly line: Shades
  readonly text: Shades
  readonly quiet: Shades
  readonly link: Shades
  readonly visited: Shades
  readonly mark: Shades
}

export interface Look {
  readonly doc: string
  readonly palette: Palette
  /** Other properties: fonts, the width of the text. */
  readonly properties: Readonly<Record<string, string>>
  /** Rules as CSS has them. */
  readonly rules: string
}

/** The theme's own colours, as `templates/assets/site.css` has them; a test holds both together. */
export const ownPalette: Palette = {
  paper: ['#fdfcf9', '#16171a'],
  raised: ['#f4f2ec', '#1f2125'],
  line: ['#dcd8cd', '#36383e'],
  text: ['#1b1b18', '#dcdad3'],
  quiet: ['#55534c', '#aaa8a0'],
  link: ['#0b57a4', '#8ab8f0'],
  visited: ['#6b3fa0', '#c3a6ee'],
  mark: ['#fff3bf', '#4d4216'],
}

/** Colours of code and of blocks, which stay whatever a look says, as the style sheets have them; the same test holds them too. */
export const fixedColours: readonly Shades[] = [
  ['#575650', '#a9a79f'],
  ['#8a1c4a', '#ff9dbd'],
  ['#1d5524', '#9ad7a0'],
  ['#704000', '#e8bf7d'],
  ['#124a8d', '#9cc5f7'],
  ['#8b1a1a', '#ffa6a0'],
  ['#0b4d91', '#9cc3f2'],
  ['#0f5132', '#8fd0ab'],
  ['#5b2f92', '#ccb0f5'],
  ['#6b4300', '#e8bf6a'],
  ['#8b1a1a', '#ffaca6'],
]
