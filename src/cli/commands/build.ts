// `lectern build`: makes the website, or leaves the last good one if something is wrong.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { Diagnostic } from '../../diagnostic.ts'
import { type Extras, makeExtras } from '../../io/make-extras.ts'
import { refuseOutput } from '../../io/output-folder.ts'
import { type CopiedFile, type Publication, publishOutputs } from '../../io/publish-outputs.ts'
import { unchanged } from '../../io/staging.ts'
import { brokenPromises, readLock, withPublished } from '../../migration/url-lock.ts'
import type { LoadedSite } from '../../render/load-site.ts'
import { openPageCache, type PageCache } from '../../render/page-cache.ts'
import { type HelperOrder, type Helpers, makeCounter, type ShareResult, stageShare, startHelpers } from '../../render/workers.ts'
import type { ExitCode, Terminal } from '../commands.ts'
import { cacheFolder, type OpenedSite, type Opening, openSite, outputFolder } from '../open-site.ts'
import type { Options } from '../options.ts'
import { countProblems, hasErrors, judge, printDiagnostics } from '../print-diagnostics.ts'
import { makeProgress } from '../progress.ts'

export async function build(options: Options, terminal: Terminal): Promise<ExitCode> {
  const start = terminal.now()
  let helpers: Helpers | undefined
  // The other threads read the site while this one does, unless most of it may still be there.
  const startEarly = ({ options: readOptions, input, now }: Opening): void => {
    const folder = outputFolder({ root: readOptions.root, input }, options, terminal)
    if (!existsSync(pageCacheFile(folder))) helpers = startHelpers(readOptions, input, now, input.sources.length)
  }
  try {
    const opened = openSite(options, terminal, startEarly)
    if (!('loaded' in opened)) return printDiagnostics(opened, options, terminal)
    const folder = outputFolder(opened, options, terminal)
    const refused = refuseOutput(folder, opened.root)
    if (refused) return printDiagnostics([refused], options, terminal)
    const pageCache = openPageCache(opened.loaded, { file: pageCacheFile(folder), folder, program: terminal.program() })
    helpers ??= startHelpers(opened.options, opened.input, opened.now, opened.loaded.pages.length - pageCache.fresh.size)
    return await buildOpened(opened, { helpers, pageCache, folder }, { options, terminal, start })
  } finally {
    await helpers?.close()
  }
}

function pageCacheFile(folder: string): string {
  return join(cacheFolder(folder), `pages-${basename(folder)}`)
}

interface Asked {
  readonly options: Options
  readonly terminal: Terminal
  readonly start: number
}

interface Means {
  readonly helpers: Helpers
  readonly pageCache: PageCache
  /** The output folder, absolute. */
  readonly folder: string
}

async function buildOpened(
  opened: OpenedSite,
  { helpers, pageCache, folder }: Means,
  { options, terminal, start }: Asked,
): Promise<ExitCode> {
  const lock = openLock(opened, options)
  const cache = cacheFolder(folder)
  let shares: readonly ShareResult[] = []
  let [extras, extraTime]: [Extras, number] = [{ files: [], diagnostics: [], indexed: 0 }, 0]
  const all = (): readonly Diagnostic[] => [
    ...opened.early,
    ...inOrder([...opened.loaded.diagnostics, ...shares.flatMap(({ diagnostics }) => diagnostics)], opened.loaded),
    ...lock.diagnostics,
    ...extras.diagnostics,
  ]
  const published = await publishOutputs(
    async staging => {
      const { fresh } = pageCache
      shares = await stageShares(opened, helpers, { folder, staging, fresh, next: makeCounter() }, { options, terminal })
      return [...shares.map(({ staged }) => staged), ...(fresh.size === 0 ? [] : [unchanged([...fresh])])]
    },
    async rendered => {
      const began = terminal.now()
      for (const source of shares.flatMap(({ images }) => images)) opened.input.imageFiles.scale(source)
      extras = await makeExtras(rendered, { ...opened.input, site: opened.loaded.site, cache, loadPagefind: terminal.loadPagefind })
      extraTime = terminal.now() - began
      return [...copiedFiles(opened), ...extras.files]
    },
    { folder, cache, isGood: () => !hasErrors(judge(all(), options)) },
  )
  const diagnostics = [...all(), ...published.diagnostics]
  const exitCode = printDiagnostics(diagnostics, options, terminal)
  if (exitCode === 0) {
    lock.save()
    pageCache.save(shares.flatMap(({ made }) => made))
  }
  if (!options.quiet && !options.json)
    terminal.printError(
      summary(opened.loaded, published, countProblems(diagnostics, options), exitCode, {
        folder: relative(terminal.folder, folder) || '.',
        milliseconds: terminal.now() - start - extraTime,
        indexed: extras.indexed,
        extraMilliseconds: extraTime,
      }),
    )
  return exitCode
}

