// Threads that help to render a large site. Each is given what the site is made from, plain values that were read once, loads the same site and
// renders its share of the pages. A small site never starts one. All use the same functions, so the bytes are the same with any number of threads.

import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Config } from '../config/config.ts'
import { readScopes } from '../config/defaults.ts'
import type { OutputPath, SourcePath } from '../model.ts'
import type { SiteInput } from '../site/site-input.ts'
import type { Moment } from '../text/dates.ts'
import { findZone, utcZone } from '../text/zone.ts'
import type { RenderedPages } from './plan.ts'

/** What crosses to another thread: all of the input but what is made of it again, which is more than data. */
export interface PlainInput extends Omit<SiteInput, 'config'> {
  readonly config: Omit<Config, 'zone' | 'scopes'>
}

export interface WorkerStart {
  readonly input: PlainInput
  readonly root: string
  readonly now: Moment
  readonly part: number
  readonly threads: number
}

/** What a worker is told when it is known where to write, and what. */
export interface WorkerOrder {
  /** The output folder, and the folder in which the pages wait, absolute. */
  readonly folder: string
  readonly staging: string
  readonly next: SharedArrayBuffer
  /** The pages to be rendered, in order, each with the numbers of the entries that it shows. */
  readonly planned: readonly { readonly output: OutputPath; readonly shows: readonly number[] }[]
}

/** What a worker answers, besides what it has written. */
export interface WorkerResult<Staged> extends RenderedPages {
  readonly staged: Staged
  /** Images of which pages show smaller files. */
  readonly images: readonly SourcePath[]
}

export type WorkerAnswer<Staged> =
  | { readonly result: WorkerResult<Staged> }
  | { readonly failure: { readonly message: string; readonly code?: string; readonly path?: string } }

export interface Workers {
  /** Starts threads if there are enough pages for them and none has been started yet, and answers how many there are, this one counted. */
  readonly start: (pages: number) => number
  /** This thread counted. */
  readonly threads: () => number
  readonly render: <Staged>(order: WorkerOrder) => Promise<readonly WorkerResult<Staged>[]>
  readonly close: () => Promise<void>
}

/** Measured on two cores: below it the second thread spends what it saves on loading the site and on warming up. */
const fewestPages = 1500
const mostThreads = 4

export interface WorkersOptions extends Pick<WorkerStart, 'root' | 'now'> {
  /** The file that a thread runs; undefined where the program runs from its sources, which have none. */
  readonly script: string | undefined
}

export function makeWorkers(input: SiteInput, { script, ...site }: WorkersOptions): Workers {
  let workers: readonly Worker[] = []
  return {
    start: pages => {
      if (workers.length === 0) workers = startThreads(script, pages, threads => ({ ...site, input: plainInput(input), threads }))
      return workers.length + 1
    },
    threads: () => workers.length + 1,
    render: <Staged>(order: WorkerOrder) => Promise.all(workers.map(worker => ask<Staged>(worker, order))),
    close: async () => {
      await Promise.all(workers.map(worker => worker.terminate()))
    },
  }
}

function startThreads(script: string | undefined, pages: number, startOf: (threads: number) => Omit<WorkerStart, 'part'>): Worker[] {
  if (script === undefined || pages < fewestPages) return []
  const threads = Math.min(mostThreads, availableParallelism())
  return Array.from({ length: threads - 1 }, (_, index) => {
    const workerData: WorkerStart = { ...startOf(threads), part: index + 1 }
    return new Worker(script, { workerData })
  })
}

function plainInput({ config: { zone: _zone, scopes: _scopes, ...config }, ...input }: SiteInput): PlainInput {
  return { ...input, config }
}

export function inputFrom({ config, ...input }: PlainInput): SiteInput {
  return { ...input, config: { ...config, zone: findZone(config.timezone) ?? utcZone, scopes: readScopes(config.defaults) } }
}

function ask<Staged>(worker: Worker, order: WorkerOrder): Promise<WorkerResult<Staged>> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject)
    // Before it has answered, that is; once all is done it is ended.
    worker.once('exit', () => reject(new Error('a worker has ended without an answer')))
    worker.once('message', (answer: WorkerAnswer<Staged>) => {
      if ('result' in answer) resolve(answer.result)
      else reject(Object.assign(new Error(answer.failure.message), answer.failure))
    })
    worker.postMessage(order)
  })
}
