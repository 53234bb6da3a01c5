// One thread's share of the pages of a site: rendered and written where they wait to be published.

import type { Stamp } from '../io/staging.ts'
import type { OutputPath } from '../model.ts'
import type { Page } from '../pages/page.ts'
import type { LoadedSite } from './load-site.ts'
import { chunksOf, forgetAfter, type PlannedPage } from './order.ts'
import type { MadePage, RenderedPages } from './plan.ts'

export interface Share {
  /** All pages to be rendered, by all threads. */
  readonly planned: readonly PlannedPage<Page>[]
  readonly threads: number
  /** The number of the next chunk of pages that nobody has taken, which all threads see. */
  readonly next: SharedArrayBuffer
  /** Writes a page and answers by what its file is known. */
  readonly write: (path: OutputPath, content: string | Uint8Array) => Stamp
  /** Told after each page how many are done, by all threads. */
  readonly onPage?: (done: number) => void
}

/** A number that all threads count up, from 0. */
export function makeCounter(): SharedArrayBuffer {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
}

/** Renders chunks of pages until none is left. */
export async function renderShare({ renderer }: Pick<LoadedSite, 'renderer'>, share: Share): Promise<RenderedPages> {
  const { planned, threads, next, write, onPage = () => {} } = share
  const chunks = chunksOf(planned, threads)
  const done = forgetAfter(planned, renderer)
  const take = (): number => Atomics.add(new Int32Array(next), 0, 1)
  const made: MadePage[] = []
  let [passed, count] = [0, 0]
  const pass = async (page: PlannedPage<Page>): Promise<void> => {
    await done(page)
    count += 1
  }
  for (let mine = take(); mine < chunks.length; mine = take()) {
    // What lies between has been taken by others.
    for (; passed < mine; passed += 1) for (const page of chunks[passed] ?? []) await pass(page)
    for (const planned of chunks[mine] ?? []) {
      const { output } = planned.page
      const { content, diagnostics, isRepeatable } = await renderer.render(planned.page)
      made.push({ output, stamp: write(output, content), diagnostics, isRepeatable })
      await pass(planned)
      onPage(count)
    }
    passed = mine + 1
  }
  return { made, bodies: renderer.keep() }
}
