// Addresses, and links to them.

import type { Diagnostic, Place } from '../diagnostic.ts'
import type { SourcePath } from '../model.ts'
import { composed } from '../text/url.ts'
import { didYouMean, error, hint, warning } from './severity.ts'

export const badPermalink = (place: Place, pattern: string, placeholder: string, near: string | undefined): Diagnostic =>
  error(
    'permalink/placeholder',
    place,
    `The permalink ${pattern} uses :${placeholder}, which is no placeholder`,
    didYouMean(near && `:${near}`, 'take one of :categories, :year, :month, :day, :title, :slug, or of the others that Jekyll has'),
  )

export const permalinkOutside = (place: Place, pattern: string): Diagnostic =>
  error(
    'permalink/outside',
    place,
    `The permalink ${pattern} climbs out of the site`,
    'write a path without .. and without control characters',
  )

export const pathTooLong = (place: Place | undefined, part: string): Diagnostic =>
  error(
    'permalink/too-long',
    place,
    part.includes('/')
      ? `The address has ${new TextEncoder().encode(part).length} bytes, and not all file systems hold more than 1,000: ${part.slice(0, 40)}…`
      : `The address has a part of ${new TextEncoder().encode(part).length} bytes, and file systems hold 255: ${part.slice(0, 40)}…`,
    'set a shorter slug or permalink in the front matter; of a tag or a category take a shorter name',
  )

export const sameAddress = (place: Place, other: string, path: string): Diagnostic =>
  error(
    'output/same-address',
    place,
    `This file and ${other} would both be written to ${path}`,
    'give one of them another slug or permalink',
  )

export const overwritten = (place: Place, other: string, path: string): Diagnostic =>
  warning(
    'output/overwritten',
    place,
    `This file is not to be seen: ${other} is written to ${path} after it, as in Jekyll`,
    'give one of them another permalink',
  )

// Accents may be one sign or two, which no reader sees.
function differenceOf(one: string, other: string): string {
  return composed(one) === composed(other) ? 'in how their accents are composed' : 'in upper and lower case'
}

export const sameFileButCase = (place: Place, other: SourcePath): Diagnostic =>
  warning(
    'output/same-but-case',
    place,
    `The name ${String(place.file)} differs from ${other} only ${differenceOf(String(place.file), other)}, and many disks hold only one of the two`,
    'rename one of them, or remove the one that nothing needs',
  )

export const fileAndFolder = (place: Place, other: string, path: string): Diagnostic =>
  error(
    'output/same-address',
    place,
    `This file would be written to ${path}, and ${other} too needs that name or a part of it: one for a file, the other for a folder`,
    'give one of them another slug or permalink',
  )

export const sameAddressButCase = (place: Place, other: string, path: string): Diagnostic =>
  error(
    'output/same-but-case',
    place,
    `The address ${path} differs from that of ${other} only ${differenceOf(String(place.file), other)}, and many disks hold only one of the two`,
    'give one of them another slug or permalink',
  )

export const generatedYields = (place: Place, what: string, path: string): Diagnostic =>
  warning(
    'output/yields',
    place,
    `This file takes the address of ${what}, ${path}, which is therefore not made`,
    'give the file another permalink if that was not meant',
  )

export const redirectTaken = (place: Place, from: string): Diagnostic =>
  warning('redirect/taken', place, `No redirect from ${from}: a page of the site has that address`, 'remove it from redirect_from')

export const brokenLink = (place: Place, url: string, near: string | undefined): Diagnostic => {
  const isHost =
    /^(?:[a-z\d-]+\.)+(?:com|org|net|edu|gov|io|dev|ai|app|info|[a-z]{2})(?:\/|$)/i.test(url) &&
    !/\.(?:md|js|py|rb|rs|ts|sh|gz)$/i.test(url)
  const from = url.startsWith('/') ? 'the root of the site' : 'the folder of this file'
  const mend = isHost ? `write https://${url} to link to another site` : `correct the path, which counts from ${from}`
  return warning('link/missing', place, `The link leads to ${url}, and there is nothing`, didYouMean(near, mend))
}

export const deadAnchor = (place: Place, url: string, target: SourcePath | undefined, near: string | undefined): Diagnostic =>
  warning(
    'link/anchor',
    place,
    `The link leads to ${url}, and ${target ?? 'this text'} has no such place`,
    didYouMean(near && `#${near}`, 'link to the id of a heading; {#name} behind one gives it an id of your own'),
  )

export const deadLinkOnPages = (url: string, page: string, count: number): Diagnostic =>
  warning(
    'link/template',
    undefined,
    `${page}${count === 1 ? '' : ` and ${count - 1} other ${count === 2 ? 'page' : 'pages'}`} ${count === 1 ? 'links' : 'link'} to ${url}, and there is nothing`,
    'correct it in the template, the include or the navigation that writes it',
  )

export const deadExternalLink = (place: Place, url: string, reason: string): Diagnostic =>
  warning('link/external', place, `The link to ${url} leads nowhere: ${reason}`, 'correct it, or link to a copy at https://web.archive.org')

export const movedExternalLink = (place: Place, url: string, to: string): Diagnostic =>
  hint('link/moved', place, `${url} has moved`, `link to ${to}`)
