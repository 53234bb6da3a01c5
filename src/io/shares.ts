// How the pages of a large site are divided among threads. A body is rendered once in each thread that needs it, so pages that need the
// same bodies go together: a stretch of posts with the stretch of lists that tells of them. Feeds hold the newest posts, so they go
// with those.

import type { Page } from '../model.ts'

/** The pages of each of `parts` threads; together all of them, each once, in their order. */
export function sharesOf(pages: readonly Page[], parts: number): Page[][] {
  const stretches = new Map<string, Page[]>()
  for (const page of pages) {
    const kind = kindOf(page)
    const stretch = stretches.get(kind)
    if (stretch === undefined) stretches.set(kind, [page])
    else stretch.push(page)
  }
  const partOf = new Map<Page, number>()
  for (const [kind, stretch] of stretches)
    for (const [index, page] of stretch.entries()) partOf.set(page, kind === 'a feed' ? 0 : Math.floor((index * parts) / stretch.length))
  return Array.from({ length: parts }, (_, part) => pages.filter(page => partOf.get(page) === part))
}

function kindOf({ from }: Page): string {
  return from.kind === 'generated' ? from.what.replace(/^the page of .*/, 'lists').replace(/^the JSON feed$/, 'a feed') : from.kind
}
