// One thread's share of the pages of a site: rendered and written where they wait to be published.

import type { Stamp } from '../io/staging.ts'
import type { OutputPath } from '../model.ts'
import type { Page } from '../pages/page.ts'
import type { LoadedSite } from './load-site.ts'
import { chunksOf, forgetAfter, type PlannedPage } from './order.ts'
import type { MadePage, RenderedPages } from './plan.ts'
import type { Content, RenderedPage } from './render-page.ts'

export interface Share {
  /** All pages to be rendered, by all threads. */
  readonly planned: readonly PlannedPage<Page>[]
  readonly threads: number
  /** The number of the next chunk of pages that nobody has taken, which all threads see. */
  readonly next: SharedArrayBuffer
  /** Writes a page and answers by what its file is known. */
  readonly write: (path: OutputPath, content: string | Uint8Array) => Stamp
  /** Told of each page that is written, in order; the next one waits for it. */
  readonly onWritten?: ((path: OutputPath, content: Content) => Promise<void>) | undefined
  /** Told after each page how many are done, by all threads. */
  readonly onPage?: (done: number) => void
}

/** A number that all threads count up, from 0. */
export function makeCounter(): SharedArrayBuffer {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
}

/** Renders chunks of pages until none is left. */
export async function renderShare({ renderer }: Pick<LoadedSite, 'renderer'>, share: Share): Promise<RenderedPages> {
  const { planned, threads, next, write, onWritten = async () => {}, onPage = () => {} } = share
  const chunks = chunksOf(planned, threads)
  const done = forgetAfter(planned, renderer)
  const take = (): number => Atomics.add(new Int32Array(next), 0, 1)
  const made: MadePage[] = []
  const later = makeLater()
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
      const finish = async ({ content, ...rendered }: RenderedPage): Promise<void> => {
        made.push({ output, stamp: write(output, content), ...rendered })
        await onWritten(output, content)
      }
      const { rendered } = await renderer.begin(planned.page)
      if (rendered instanceof Promise) later.add(rendered.then(finish))
      else await finish(rendered)
      await pass(planned)
      onPage(count)
      await later.hear()
    }
    passed = mine + 1
  }
  await later.all()
  return { made, bodies: renderer.keep() }
}

// What others are making. What fails meanwhile fails at the end.
function makeLater() {
  const promises: Promise<void>[] = []
  let open = 0
  const close = (): void => {
    open -= 1
  }
  return {
    add: (promise: Promise<void>): void => {
      open += 1
      promise.then(close, close)
      promises.push(promise)
    },
    // Rendering awaits nothing from outside, so without this no answer would come in before its end. It is no more than needed, since V8 looks for
    // garbage each time: after every page, it took 10,000 posts 43 s of work instead of 37.
    hear: async (): Promise<void> => {
      if (open > 0) await new Promise(resolve => setImmediate(resolve))
    },
    all: () => Promise.all(promises),
  }
}
