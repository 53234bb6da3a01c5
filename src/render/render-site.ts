// All pages that a build has to make, by one thread or several, written where they wait to be published.

import type { Diagnostic } from '../diagnostic.ts'
import type { ImageFiles } from '../io/image-files.ts'
import { openStaging, type Staged, unchanged } from '../io/staging.ts'
import type { OutputPath } from '../model.ts'
import type { LoadedSite } from './load-site.ts'
import type { Plan, RenderedPages } from './plan.ts'
import type { Content } from './render-page.ts'
import { makeCounter, renderShare } from './share.ts'
import type { Workers } from './workers.ts'

export interface RenderedSite extends RenderedPages {
  /** A part for each thread, and one for the pages that stay. */
  readonly staged: readonly Staged[]
  /** Of all pages, those that stay included. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface RenderingOptions {
  /** The output folder, and the folder in which the pages wait, absolute. */
  readonly folder: string
  readonly staging: string
  readonly workers: Workers
  readonly images: ImageFiles
  /** Told of each page that this thread has written, in order. */
  readonly onWritten: ((path: OutputPath, content: Content) => Promise<void>) | undefined
  readonly onPage: (done: number) => void
}

export async function renderSite(loaded: LoadedSite, { fresh, stale }: Plan, options: RenderingOptions): Promise<RenderedSite> {
  const { folder, staging, workers, images, onWritten, onPage } = options
  const next = makeCounter()
  const numbers = new Map(loaded.entries.map((entry, number) => [entry, number]))
  const planned = stale.map(({ page, shows }) => ({ output: page.output, shows: shows.map(entry => numbers.get(entry) ?? -1) }))
  const others = workers.render<Staged>({ folder, staging, next, planned })
  const { write, staged } = openStaging(folder, staging, 0)
  const mine = await renderShare(loaded, { planned: stale, threads: workers.threads(), next, write, onWritten, onPage })
  const theirs = await others
  // Images of which another thread's pages show smaller files, which this one makes.
  for (const source of theirs.flatMap(({ images }) => images)) images.scale(source)
  const made = [mine, ...theirs].flatMap(share => share.made)
  return {
    staged: [staged(), ...theirs.map(share => share.staged), ...(fresh.length === 0 ? [] : [unchanged(fresh.map(({ output }) => output))])],
    made,
    bodies: new Map([mine, ...theirs].flatMap(share => [...share.bodies])),
    diagnostics: [...fresh, ...made].flatMap(page => page.diagnostics),
  }
}
