// The search index of a site, made of its finished pages. The only file that uses pagefind, whose traps are:
// - it starts a program of its own, which costs more than indexing a small site, so an index is kept as long as no page that it
//   holds has changed;
// - the program goes on until it is told to close;
// - it numbers pages as they come, so the same pages in another order are another index;
// - a machine for which it has no program makes it throw.

import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type * as Pagefind from 'pagefind'
import type { OutputPath } from '../model.ts'
import { outputPath } from '../model.ts'
import { markupToSearch } from '../site/markup-to-search.ts'
import { keptText, readKept } from './kept-file.ts'
import type { CopiedFile, RenderedFiles } from './publish-outputs.ts'
import { replaceFile } from './replace-file.ts'

export type LoadPagefind = () => Promise<typeof Pagefind>

/** Where the pages look for the index. */
export const searchFolder = 'pagefind'

export interface SearchIndex {
  readonly files: readonly CopiedFile[]
  /** Pages in the index. */
  readonly pages: number
  /** False where the one of the last build could be kept. */
  readonly isNew: boolean
}

/** An index in the making. */
export interface IndexMaker {
  /** Resolves when the program has been started, or cannot be. */
  readonly started: Promise<void>
  /** Takes the next page, and resolves when another may come. */
  readonly add: (path: OutputPath, content: string | Uint8Array) => Promise<void>
  /** The index of all pages that have been added, of which the site has these files. Throws where Pagefind cannot run. */
  readonly finish: (rendered: Pick<RenderedFiles, 'paths' | 'stamps'>) => Promise<SearchIndex>
  /** To be called in any case. */
  readonly close: () => Promise<void>
}

export interface SearchOptions {
  /** A folder for what is kept between builds, absolute. */
  readonly cache: string
  readonly loadPagefind: LoadPagefind
}

/** An index that is made while pages are rendered, where no earlier one is there that might be kept; undefined where there is one. */
export function beginIndex(options: SearchOptions): IndexMaker | undefined {
  if (readMadeOf(options) !== undefined) return undefined
  const maker = makeIndex(options)
  const fingerprint = makeFingerprint()
  return {
    started: maker.started,
    add: async (path, content) => {
      if (typeof content !== 'string' || !isSearched(path, content)) return
      fingerprint.add(path, content)
      await maker.add(path, content)
    },
    finish: rendered => maker.finish({ stamps: stampsOf(rendered), contents: fingerprint.end() }),
    close: maker.close,
  }
}

/** The index of these pages, in their order. Throws where Pagefind cannot run. */
export async function indexSearch(rendered: RenderedFiles, options: SearchOptions): Promise<SearchIndex> {
  const kept = readMadeOf(options)
  const stamps = stampsOf(rendered)
  if (kept !== undefined && stamps !== undefined && kept.stamps === stamps) return keptIndex(kept, options)
  const pages = rendered.paths
    .map(path => ({ path, content: path.endsWith('.html') ? rendered.read(path).toString('utf8') : '' }))
    .filter(({ path, content }) => isSearched(path, content))
  const fingerprint = makeFingerprint()
  for (const { path, content } of pages) fingerprint.add(path, content)
  const contents = fingerprint.end()
  if (kept?.contents === contents) {
    replaceFile(placesIn(options).madeOf, keptText(format, { ...kept, stamps }))
    return keptIndex(kept, options)
  }
  const maker = makeIndex(options)
  try {
    for (const { path, content } of pages) await maker.add(path, content)
    return await maker.finish({ stamps, contents })
  } finally {
    await maker.close()
  }
}

// Pages say where their text is.
function isSearched(path: OutputPath, content: string): boolean {
  return path.endsWith('.html') && content.includes(' data-pagefind-body')
}

/** The program takes pages as fast as they are rendered, or a little more slowly; so many may wait for it. */
const mostWaiting = 32

