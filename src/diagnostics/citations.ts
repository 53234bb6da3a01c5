// What is cited, and what texts cite.

import type { Diagnostic, Place } from '../diagnostic.ts'
import { didYouMean, warning } from './severity.ts'

export const brokenEntry = (place: Place, problem: string): Diagnostic =>
  warning(
    'citations/broken-entry',
    place,
    `The bibliography cannot be read here: ${problem}`,
    'mend it as BibTeX wants it; until then texts cannot cite this entry',
  )

export const missingComma = (place: Place, field: string): Diagnostic =>
  warning('citations/missing-comma', place, `There is no comma in front of the field ${field}`, 'write one; BibTeX itself stops here')

export const unknownString = (place: Place, name: string): Diagnostic =>
  warning(
    'citations/unknown-string',
    place,
    `Nothing defines the name ${name}, so references show it as it is`,
    `put the value in braces, or define it: @string{${name} = {…}}`,
  )

export const doubleKey = (place: Place, key: string): Diagnostic =>
  warning('citations/double-key', place, `There are two entries with the key ${key}`, 'give this one another; texts cite the first')

export const missingBibliography = (place: Place, name: string, near: string | undefined): Diagnostic =>
  warning(
    'citations/no-bibliography',
    place,
    `There is no bibliography ${name}`,
    didYouMean(near, 'put the file beside the post, or in _bibliography'),
  )

export const missingStyle = (place: Place, name: string, near: string | undefined): Diagnostic =>
  warning(
    'citations/no-style',
    place,
    `There is no style ${name} for references, so they are in that of Lectern`,
    didYouMean(near, 'put the .csl file in _bibliography, or correct the name'),
  )

export const brokenStyle = (place: Place, problem: string): Diagnostic =>
  warning(
    'citations/broken-style',
    place,
    `The style cannot be read: ${problem}; references are in that of Lectern`,
    'take it anew from where it was made',
  )

export const unknownCitation = (place: Place, key: string, near: string | undefined): Diagnostic =>
  warning(
    'citations/unknown-key',
    place,
    `No bibliography has an entry ${key}`,
    didYouMean(near && `@${near}`, 'add it to a .bib file, or correct the key'),
  )
