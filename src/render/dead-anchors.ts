// Links to places in pages that lead to no such place, known without a page being made: what each text links to and which ids it has is kept with
// the text.

import { checkAnchors } from '../check/anchors.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { Entry } from '../model.ts'
import { lazily } from '../text/lazily.ts'
import type { KeptBody, Places } from './freshness.ts'
import type { LoadedSite } from './load-site.ts'

type Bodies = ReadonlyMap<string, KeptBody>

/** `read` are the texts that this build has read, `before` those of an earlier one. */
export function deadAnchors({ entries, renderer }: LoadedSite, baseurl: string, read: Bodies, before: Bodies): Diagnostic[] {
  const placesOf = (entry: Entry): Places | undefined => {
    const print = renderer.fingerprint(entry) ?? ''
    return (read.get(print) ?? before.get(print))?.places
  }
  const ids = new Map(entries.map(entry => [entry, lazily(() => new Set(placesOf(entry)?.ids))]))
  return checkAnchors(
    entries,
    entry => placesOf(entry)?.links,
    entry => (placesOf(entry) === undefined ? undefined : ids.get(entry)?.()),
    baseurl,
  )
}
