// The order in which pages are rendered. A text is read for the first page that shows it and forgotten after the last, so a page comes soon
// after the last of the texts that it shows, and few texts are in memory at a time. Measured with 10,000 posts and two threads: 430 MB instead
// of 625.

import type { Entry } from '../model.ts'

/** A page to be rendered, the texts that it shows, and those of which it shows a summary; to forget one costs time, and is no mistake. */
export interface PlannedPage<Page> {
  readonly page: Page
  readonly shows: readonly Entry[]
  readonly lists: readonly Entry[]
  /** Another thread or process makes it, while this one goes on. */
  readonly isMadeApart?: boolean
}

/**
 * The same pages: style sheets first, then each behind the texts that it shows or lists, those that show or list none at the end. For one thread a page
 * that shows several texts comes before their own: all of them have to be in memory for it, and what another thread makes of them, which is first, is
 * made while they are. Several threads would read all of them twice then: measured with 10,000 posts in three courses, a tenth more work.
 */
export function inRenderOrder<Page>(pages: readonly PlannedPage<Page>[], threads: number): PlannedPage<Page>[] {
  const places = new Map<Entry, number>()
  const byTexts = pages.toSorted((one, other) => other.shows.length - one.shows.length)
  for (const { shows } of byTexts) for (const entry of shows) if (!places.has(entry)) places.set(entry, places.size)
  const placesOf = (entries: readonly Entry[]): number[] => entries.map(entry => places.get(entry) ?? 0)
  const placeOf = ({ shows, lists, isMadeApart = false }: PlannedPage<Page>): number => {
    if (isMadeApart && shows.length <= 1) return -1
    if (threads === 1 && shows.length > 1)
      return placesOf(shows).reduce((first, place) => Math.min(first, place), pages.length) - (isMadeApart ? 0.75 : 0.5)
    const all = [...shows, ...lists]
    return placesOf(all).reduce((last, place) => Math.max(last, place), all.length === 0 ? pages.length : 0)
  }
  return pages
    .map(planned => ({ planned, place: placeOf(planned) }))
    .sort((one, other) => one.place - other.place)
    .map(({ planned }) => planned)
}

/** Pages in chunks, which threads take one by one: enough of them that no thread waits long for the others. */
export function chunksOf<Page>(pages: readonly Page[], threads: number): Page[][] {
  const length = threads === 1 ? pages.length : Math.ceil(pages.length / (threads * 16))
  return Array.from({ length: Math.ceil(pages.length / Math.max(1, length)) }, (_, index) =>
    pages.slice(index * length, (index + 1) * length),
  )
}

/** What becomes of a text between its first page and its last. */
export interface TextKeeper {
  readonly writeOut: (entry: Entry) => Promise<void>
  readonly forget: (entry: Entry) => void
}

/** To be told of each page of `pages` that is rendered, here or elsewhere; has texts that no other page shows forgotten. */
export function forgetAfter<Page>(pages: readonly PlannedPage<Page>[], keeper: TextKeeper): (page: PlannedPage<Page>) => Promise<void> {
  const uses = new Map<Entry, number>()
  for (const { shows } of pages) for (const entry of shows) uses.set(entry, (uses.get(entry) ?? 0) + 1)
  const writtenOut = new Set<Entry>()
  return async ({ shows }) => {
    for (const entry of shows) {
      const left = (uses.get(entry) ?? 0) - 1
      uses.set(entry, left)
      if (left === 0) keeper.forget(entry)
      else if (!writtenOut.has(entry)) await keeper.writeOut(entry)
      writtenOut.add(entry)
    }
  }
}
