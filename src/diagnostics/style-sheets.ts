// Style sheets in Sass.

import type { Diagnostic, Place } from '../diagnostic.ts'
import { error, hint } from './severity.ts'

export const sassFails = (place: Place, problem: string): Diagnostic =>
  error(
    'sass/failed',
    place,
    `The style sheet cannot be made: ${problem}`,
    'correct it; an import is looked for beside the file and in _sass',
  )

const howToEnd = 'look for an @while whose condition stays true, or an @for with millions of steps'

export const sassEndless = (place: Place, seconds: number): Diagnostic =>
  error('sass/endless', place, `The style sheet was not made within ${seconds} seconds and seems to have no end`, howToEnd)

export const sassTooLarge = (place: Place, megabytes: number): Diagnostic =>
  error('sass/endless', place, `The style sheet takes more than ${megabytes} MB of memory and seems to have no end`, howToEnd)

export const sassWarns = (place: Place, message: string): Diagnostic =>
  hint('sass/warning', place, `The style sheet warns: ${message}`, 'the @warn that says this is in the style sheet itself')
