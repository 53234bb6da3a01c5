// What is wrong with the look that the configuration asks for.

import type { Diagnostic, Place } from '../diagnostic.ts'
import { didYouMean, warning } from './severity.ts'

/** A text that can hardly be read on its ground. */
export interface FaintPair {
  readonly what: 'text' | 'dates' | 'links' | 'code'
  readonly colour: string
  readonly ground: string
  readonly isDark: boolean
  readonly contrast: number
  /** The nearest colour that can be read there. */
  readonly better: string
}

const names = { text: 'Text', dates: 'What is said small, such as dates,', links: 'Links', code: 'Coloured code' }

export const faintColour = (place: Place, { what, colour, ground, isDark, contrast, better }: FaintPair): Diagnostic =>
  warning(
    'config/contrast',
    place,
    `${names[what]} in ${colour} on ${ground}${isDark ? ', in the dark,' : ''} ${what === 'links' ? 'have' : 'has'} a contrast of ${Math.floor(contrast * 10) / 10}, which many cannot read`,
    what === 'links' || what === 'text'
      ? `take ${better}, which has 4.5${isDark ? '; a group of light and dark tells both' : ''}`
      : `take a ${isDark ? 'darker' : 'lighter'} background`,
  )

export const unknownStyleName = (place: Place, key: string, name: string, near: string | undefined, known: readonly string[]): Diagnostic =>
  warning('config/style', place, `There is no ${key} ${name}`, didYouMean(near, `take one of ${known.join(', ')}`))

export const unknownStyleKey = (place: Place, name: string, near: string | undefined): Diagnostic =>
  warning('config/style', place, `The style has no ${name}`, didYouMean(near, 'write it into templates/assets/custom.css'))

export const badStyleValue = (place: Place, name: string, isColour: boolean): Diagnostic =>
  warning(
    'config/style',
    place,
    `The ${name} of the style cannot be read`,
    isColour ? 'write a colour, "#0b57a4", or a group of light and dark; in quotes, since # begins a comment' : 'write it as CSS does',
  )