// Which thread rendered what must not show, so complaints come in the order of the texts.
function inOrder(diagnostics: readonly Diagnostic[], { site }: LoadedSite): readonly Diagnostic[] {
  const places = new Map<string, number>([...site.posts, ...site.pages].map(({ source }, place) => [source, place]))
  const placeOf = ({ file }: Diagnostic): number => places.get(file ?? '') ?? -1
  return diagnostics.toSorted((one, other) => placeOf(one) - placeOf(other))
}

async function stageShares(
  { loaded, input }: OpenedSite,
  helpers: Helpers,
  order: HelperOrder,
  { options, terminal }: Pick<Asked, 'options' | 'terminal'>,
): Promise<readonly ShareResult[]> {
  const { parts } = helpers
  const progress = makeProgress(loaded.pages.length - order.fresh.size, {
    ...terminal,
    isInteractive: terminal.isInteractive && !options.quiet,
  })
  const others = helpers.stage(order)
  const mine = await stageShare(loaded, input, { ...order, part: 0, parts }, done => progress.reach(done))
  progress.end()
  return [mine, ...(await others)]
}

function copiedFiles({ root, input, loaded }: OpenedSite): CopiedFile[] {
  const placeOf = new Map<string, string>(input.themeFiles.map(({ source, place }) => [source.path, place]))
  return loaded.files.map(file => ({
    path: file.output,
    place: file.from === 'theme' ? (placeOf.get(file.source) ?? '') : join(root, file.source),
  }))
}

function summary(
  loaded: LoadedSite,
  { changed, removed }: Publication,
  problems: string,
  exitCode: ExitCode,
  facts: { folder: string; milliseconds: number; indexed: number; extraMilliseconds: number },
): string {
  const time = `${(facts.milliseconds / 1000).toFixed(2)} s`
  if (exitCode !== 0) return `Nothing written: ${problems} (${time}). ${facts.folder} is as it was.`
  const { posts } = loaded.site
  const counts = [
    `${loaded.pages.length} pages from ${posts.length} ${posts.length === 1 ? 'post' : 'posts'}`,
    `${changed} ${changed === 1 ? 'file' : 'files'} changed`,
    ...(removed === 0 ? [] : [`${removed} removed`]),
  ]
  const search = facts.indexed === 0 ? '' : `\nIndexed ${facts.indexed} for search in ${(facts.extraMilliseconds / 1000).toFixed(2)} s`
  return `Built ${counts.join(', ')} in ${time} → ${facts.folder}${problems === '' ? '' : ` (${problems})`}${search}`
}

// A site that has a lock keeps what it promised; a build that succeeds adds what it has published to the promise.
function openLock(
  { root, loaded }: OpenedSite,
  options: Options,
): { readonly diagnostics: readonly Diagnostic[]; readonly save: () => void } {
  const file = join(root, 'urls.lock')
  if (!existsSync(file) && !options.lock) return { diagnostics: [], save: () => {} }
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const outputs = new Set<string>([...loaded.pages, ...loaded.files].map(({ output }) => output))
  const text = withPublished(readLock(before), [...loaded.site.posts, ...loaded.site.pages])
  return { diagnostics: brokenPromises(before, outputs), save: () => (text === before ? undefined : writeFileSync(file, text)) }
}
