// What a build has to do: which pages can stay, and the others in the order in which they are rendered.

import type { Diagnostic } from '../diagnostic.ts'
import type { Stamp } from '../io/staging.ts'
import type { Entry, OutputPath } from '../model.ts'
import type { Page } from '../pages/page.ts'
import type { KeptBody, KeptPage } from './freshness.ts'
import type { KeptSite } from './kept-site.ts'
import type { LoadedSite } from './load-site.ts'
import { inRenderOrder, type PlannedPage } from './order.ts'
import { isMadeApart } from './render-page.ts'

export interface Plan {
  /** Pages whose files can stay as they are. */
  readonly fresh: readonly KeptPage[]
  /** The others, in the order in which they are rendered. */
  readonly stale: readonly PlannedPage<Page>[]
  /** All pages, in the order in which one thread renders them. */
  readonly order: () => readonly OutputPath[]
  readonly keys: ReadonlyMap<Page, string | undefined>
}

/**
 * `isAsWritten` tells whether the file of a page is the one that was written. `startThreads` is told how many pages are to be rendered, and answers by
 * how many threads.
 */
export async function planPages(
  { pages, renderer }: Pick<LoadedSite, 'pages' | 'renderer'>,
  before: KeptSite,
  isAsWritten: (output: OutputPath, stamp: Stamp) => boolean,
  startThreads: (pages: number) => number = () => 1,
): Promise<Plan> {
  const keys = new Map<Page, string | undefined>()
  const all: PlannedPage<Page>[] = []
  const [fresh, stale]: [KeptPage[], PlannedPage<Page>[]] = [[], []]
  for (const page of pages) {
    const { key, shows, lists } = await renderer.keyOf(page)
    keys.set(page, key)
    const planned = { page, shows, lists, isMadeApart: isMadeApart(page.template) }
    all.push(planned)
    const kept = before.pages.get(page.output)
    const isSame = kept !== undefined && kept.key === key && [...shows, ...lists].every(entry => renderer.kept(entry) !== undefined)
    if (isSame && isAsWritten(kept.output, kept.stamp)) fresh.push(kept)
    else stale.push(planned)
  }
  const threads = startThreads(stale.length)
  return { fresh, stale: inRenderOrder(stale, threads), order: () => inRenderOrder(all, 1).map(({ page }) => page.output), keys }
}

/** A page that has been rendered. */
export interface MadePage {
  readonly output: OutputPath
  readonly stamp: Stamp
  readonly diagnostics: readonly Diagnostic[]
  readonly isRepeatable: boolean
}

/** Pages that have been rendered, and what is to be kept of the texts that were read for them. */
export interface RenderedPages {
  readonly made: readonly MadePage[]
  readonly bodies: ReadonlyMap<string, KeptBody>
}

/** What the next build may find. Of the texts only those that are still there are kept. */
export function keptAfter({ entries, renderer, pages }: LoadedSite, plan: Plan, { made, bodies }: RenderedPages): KeptSite {
  const keyOf = new Map(pages.map(page => [page.output, plan.keys.get(page)]))
  const remade = made.flatMap(({ output, stamp, diagnostics, isRepeatable }) => {
    const key = isRepeatable ? keyOf.get(output) : undefined
    return key === undefined ? [] : [{ output, key, stamp, diagnostics }]
  })
  return {
    pages: new Map([...plan.fresh, ...remade].map(page => [page.output, page])),
    bodies: new Map(entries.flatMap(entry => keptBody(entry, renderer, bodies))),
  }
}

function keptBody(entry: Entry, { fingerprint, kept }: LoadedSite['renderer'], read: ReadonlyMap<string, KeptBody>): [string, KeptBody][] {
  const print = fingerprint(entry)
  if (print === undefined) return []
  const body = read.get(print) ?? kept(entry)
  return body === undefined ? [] : [[print, body]]
}
