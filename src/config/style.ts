// The look of a site by a few settings: one of the looks that ship, colours, fonts and measures, under `style` in the configuration, as the
// properties that the theme's style sheet is written in.

import type { Diagnostic, Place } from '../diagnostic.ts'
import { badStyleValue, faintColour, unknownStyleKey, unknownStyleName } from '../diagnostics/style.ts'
import type { Data, DataMap } from '../model.ts'
import { nearest } from '../text/nearest.ts'
import { ownValue } from '../text/own-value.ts'
import { fontStacks } from './fonts.ts'
import { looks } from './looks.ts'
import { paletteOf, paletteRules, safe, shadesIn } from './palette.ts'
import { textOf } from './readers.ts'
import { faintPairs } from './style-contrast.ts'

export interface StyleKey {
  readonly doc: string
  /** The rules that a value makes; undefined for one that cannot be read. Colours go together, so they are made elsewhere. */
  readonly rules?: (value: string) => string | undefined
  /** Names that can stand there: all there are, or some besides CSS. */
  readonly choices?: readonly string[]
  readonly names?: readonly string[]
}

const property =
  (name: string, named: Readonly<Record<string, string>> = {}) =>
  (value: string): string =>
    `:root{--${name}:${ownValue(named, value) ?? value}}`

const densities: Readonly<Record<string, string>> = {
  compact: 'html{line-height:1.45}.prose :is(p,ul,ol,dl){margin-bottom:.7em}.post-list li{padding-block:.2em}',
  normal: '',
  airy: 'html{line-height:1.75}.prose :is(p,ul,ol,dl){margin-bottom:1.25em}.post-list li{padding-block:.55em}',
}

/** THE LIST of what can be set. */
export const styleKeys = {
  look: {
    doc: `One of the looks that ship: ${Object.keys(looks)
      .map(name => `\`${name}\``)
      .join(', ')}; \`style: terminal\` alone says the same`,
    choices: Object.keys(looks),
  },
  accent: { doc: 'Colour of links; of one colour the dark pages take a lighter shade' },
  background: { doc: 'Colour of the page' },
  text: { doc: 'Colour of the text' },
  font: {
    doc: `Fonts of the text, as CSS lists them, or by name: ${Object.keys(fontStacks)
      .map(name => `\`${name}\``)
      .join(', ')}`,
    rules: property('serif', fontStacks),
    names: Object.keys(fontStacks),
  },
  heading_font: {
    doc: 'Fonts of headings, likewise',
    rules: value => `h1,h2,h3,h4,h5,h6{font-family:${ownValue(fontStacks, value) ?? value}}`,
    names: Object.keys(fontStacks),
  },
  code_font: { doc: 'Fonts of code, likewise', rules: property('mono', fontStacks), names: Object.keys(fontStacks) },
  width: { doc: 'Width of the text: `36rem`', rules: property('measure') },
  size: { doc: 'Size of the text: `18px`', rules: value => `html{font-size:${value}}` },
  density: {
    doc: 'Room between lines: `compact`, `normal`, `airy`',
    rules: value => ownValue(densities, value),
    choices: Object.keys(densities),
  },
} as const satisfies Record<string, StyleKey>

const colourKeys: readonly string[] = ['accent', 'background', 'text']

/** The style sheet of these settings; empty for none. */
export function styleSheet(style: DataMap): string {
  const look = ownValue(looks, textOf(style['look'] ?? null) ?? '')
  const properties = Object.entries(look?.properties ?? {}).map(([name, value]) => `--${name}:${value}`)
  return [
    paletteRules(paletteOf(style, look)),
    properties.length === 0 ? '' : `:root{${properties.join(';')}}`,
    look?.rules.replaceAll('\n', '') ?? '',
    ...Object.entries<StyleKey>(styleKeys).map(([name, key]) => {
      const value = safe(style[name] ?? null)
      return (value === undefined ? undefined : key.rules?.(value)) ?? ''
    }),
  ].join('')
}

/** What is wrong with them. */
export function styleProblems(style: DataMap, place: Place): Diagnostic[] {
  const wrong = Object.entries(style).flatMap(([name, value]) => problemOf(name, value, place) ?? [])
  const faint = wrong.length > 0 ? [] : faintPairs(style, ownValue(looks, textOf(style['look'] ?? null) ?? ''))
  return [...wrong, ...faint.map(pair => faintColour(place, pair))]
}

function problemOf(name: string, value: Data, place: Place): Diagnostic | undefined {
  if (!Object.hasOwn(styleKeys, name)) return unknownStyleKey(place, name, nearest(name, Object.keys(styleKeys)))
  const written = textOf(value) ?? ''
  const { rules, choices }: StyleKey = styleKeys[name as keyof typeof styleKeys]
  if (choices && !choices.includes(written)) return unknownStyleName(place, name, written, nearest(written, choices), choices)
  const isColour = colourKeys.includes(name)
  const isRead = isColour
    ? shadesIn(value) !== undefined
    : safe(value) !== undefined && (rules === undefined || rules(written) !== undefined)
  return isRead ? undefined : badStyleValue(place, name, isColour)
}
