// The order in which pages are rendered. A body is rendered for the first page that shows it and forgotten after the last, so a page
// comes soon after the last of the texts that it shows, and few bodies are in memory at a time. Measured with 10,000 posts and two
// threads: 430 MB instead of 625.

import type { Entry, Page, Renderer } from '../model.ts'

/** The same pages: each behind the texts that it shows, those that show none at the end. */
export function inRenderOrder(pages: readonly Page[]): Page[] {
  const places = new Map<Entry, number>()
  for (const { shows = [] } of pages) for (const entry of shows) if (!places.has(entry)) places.set(entry, places.size)
  const placeOf = ({ shows = [] }: Page): number =>
    shows.length === 0 ? pages.length : Math.max(...shows.map(entry => places.get(entry) ?? 0))
  return pages
    .map(page => ({ page, place: placeOf(page) }))
    .sort((one, other) => one.place - other.place)
    .map(({ page }) => page)
}

/** Pages in stretches, which threads take one by one: enough of them that no thread waits long for the others. */
export function stretchesOf(pages: readonly Page[], parts: number): Page[][] {
  const length = parts === 1 ? pages.length : Math.ceil(pages.length / (parts * 16))
  return Array.from({ length: Math.ceil(pages.length / Math.max(1, length)) }, (_, index) =>
    pages.slice(index * length, (index + 1) * length),
  )
}

/** To be told of each page of `pages` that is rendered, or that somebody else renders; has the bodies forgotten that no other shows. */
export function forgetAfter(pages: readonly Page[], { forget }: Pick<Renderer, 'forget'>): (page: Page) => void {
  const uses = new Map<Entry, number>()
  for (const { shows = [] } of pages) for (const entry of shows) uses.set(entry, (uses.get(entry) ?? 0) + 1)
  return ({ shows = [] }) => {
    for (const entry of shows) {
      const left = (uses.get(entry) ?? 0) - 1
      uses.set(entry, left)
      if (left === 0) forget(entry)
    }
  }
}
