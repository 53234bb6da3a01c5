// Links by name.

import type { NamedLink } from '../body.ts'
import type { Diagnostic, Place } from '../diagnostic.ts'
import type { SourcePath } from '../model.ts'
import { didYouMean, hint, warning } from './severity.ts'

/** Where nothing is near, the brackets may be no link at all. */
export const missingName = (place: Place, { written, name }: NamedLink, near: string | undefined): Diagnostic =>
  (near === undefined && !written.startsWith('!') ? hint : warning)(
    'links/no-name',
    place,
    `Nothing is called ${name}, so ${written} stands in the page as it is written`,
    didYouMean(near && `[[${near}]]`, 'write the title or the file of a text of this site, or a backslash in front of what is no link'),
  )

export const doubleName = (place: Place, name: string, one: SourcePath, other: string): Diagnostic =>
  hint('links/double-name', place, `${one} and ${other} are both called ${name}, and the link leads to the first`, 'write its folder too')

export const missingHeading = (
  place: Place,
  { written, heading }: NamedLink,
  file: SourcePath | undefined,
  near: string | undefined,
): Diagnostic =>
  warning(
    'links/no-heading',
    place,
    file === undefined
      ? `There is no ${placeName(heading)} ${heading}, so ${written} stands in the page as it is written`
      : `There is no ${placeName(heading)} ${heading} in ${file}, so the link leads to its beginning`,
    didYouMean(
      near && `#${near}`,
      heading.startsWith('^') ? `write ${heading} at the end of that paragraph` : 'write the words of a heading',
    ),
  )

const placeName = (heading: string): string => (heading.startsWith('^') ? 'paragraph' : 'heading')

export const shownAsLink = (place: Place, written: string): Diagnostic =>
  warning(
    'links/embed',
    place,
    `${written} is a link here: the text of another page is not shown in the midst of this one`,
    `write ${written.slice(1)} if a link is what you want, or put the words here`,
  )