function makeIndex(options: SearchOptions) {
  const loaded = options.loadPagefind()
  const opened = loaded.then(openPagefind)
  const added: Promise<unknown>[] = []
  // Who waits for all of them hears of what fails.
  const unheard = (promise: Promise<unknown>): void => void promise.catch(() => {})
  unheard(opened)
  return {
    started: loaded.then(
      () => {},
      () => {},
    ),
    add: async (path: OutputPath, content: string): Promise<void> => {
      const adding = opened.then(({ index }) => index.addHTMLFile({ sourcePath: path, content: markupToSearch(content) }))
      unheard(adding)
      added.push(adding)
      // What is sent goes out when the process looks at what is outside, which rendering never does.
      await Promise.allSettled([added.at(-mostWaiting), new Promise(resolve => setImmediate(resolve))])
    },
    finish: async (fingerprints: Pick<MadeOf, 'stamps' | 'contents'>): Promise<SearchIndex> => {
      const { index } = await opened
      await Promise.all(added)
      const { files } = await index.getFiles()
      writeIndex(files, { ...fingerprints, pages: added.length }, options)
      return { files: filesIn(options), pages: added.length, isNew: true }
    },
    close: async (): Promise<void> => {
      const open = await opened.catch(() => undefined)
      await open?.pagefind.close()
    },
  }
}

async function openPagefind(pagefind: typeof Pagefind) {
  try {
    const { index, errors } = await pagefind.createIndex({})
    if (index === undefined) throw new Error(errors.join('; '))
    return { pagefind, index }
  } catch (error) {
    await pagefind.close()
    throw error
  }
}

/** What an index was made of. */
interface MadeOf {
  /** A hash by which the files of the pages are known without reading them; undefined where there were none. */
  readonly stamps?: string | undefined
  /** A hash of what it holds: files that are new may say the same. */
  readonly contents: string
  readonly pages: number
}

function makeFingerprint() {
  const hash = createHash('sha256')
  return {
    add: (path: OutputPath, content: string): void => void hash.update(path).update('\0').update(content).update('\0'),
    end: () => hash.digest('hex'),
  }
}

// Without it the second build of 1,000 posts, of which nothing had changed, read all of their pages: 0.4 s of 1.7.
function stampsOf({ paths, stamps }: Pick<RenderedFiles, 'paths' | 'stamps'>): string | undefined {
  if (stamps === undefined) return undefined
  const hash = createHash('sha256')
  for (const path of paths) if (path.endsWith('.html')) hash.update(JSON.stringify([path, stamps.get(path)]))
  return hash.digest('hex')
}

function placesIn({ cache }: SearchOptions) {
  const folder = join(cache, 'search')
  return { folder, index: join(folder, 'index'), madeOf: join(folder, 'made-of') }
}

/** Of the file that says what an index was made of. */
const format = 'search 2'

function readMadeOf(options: SearchOptions): MadeOf | undefined {
  return readKept(placesIn(options).madeOf, format) as MadeOf | undefined
}

function keptIndex({ pages }: MadeOf, options: SearchOptions): SearchIndex {
  return { files: filesIn(options), pages, isNew: false }
}

function writeIndex(files: readonly Pagefind.IndexFile[], madeOf: MadeOf, options: SearchOptions): void {
  const { folder } = placesIn(options)
  const aside = `${folder}.${process.pid}`
  for (const { path, content } of files.filter(({ path }) => isNeeded(path))) {
    const place = join(aside, 'index', path)
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, content)
  }
  writeFileSync(join(aside, basename(placesIn(options).madeOf)), keptText(format, madeOf))
  rmSync(folder, { recursive: true, force: true })
  renameSync(aside, folder)
}

// It brings two user interfaces and a highlighter; the pages have their own.
function isNeeded(path: string): boolean {
  return !/^pagefind-(?:ui|modular-ui|component-ui|highlight|playground)/.test(path)
}

function filesIn(options: SearchOptions): CopiedFile[] {
  const { index } = placesIn(options)
  return readdirSync(index, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter(entry => entry.isFile())
    .map(entry => {
      const place = join(entry.parentPath, entry.name)
      return { path: outputPath(`${searchFolder}/${place.slice(index.length + 1).replaceAll('\\', '/')}`), place }
    })
}
