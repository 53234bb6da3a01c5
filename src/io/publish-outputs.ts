// Finished files put in place. Everything is first written to a staging folder inside the output folder; only when all of it
// is there are the files renamed, each in one step, over the old ones. So a build that fails changes nothing, no file is ever
// half written, and a file whose bytes are the same is not touched. Nothing else in the program removes a file, and nothing
// is removed that an earlier build did not write.

import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Diagnostic } from '../diagnostic.ts'
import { unwritable } from '../diagnostics.ts'
import type { OutputPath } from '../model.ts'
import { isInside } from './output-folder.ts'
import { openStaging, publishStaged, type Staged } from './staging.ts'

export interface CopiedFile {
  readonly path: OutputPath
  /** Where the file is now, absolute. */
  readonly place: string
}

/** What has been rendered, for those who make further files of it. */
export interface RenderedFiles {
  readonly paths: readonly OutputPath[]
  /** The bytes of one of them, from where it lies now. */
  readonly read: (path: OutputPath) => Buffer
}

export interface Publication {
  /** Files that are new or have other bytes than before. */
  readonly changed: number
  readonly unchanged: number
  readonly removed: number
  readonly diagnostics: readonly Diagnostic[]
}

export interface PublishOptions {
  /** The output folder, absolute. */
  readonly folder: string
  /** A folder for what must be remembered between builds, absolute. */
  readonly cache: string
  /** Asked when everything is rendered; false leaves the last good site as it is. */
  readonly isGood: () => boolean
}

const stagingPrefix = '.lectern-'

/** Renders pages into a staging folder of the output folder; several threads may each have staged a part. */
export type StagePages = (staging: string) => Promise<readonly Staged[]>

export async function publishOutputs(
  stagePages: StagePages,
  files: (rendered: RenderedFiles) => Promise<readonly CopiedFile[]>,
  options: PublishOptions,
): Promise<Publication> {
  const nothing = { changed: 0, unchanged: 0, removed: 0 }
  const { folder, isGood } = options
  const staging = join(folder, `${stagingPrefix}${process.pid}`)
  try {
    mkdirSync(staging, { recursive: true })
    removeAbandoned(folder)
    const pages = await stagePages(staging)
    if (!isGood()) return { ...nothing, diagnostics: [] }
    const staged = [...pages, await stageFiles(pages, files, folder, staging)]
    if (!isGood()) return { ...nothing, diagnostics: [] }
    publishStaged(staged, folder, staging, ({ path, place }) => moveInto(place, join(folder, path), folder))
    const all = new Set<string>(staged.flatMap(part => part.all))
    const changed = staged.reduce((sum, part) => sum + part.changed.length, 0)
    return { changed, unchanged: all.size - changed, removed: removeStale(all, options), diagnostics: [] }
  } catch (error) {
    const { code, path, message } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return { ...nothing, diagnostics: [unwritable(path ?? folder, reasons[code] ?? message)] }
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

// Files are copied when all is rendered, since only then it is known which are wanted.
async function stageFiles(
  pages: readonly Staged[],
  files: (rendered: RenderedFiles) => Promise<readonly CopiedFile[]>,
  folder: string,
  staging: string,
): Promise<Staged> {
  const places = new Map(pages.flatMap(({ changed }) => changed.map(({ path, place }) => [path, place] as const)))
  const read = (path: OutputPath): Buffer => readFileSync(places.get(path) ?? join(folder, path))
  const { copy, staged } = openStaging(folder, staging, pages.length)
  for (const { path, place } of await files({ paths: pages.flatMap(({ all }) => all), read })) copy(path, place)
  return staged()
}

const reasons: Record<string, string> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'your disk quota is used up',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'a file stands where a folder is needed',
  EISDIR: 'a folder stands where the file should be',
  ENAMETOOLONG: 'the name is too long',
}

function moveInto(place: string, target: string, folder: string): void {
  const above = dirname(target)
  mkdirSync(above, { recursive: true })
  // A symbolic link among the output's folders could lead the file anywhere.
  const [real, realFolder] = [realpathSync(above), realpathSync(folder)]
  if (real !== realFolder && !isInside(real, realFolder))
    throw Object.assign(new Error('a symbolic link leads out of the output folder'), { code: 'ELECTERN', path: target })
  renameSync(place, target)
}

// The staging folder of a build that was killed; that of one that still runs is left alone.
function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(stagingPrefix) ? Number(name.slice(stagingPrefix.length)) : Number.NaN
    if (Number.isInteger(pid) && !isRunning(pid)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function removeStale(all: ReadonlySet<string>, { folder, cache }: PublishOptions): number {
  const manifest = join(cache, `outputs-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.json`)
  const stale = readManifest(manifest).filter(path => !all.has(path) && isOurs(path, folder))
  for (const path of stale) {
    rmSync(join(folder, path))
    removeEmptyFolders(dirname(join(folder, path)), folder)
  }
  mkdirSync(cache, { recursive: true })
  writeFileSync(`${manifest}.${process.pid}`, JSON.stringify([...all]))
  renameSync(`${manifest}.${process.pid}`, manifest)
  return stale.length
}

// A damaged list is no list: what cannot be trusted must not decide what is removed.
function readManifest(manifest: string): string[] {
  try {
    const list: unknown = JSON.parse(readFileSync(manifest, 'utf8'))
    return Array.isArray(list) ? list.filter(path => typeof path === 'string') : []
  } catch {
    return []
  }
}

// Whoever can write the list could name any file in it, so only plain files below the output folder are removed.
function isOurs(path: string, folder: string): boolean {
  const place = join(folder, path)
  if (!isInside(place, folder) || lstatSync(place, { throwIfNoEntry: false })?.isFile() !== true) return false
  return isInside(join(realpathSync(dirname(place)), 'x'), realpathSync(folder))
}

function removeEmptyFolders(from: string, folder: string): void {
  for (let place = from; isInside(place, folder) && existsSync(place) && readdirSync(place).length === 0; place = dirname(place))
    rmdirSync(place)
}
