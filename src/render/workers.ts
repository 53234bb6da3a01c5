// Threads that help to render a large site. Each loads the same site by itself, from the same texts, renders its share of the pages
// and writes them into the staging folder; what crosses between threads is the texts, once, and a list of what was written. A small
// site never starts one. All use the same functions, so the bytes are the same with any number of threads.

import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Diagnostic } from '../diagnostic.ts'
import type { ReadOptions, SiteInput } from '../io/read-site.ts'
import { openStaging, type Staged } from '../io/staging.ts'
import type { OutputPath, Page, SourcePath } from '../model.ts'
import type { Moment } from '../text/dates.ts'
import type { LoadedSite } from './load-site.ts'
import { forgetAfter, inRenderOrder, stretchesOf } from './order.ts'
import { type MadePage, watchPages } from './page-cache.ts'

/** What a helper is told when it starts. */
export interface HelperStart {
  readonly options: ReadOptions
  readonly now: Moment
  readonly part: number
  readonly parts: number
}

/** What it is told when the output folder is known. */
export interface HelperOrder {
  readonly folder: string
  readonly staging: string
  /** Pages that need not be rendered. */
  readonly fresh: ReadonlySet<OutputPath>
  /** The number of the next stretch of pages that nobody has taken, which all threads see. */
  readonly next: SharedArrayBuffer
}

/** What a thread has done with its share. */
export interface ShareResult {
  readonly staged: Staged
  /** Those that the next build may leave alone. */
  readonly made: readonly MadePage[]
  readonly diagnostics: readonly Diagnostic[]
  /** Images of which pages show smaller files. */
  readonly images: readonly SourcePath[]
}

export type HelperAnswer =
  | { readonly result: ShareResult }
  | { readonly failure: { readonly message: string; readonly code?: string; readonly path?: string } }

export interface Helpers {
  /** With this thread. */
  readonly parts: number
  readonly stage: (order: HelperOrder) => Promise<readonly ShareResult[]>
  readonly close: () => Promise<void>
}

/** Measured on two cores: below it the second thread spends what it saves on loading the site and on warming up. */
const fewest = 1500
const mostThreads = 4

/** `count` is how many texts or pages there are to render. */
export function startHelpers(options: ReadOptions, input: SiteInput, now: Moment, count: number): Helpers {
  const script = fileURLToPath(new URL('./worker.js', import.meta.url))
  // Where the program runs from its sources there is no bundled thread.
  const isWorth = count >= fewest && existsSync(script)
  const parts = isWorth ? Math.min(mostThreads, availableParallelism()) : 1
  const workers = Array.from({ length: parts - 1 }, (_, index) => {
    const start: HelperStart = { options: { ...options, sources: input.sources }, now, part: index + 1, parts }
    return new Worker(script, { workerData: start })
  })
  return {
    parts,
    stage: order => Promise.all(workers.map(worker => ask(worker, order))),
    close: async () => {
      await Promise.all(workers.map(worker => worker.terminate()))
    },
  }
}

function ask(worker: Worker, order: HelperOrder): Promise<ShareResult> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    // Before it has answered, that is; once all is done it is ended.
    worker.once('exit', () => reject(new Error('a helper has ended without an answer')))
    worker.once('message', (answer: HelperAnswer) => {
      if ('result' in answer) resolve(answer.result)
      else reject(Object.assign(new Error(answer.failure.message), answer.failure))
    })
    worker.postMessage(order)
  })
}

/** A number that all threads count up, from 0. */
export function makeCounter(): SharedArrayBuffer {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
}

/** Renders and stages stretches of a site until none is left; `onPage` is told after each page how many are done, by all threads. */
export async function stageShare(
  loaded: LoadedSite,
  input: SiteInput,
  { part, parts, folder, staging, fresh, next }: HelperOrder & { readonly part: number; readonly parts: number },
  onPage: (done: number) => void = () => {},
): Promise<ShareResult> {
  const { pages, diagnostics } = loaded
  const { write, staged } = openStaging(folder, staging, part)
  const watch = watchPages(loaded)
  const made: MadePage[] = []
  const render = async (page: Page): Promise<void> => {
    const { renderer, seen } = watch()
    const complaints = diagnostics.length
    const stamp = write(page.output, await page.render(renderer))
    if (diagnostics.length === complaints) made.push({ output: page.output, stamp, ...seen() })
  }
  const order = inRenderOrder(pages.filter(({ output }) => !fresh.has(output)))
  const stretches = stretchesOf(order, parts)
  const done = forgetAfter(order, loaded.renderer)
  const take = (): number => Atomics.add(new Int32Array(next), 0, 1)
  let [passed, count] = [0, 0]
  const pass = (page: Page): void => {
    done(page)
    count += 1
  }
  for (let mine = take(); mine < stretches.length; mine = take()) {
    // What lies between has been taken by others.
    for (; passed < mine; passed += 1) stretches[passed]?.forEach(pass)
    for (const page of stretches[mine] ?? []) {
      await render(page)
      pass(page)
      onPage(count)
    }
    passed = mine + 1
  }
  return { staged: staged(), made, diagnostics, images: input.imageFiles.asked() }
}
