// The look of a site by a few settings: colours, fonts and width, under `style` in the configuration, as the properties that the theme's style
// sheet is written in.

import type { Diagnostic, Place } from '../diagnostic.ts'
import { badStyleValue, faintAccent, unknownStyleKey } from '../diagnostics/templates.ts'
import type { Data, DataMap } from '../model.ts'
import { nearest } from '../text/nearest.ts'
import { isMap, textOf } from './readers.ts'

interface StyleKey {
  readonly doc: string
  /** The rules that a value makes; a colour comes as one for light and one for dark. */
  readonly rules: (value: string) => string
  readonly isColour?: true
}

const property =
  (...names: readonly string[]): StyleKey['rules'] =>
  value =>
    `:root{${names.map(name => `--${name}:${value}`).join(';')}}`

/** THE LIST of what can be set. */
export const styleKeys = {
  accent: { doc: 'Colour of links; of one colour the dark pages take a lighter shade', rules: property('link', 'visited'), isColour: true },
  background: { doc: 'Colour of the page', rules: property('paper'), isColour: true },
  text: { doc: 'Colour of the text', rules: property('text'), isColour: true },
  font: { doc: 'Fonts of the text, as CSS lists them', rules: property('serif') },
  heading_font: { doc: 'Fonts of headings', rules: value => `h1,h2,h3,h4,h5,h6{font-family:${value}}` },
  code_font: { doc: 'Fonts of code', rules: property('mono') },
  width: { doc: 'Width of the text: `36rem`', rules: property('measure') },
  size: { doc: 'Size of the text: `18px`', rules: value => `html{font-size:${value}}` },
} as const satisfies Record<string, StyleKey>

/** The style sheet of these settings; empty for none. */
export function styleSheet(style: DataMap): string {
  return Object.entries<StyleKey>(styleKeys)
    .flatMap(([name, key]) => {
      const value = cssOf(name, style[name] ?? null)
      return value === undefined ? [] : [key.rules(value)]
    })
    .join('')
}

/** What is wrong with them. */
export function styleProblems(style: DataMap, place: Place): Diagnostic[] {
  return Object.entries(style).flatMap(([name, value]) => {
    if (!Object.hasOwn(styleKeys, name)) return [unknownStyleKey(place, name, nearest(name, Object.keys(styleKeys)))]
    if (cssOf(name, value) === undefined) return [badStyleValue(place, name, isColour(name))]
    return name === 'accent' && !('background' in style) ? faintness(value, place) : []
  })
}

// A value ends up in a style element, so nothing may end the declaration or the element.
function cssOf(name: string, value: Data): string | undefined {
  if (!isColour(name)) return safe(value)
  const [light, dark] = isMap(value)
    ? [safe(value['light'] ?? null), safe(value['dark'] ?? null)]
    : [safe(value), shadeFor(name, safe(value))]
  return light === undefined || dark === undefined ? undefined : `light-dark(${light},${dark})`
}

// The dark page of a coloured light one stays dark; a colour of links gets lighter.
function shadeFor(name: string, colour: string | undefined): string | undefined {
  if (colour === undefined) return undefined
  return name === 'accent' ? `color-mix(in oklab,${colour} 45%,white)` : name === 'background' ? '#16171a' : '#dcdad3'
}

function safe(value: Data): string | undefined {
  const text = textOf(value)?.trim()
  return text === undefined || text === '' || /[;{}<>\\]|\/\*/.test(text) ? undefined : text
}

function isColour(name: string): boolean {
  return 'isColour' in (styleKeys[name as keyof typeof styleKeys] ?? {})
}

const paper: Rgb = [0xfd, 0xfc, 0xf9]

// Only a colour in hexadecimal digits is judged; what a browser makes of the others is not known here.
function faintness(value: Data, place: Place): Diagnostic[] {
  const written = isMap(value) ? textOf(value['light'] ?? null) : textOf(value)
  const colour = written === undefined ? undefined : rgbOf(written)
  if (written === undefined || colour === undefined) return []
  const contrast = contrastOf(colour, paper)
  return contrast < 4.5 ? [faintAccent(place, written, Math.floor(contrast * 10) / 10)] : []
}

type Rgb = readonly [red: number, green: number, blue: number]

function rgbOf(text: string): Rgb | undefined {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim())?.[1]
  if (digits === undefined) return undefined
  const pairs = digits.length === 3 ? [...digits].map(digit => digit + digit) : (digits.match(/../g) ?? [])
  const [red = 0, green = 0, blue = 0] = pairs.map(pair => Number.parseInt(pair, 16))
  return [red, green, blue]
}

// WCAG 2.2, "contrast ratio".
function contrastOf(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map(part => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
