// A whole build on one screen: what an earlier one has left is read, the site is loaded, its pages are planned, rendered and judged; then all of it
// is published and remembered, or none.

import { basename, join } from 'node:path'
import type { Config } from './config/config.ts'
import { readHosts } from './config/deploy.ts'
import { type Diagnostic, hasErrors, inOrderOf, judge } from './diagnostic.ts'
import { compressFiles } from './io/compress-files.ts'
import { drawCard } from './io/draw-card.ts'
import { makeImageFiles } from './io/image-files.ts'
import type { LoadPagefind } from './io/index-search.ts'
import { openExtras } from './io/make-extras.ts'
import {
  type CopiedFile,
  finishPublication,
  openPublication,
  type Published,
  renderedFiles,
  stageCopies,
  writingFailed,
} from './io/publish-outputs.ts'
import { isAsWritten } from './io/staging.ts'
import { readIfThere } from './io/text-file.ts'
import { holdToLock } from './migration/url-lock.ts'
import { deadAnchors } from './render/dead-anchors.ts'
import { keptSite, nothingKept, readKeptSite } from './render/kept-site.ts'
import { type LoadedSite, loadSite } from './render/load-site.ts'
import { keptAfter, planPages } from './render/plan.ts'
import { renderSite } from './render/render-site.ts'
import { makeWorkers } from './render/workers.ts'
import { isSearched } from './site/is-searched.ts'
import type { SiteInput } from './site/site-input.ts'
import type { Moment } from './text/dates.ts'

/** A site that has been read. */
export interface OpenedSite {
  /** The site's folder, absolute. */
  readonly root: string
  readonly input: SiteInput
  readonly now: Moment
  /** What was wrong while it was read. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface BuildOptions {
  /** The output folder, and a folder for what is kept between builds, absolute. */
  readonly folder: string
  readonly cache: string
  /** Changes when the program does. */
  readonly program: string
  /** Warnings count as errors. */
  readonly isStrict: boolean
  /** Begins a `urls.lock` where there is none. */
  readonly locks: boolean
  readonly loadPagefind: LoadPagefind
  /** Does something that is not to be ended in the middle: a signal that would end the process waits until it is done. */
  readonly undisturbed: <Result>(act: () => Result) => Promise<Result>
  /** The file that another thread runs, if there is one. */
  readonly workerScript: string | undefined
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** Told how many of `total` pages are rendered. */
  readonly onPage: (done: number, total: number) => void
}

export interface BuildResult {
  readonly loaded: LoadedSite | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** Undefined where something is wrong, and the last good site was left as it is. */
  readonly published: Published | undefined
  /** Pages in the search index, and milliseconds that it and the smaller images took. */
  readonly indexed: number
  readonly extraTime: number
}

export async function build({ root, input, now, diagnostics: early }: OpenedSite, options: BuildOptions): Promise<BuildResult> {
  const { folder, isStrict } = options
  const companions = companionsOf(root, options)
  const place = { folder, cache: options.cache, companions }
  const unfinished = tryTo(() => finishPublication(place), folder)
  if (unfinished !== undefined) return { ...nothingDone, loaded: undefined, diagnostics: [...early, unfinished] }
  const before = readKeptSite(companions.kept, options.program)
  const images = makeImageFiles(root, input)
  const workers = makeWorkers(input, { root, now, script: options.workerScript })
  try {
    // The other threads load the site while this one does, unless most of it may still be there.
    if (before === nothingKept) workers.start(input.sources.length)
    const loaded = loadSite(input, { now, images, drawCard, before: before.bodies })
    const lock = holdToLock(readIfThere(companions.lock), loaded, options.locks)
    const plan = await planPages(loaded, before, (output, stamp) => isAsWritten(join(folder, output), stamp), workers.start)

    const publication = openPublication(place)
    const hasSearch = isSearched(loaded.site, input.config)
    const extras = await openExtras({ ...options, images, hasSearch, seesAll: plan.fresh.length === 0 && workers.threads() === 1 })
    try {
      const onPage = (done: number): void => options.onPage(done, plan.stale.length)
      const { staging } = publication
      const rendered = await renderSite(loaded, plan, { folder, staging, workers, images, onWritten: extras.add, onPage })
      const anchors = deadAnchors(loaded, input.config.baseurl, rendered.bodies, before.bodies)
      const found = inOrderOf(loaded.entries, [...loaded.diagnostics, ...rendered.diagnostics, ...anchors])
      const diagnostics = [...early, ...found, ...lock.diagnostics]
      if (isBad(diagnostics, isStrict)) return { ...nothingDone, loaded, diagnostics }

      const stamps = new Map([...plan.fresh, ...rendered.made].map(({ output, stamp }) => [output, stamp]))
      const pages = { ...renderedFiles(folder, rendered.staged), paths: plan.order(), stamps }
      const more = await extras.make(pages)
      const all = [...diagnostics, ...more.diagnostics]
      if (isBad(more.diagnostics, isStrict)) return { ...nothingDone, loaded, diagnostics: all }

      const files = [...copiedFiles(loaded, input, root), ...more.files]
      const packed = packsFiles(input.config) ? compressFiles(pages, files, options.cache) : []
      const copies = stageCopies([...files, ...packed], { folder, staging, part: rendered.staged.length })
      const texts = { kept: keptSite(options.program, keptAfter(loaded, plan, rendered)), lock: lock.text }
      const published = await options.undisturbed(() => publication.commit([...rendered.staged, copies], texts))
      return { loaded, diagnostics: all, published, indexed: more.indexed, extraTime: more.time }
    } finally {
      publication.discard()
      await extras.close()
    }
  } catch (error) {
    return { ...nothingDone, loaded: undefined, diagnostics: [...early, writingFailed(error, folder)] }
  } finally {
    await workers.close()
  }
}

// What is written with the pages. What is kept has a file for each output folder.
function companionsOf(root: string, { folder, cache }: BuildOptions): { readonly kept: string; readonly lock: string } {
  return { kept: join(cache, `pages-${basename(folder)}`), lock: join(root, 'urls.lock') }
}

function isBad(diagnostics: readonly Diagnostic[], isStrict: boolean): boolean {
  return hasErrors(judge(diagnostics, isStrict))
}

// Of the hosts that we know these send a compressed file that lies beside its original.
function packsFiles({ deploy }: Config): boolean {
  return readHosts(deploy).known.some(host => host === 'nginx' || host === 'caddy')
}

const nothingDone = { published: undefined, indexed: 0, extraTime: 0 }

function tryTo(act: () => Diagnostic | undefined, folder: string): Diagnostic | undefined {
  try {
    return act()
  } catch (error) {
    return writingFailed(error, folder)
  }
}

function copiedFiles({ files }: LoadedSite, { themeFiles, mathFiles }: SiteInput, root: string): CopiedFile[] {
  const placeOf = new Map<string, string>([...themeFiles, ...mathFiles].map(({ source, place }) => [source.path, place]))
  return files.map(file => ({
    path: file.output,
    place: file.from === 'theme' ? (placeOf.get(file.source) ?? '') : join(root, file.source),
  }))
}
