// The colours of a site: those of its look, or the theme's own, and what the author sets instead.

import type { Data, DataMap } from '../model.ts'
import { hexOf, mix, readableOn, rgbOf } from './contrast.ts'
import { type Look, ownPalette, type Palette, type Shades } from './look.ts'
import { isMap, textOf } from './readers.ts'

/** What `style` says of colours. */
export function paletteOf(style: DataMap, look: Look | undefined): Palette {
  const base = look?.palette ?? ownPalette
  const background = shadesIn(style['background'] ?? null)
  const paper = both(background, base.paper)
  const text = both(shadesIn(style['text'] ?? null), base.text)
  const grounds =
    background === undefined
      ? base
      : { ...base, raised: between(paper, text, 0.95, base.raised), line: between(paper, text, 0.82, base.line) }
  const accent = shadesIn(style['accent'] ?? null)
  const link = accent === undefined ? undefined : ([accent[0], accent[1] ?? lightShade(accent[0], [paper[1], grounds.raised[1]])] as const)
  return { ...grounds, paper, text, link: link ?? base.link, visited: link ?? base.visited }
}

/** As rules: on the screen, since paper is white; who asks for more contrast has it. */
export function paletteRules(palette: Palette): string {
  const names = (Object.keys(ownPalette) as (keyof Palette)[]).filter(name => palette[name].join() !== ownPalette[name].join())
  if (names.length === 0) return ''
  const properties = names.map(name => `--${name}:light-dark(${palette[name].join(',')})`)
  const more = names.some(name => name === 'quiet' || name === 'line')
    ? '@media (prefers-contrast:more){:root{--quiet:var(--text);--line:var(--text)}}'
    : ''
  return `@media screen{:root{${properties.join(';')}}}${more}`
}

/** A colour for light, and one for dark if it is told; undefined for what is no colour. */
export function shadesIn(value: Data): readonly [light: string, dark: string | undefined] | undefined {
  if (!isMap(value)) {
    const colour = safe(value)
    return colour === undefined ? undefined : [colour, undefined]
  }
  const [light, dark] = [safe(value['light'] ?? null), safe(value['dark'] ?? null)]
  return light === undefined || dark === undefined ? undefined : [light, dark]
}

/** What may stand in a style sheet: a value ends up in a style element, so nothing may end the declaration or the element. */
export function safe(value: Data): string | undefined {
  const text = textOf(value)?.trim()
  return text === undefined || text === '' || /[;{}<>\\]|\/\*/.test(text) ? undefined : text
}

// The dark page of a coloured light one stays dark.
function both(shades: ReturnType<typeof shadesIn>, base: Shades): Shades {
  return shades === undefined ? base : [shades[0], shades[1] ?? base[1]]
}

// A colour of links gets lighter in the dark, as much as it takes to be read there.
function lightShade(colour: string, grounds: readonly string[]): string {
  const [rgb, known] = [rgbOf(colour), grounds.map(rgbOf).filter(ground => ground !== undefined)]
  return rgb === undefined ? `color-mix(in oklab,${colour} 45%,white)` : hexOf(readableOn(mix(rgb, [255, 255, 255], 0.5), known))
}

// What a colour of the page is mixed with in light and in dark; where a name is not understood, what it was.
function between(paper: Shades, text: Shades, share: number, otherwise: Shades): Shades {
  const shade = (index: 0 | 1): string => {
    const [ground, ink] = [rgbOf(paper[index]), rgbOf(text[index])]
    return ground === undefined || ink === undefined ? otherwise[index] : hexOf(mix(ground, ink, share))
  }
  return [shade(0), shade(1)]
}
