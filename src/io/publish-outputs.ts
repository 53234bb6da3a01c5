// Finished files put in place. Everything is first written to a staging folder inside the output folder; only when all of it
// is there are the files renamed, each in one step, over the old ones. So a build that fails changes nothing, no file is ever
// half written, and a file whose bytes are the same is not touched. Nothing else in the program removes a file of a site, and
// nothing is removed that an earlier build did not write.

import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Diagnostic } from '../diagnostic.ts'
import { unwritable } from '../diagnostics.ts'
import type { OutputPath } from '../model.ts'
import { isInside } from './output-folder.ts'
import { replaceFile } from './replace-file.ts'
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

/** A build that is going to be published, or not. */
export interface Publication {
  /** The folder, absolute, in which files wait; it lies in the output folder, so that they can be moved. */
  readonly staging: string
  /** Puts all files in place, and removes those of an earlier build that are not among them. */
  readonly commit: (staged: readonly Staged[]) => Published
  /** Leaves the last good site as it is. After a commit there is nothing left to discard. */
  readonly discard: () => void
}

export interface Published {
  /** Files that are new or have other bytes than before. */
  readonly changed: number
  readonly unchanged: number
  readonly removed: number
}

export interface PublicationOptions {
  /** The output folder, absolute. */
  readonly folder: string
  /** A folder for what must be remembered between builds, absolute. */
  readonly cache: string
}

const stagingPrefix = '.lectern-'

export function openPublication(options: PublicationOptions): Publication {
  const { folder } = options
  const staging = join(folder, `${stagingPrefix}${process.pid}`)
  mkdirSync(staging, { recursive: true })
  removeAbandoned(folder)
  return {
    staging,
    commit: staged => {
      publishStaged(staged, folder, staging, ({ path, place }) => moveInto(place, join(folder, path), folder))
      const all = new Set<string>(staged.flatMap(part => part.all))
      const changed = staged.reduce((sum, part) => sum + part.changed.length, 0)
      return { changed, unchanged: all.size - changed, removed: removeStale(all, options) }
    },
    discard: () => rmSync(staging, { recursive: true, force: true }),
  }
}

/** The files that are staged, as they will be read. */
export function renderedFiles(folder: string, staged: readonly Staged[]): RenderedFiles {
  const places = new Map(staged.flatMap(({ changed }) => changed.map(({ path, place }) => [path, place] as const)))
  return { paths: staged.flatMap(({ all }) => all), read: path => readFileSync(places.get(path) ?? join(folder, path)) }
}

/** Stages copies of files; `part` is the number of those who have staged before. */
export function stageCopies(
  files: readonly CopiedFile[],
  { folder, staging, part }: { readonly folder: string; readonly staging: string; readonly part: number },
): Staged {
  const { copy, staged } = openStaging(folder, staging, part)
  for (const { path, place } of files) copy(path, place)
  return staged()
}

/** What a disk that refuses to be written to means to the author; throws what is no fault of the disk. */
export function writingFailed(error: unknown, folder: string): Diagnostic {
  const { code, path, message } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  return unwritable(path ?? folder, reasons[code] ?? message)
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

function removeStale(all: ReadonlySet<string>, { folder, cache }: PublicationOptions): number {
  const manifest = join(cache, `outputs-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.json`)
  const stale = readManifest(manifest).filter(path => !all.has(path) && isOurs(path, folder))
  for (const path of stale) {
    rmSync(join(folder, path))
    removeEmptyFolders(dirname(join(folder, path)), folder)
  }
  mkdirSync(cache, { recursive: true })
  replaceFile(manifest, JSON.stringify([...all]))
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
