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
    `${written} is a link here: what it leads to is no text in Markdown, nor a block of one`,
    `write ${written.slice(1)} if a link is what you want`,
  )

export const shownInLine = (place: Place, written: string): Diagnostic =>
  warning(
    'links/embed',
    place,
    `${written} is a link here, for a text is only shown on a line of its own`,
    `put an empty line before and behind it, or write ${written.slice(1)} for a link`,
  )

export const showsItself = (place: Place, written: string): Diagnostic =>
  warning(
    'links/embed',
    place,
    `${written} would show this text within itself, so a link stands there`,
    `write ${written.slice(1)}, or show a part that does not come back here`,
  )

export const showsTooDeep = (place: Place, written: string, deepest: number): Diagnostic =>
  warning(
    'links/embed',
    place,
    `${written} shows texts within texts, and those that stand deeper than ${deepest} are links`,
    'show the innermost text itself, or a part of this one',
  )

export const showsTooMany = (place: Place, written: string, most: number): Diagnostic =>
  warning(
    'links/embed',
    place,
    `With ${written} more than ${most} texts are shown on this page, and those behind them are links`,
    'write links, or show parts',
  )
