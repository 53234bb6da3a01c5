// Moving from another site.

import type { Diagnostic, Place } from '../diagnostic.ts'
import type { SourcePath } from '../model.ts'
import { error, warning } from './severity.ts'

export const lostAddress = (address: string, became: SourcePath | undefined): Diagnostic =>
  warning(
    'moving/address',
    became && { file: became },
    `The old site had ${address}, and this one has nothing there`,
    became === undefined
      ? 'give the post or page that it became redirect_from with this address'
      : `add redirect_from: [${address}] to this file, or let --write-redirects do it`,
  )

export const lostFile = (path: string, near: string | undefined): Diagnostic =>
  warning(
    'moving/file',
    undefined,
    `The old site had the file ${path}, and this one has nothing there`,
    `put ${near === undefined ? 'the file' : `it, or a copy of ${near},`} there; a redirect is a page and cannot stand for it`,
  )

export const redirectNotWritten = (place: Place, addresses: readonly string[], reason: string): Diagnostic =>
  warning(
    'moving/not-written',
    place,
    `No redirect was written into this file, which is as it was: ${reason}`,
    `add redirect_from: [${addresses.join(', ')}] by hand`,
  )

export const lostAnchor = (address: string, id: string, near: string | undefined): Diagnostic =>
  warning(
    'moving/anchor',
    undefined,
    `The page ${address} has no heading #${id} any more`,
    near === undefined
      ? `give the heading that it became the id with {#${id}}`
      : `it may be #${near} now; {#${id}} behind that heading keeps the old id`,
  )

export const lostFeedId = (id: string): Diagnostic =>
  warning(
    'moving/feed-id',
    undefined,
    `No entry of the feed has the id ${id}, so readers of the feed see that post as new`,
    'keep url, baseurl and the permalink of the post as they were',
  )

export const brokenPromise = (place: Place, address: string): Diagnostic =>
  error(
    'lock/broken',
    place,
    `urls.lock promises ${address}, and this build would not make it`,
    `add redirect_from: [${address}] to the post that it became, or take the line out of urls.lock if it may go`,
  )

export const nothingToCompare = (place: string): Diagnostic =>
  error(
    'moving/nothing',
    undefined,
    `There is neither a folder nor a file ${place} to compare with`,
    'name the _site folder of the old site, or its saved sitemap.xml',
  )

export const notCarried = (what: string, why: string): Diagnostic =>
  warning('import/not-carried', undefined, `Not carried over: ${what}`, why)

export const alreadyThere = (path: string): Diagnostic =>
  warning('import/exists', undefined, `${path} is there already and was left as it is`, 'compare the two, or import into an empty folder')
