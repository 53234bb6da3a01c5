// Feeds, and what their readers cannot do with them.

import type { Diagnostic, Place } from '../diagnostic.ts'
import { error, hint, warning } from './severity.ts'

export const brokenFeed = (place: Place | undefined, address: string, problem: string, line: number): Diagnostic =>
  error(
    'feed/broken',
    place,
    `${address} cannot be read, in line ${line} of what comes of it: ${problem}`,
    address.endsWith('.json')
      ? 'write texts through the filter jsonify, and no comma behind the last'
      : 'close each element, and write texts and addresses through the filter xml_escape',
  )

/** `entry` names the first that lacks `part`; undefined where the feed itself does. */
export const lacksInFeed = (
  place: Place | undefined,
  address: string,
  part: string,
  entry: string | undefined,
  count: number,
): Diagnostic =>
  warning(
    'feed/lacks',
    place,
    entry === undefined
      ? `${address} has no ${part}, which readers ask for`
      : `${count === 1 ? `The entry “${entry}”` : `“${entry}” and ${count - 1} other ${count === 2 ? 'entry' : 'entries'}`} of ${address} ${count === 1 ? 'has' : 'have'} no ${part}, which readers ask for`,
    `add <${part}>`,
  )

export const sameFeedId = (place: Place | undefined, address: string, id: string, titles: readonly string[]): Diagnostic =>
  warning(
    'feed/same-id',
    place,
    `${titles.slice(0, 3).join(', ')} in ${address} share the id ${id}, so readers show one of them`,
    'give each an id of its own, such as its address',
  )

export const badFeedDate = (place: Place | undefined, address: string, date: string, title: string, count: number): Diagnostic =>
  warning(
    'feed/date',
    place,
    `“${title}”${count === 1 ? '' : ` and ${count - 1} other ${count === 2 ? 'entry' : 'entries'}`} of ${address}: ${date} is no date of this format`,
    'write it through the filter date_to_xmlschema in Atom, date_to_rfc822 in RSS',
  )

export const relativeInFeed = (place: Place | undefined, address: string, link: string, count: number): Diagnostic =>
  hint(
    'feed/relative',
    place,
    `${address} links to ${link}${count === 1 ? '' : ` and ${count - 1} other ${count === 2 ? 'address' : 'addresses'} without a host`}, and a reader of feeds does not know from where that counts`,
    'write it through the filter absolute_url, or set xml:base',
  )

export const deadFeedLink = (place: Place | undefined, address: string, link: string): Diagnostic =>
  warning('feed/link', place, `${address} leads to ${link}, and there is nothing`, 'correct the address that the feed writes')
