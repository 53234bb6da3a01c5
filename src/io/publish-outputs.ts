// Finished files put in place. Everything is first written to a staging folder inside the output folder; only when all of it is there do the files
// take their places, all or none (`set-aside.ts`). So a build that fails changes nothing, no file is ever half written, and a file whose bytes are
// the same is not touched. Nothing else in the program removes a file of a site, and nothing is removed that an earlier build did not write.

import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Diagnostic } from '../diagnostic.ts'
import { unwritable } from '../diagnostics/output.ts'
import type { OutputPath } from '../model.ts'
import { errorCode } from '../text/error-code.ts'
import type { Companions, Move } from './journal.ts'
import { manifestIn, readManifest } from './manifest.ts'
import { isInside } from './output-folder.ts'
import { placesOf, prepareFile } from './replace-file.ts'
import { publishMoves, putRight, stagingName } from './set-aside.ts'
import { openStaging, type Staged, type Stamp, stagedMoves } from './staging.ts'

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
  /** By which the files of pages are known, where they have been written. */
  readonly stamps?: ReadonlyMap<OutputPath, Stamp>
}

/** A build that is going to be published, or not. */
export interface Publication {
  /** The folder, absolute, in which files wait; it lies in the output folder, so that they can be moved. */
  readonly staging: string
  /** Puts all files in place, with the new texts of companions, and removes those of an earlier build that are not among them. */
  readonly commit: (staged: readonly Staged[], texts: Readonly<Record<string, string | undefined>>) => Published
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
  readonly companions: Companions
}

/** Ends what a build that was killed while it published has begun. Before it nothing that builds leave is to be read. */
export function finishPublication(options: PublicationOptions): Diagnostic | undefined {
  return putRight(options.folder, companionsOf(options))
}

// What a build has written belongs to what it wrote.
function companionsOf({ folder, cache, companions }: PublicationOptions): Companions {
  return { ...companions, manifest: manifestIn(cache, folder) }
}

export function openPublication(options: PublicationOptions): Publication {
  const { folder } = options
  const staging = join(folder, stagingName)
  const first = mkdirSync(staging, { recursive: true })
  return {
    staging,
    commit: (staged, texts) => commit(staged, texts, options),
    discard: () => {
      rmSync(staging, { recursive: true, force: true })
      if (first !== undefined && first !== staging) removeEmptyFolders(folder, dirname(first))
    },
  }
}

function commit(staged: readonly Staged[], texts: Readonly<Record<string, string | undefined>>, options: PublicationOptions): Published {
  const { folder } = options
  const all = new Set<string>(staged.flatMap(part => part.all))
  const companions = companionsOf(options)
  const before = readManifest(companions['manifest'] as string)
  const stale = before.filter(path => !all.has(path) && isOurs(path, folder))
  const manifest = before.length === all.size && before.every(path => all.has(path)) ? undefined : JSON.stringify([...all])
  const moves: Move[] = [...stagedMoves(staged, join(folder, stagingName)), ...stale.map(to => ({ to }))]
  const made = makeFolders(moves, folder)
  try {
    publishMoves({ moves, companions: prepare({ ...texts, manifest }, companions) }, folder, companions)
  } catch (error) {
    for (const path of made.reverse()) removeEmptyFolders(path, folder)
    for (const path of Object.values(companions)) rmSync(placesOf(path).beside, { force: true })
    throw error
  }
  for (const path of new Set(stale.map(path => dirname(path)))) removeEmptyFolders(join(folder, path), folder)
  const changed = staged.reduce((sum, part) => sum + part.changed.length, 0)
  return { changed, unchanged: all.size - changed, removed: stale.length }
}

/** The names of the companions that now have a new text waiting. */
function prepare(texts: Readonly<Record<string, string | undefined>>, companions: Companions): string[] {
  return Object.entries(companions)
    .filter(([name, path]) => tryPrepare(path, texts[name], name === dispensable))
    .map(([name]) => name)
}

/** The companion without which the next build has more to do, and that is all. */
const dispensable = 'kept'

function tryPrepare(path: string, text: string | undefined, isDispensable: boolean): boolean {
  if (text === undefined) return false
  try {
    mkdirSync(dirname(path), { recursive: true })
    prepareFile(path, text)
    rmSync(placesOf(path).held, { force: true })
    return true
  } catch (error) {
    if (isDispensable && errorCode(error) !== undefined) return false
    throw error
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
  EIO: 'the disk has failed',
}

// All that could hinder a move is looked for before the first is made. Answers the folders that were not there.
function makeFolders(moves: readonly Move[], folder: string): string[] {
  // The system's own finds the place of a folder at once; Node's asks about each folder above it, a fifth of the time that publishing takes.
  const realFolder = realpathSync.native(folder)
  const made: string[] = []
  for (const above of new Set(moves.filter(({ from }) => from !== undefined).map(({ to }) => dirname(join(folder, to))))) {
    const there = nearestThere(above)
    // A symbolic link among the output's folders could lead the file anywhere.
    const real = realpathSync.native(there)
    if (real !== realFolder && !isInside(real, realFolder)) throw refusing(above, moves, folder)
    if (there !== above && mkdirSync(above, { recursive: true }) !== undefined) made.push(above)
  }
  for (const { from, to } of moves) {
    const place = join(folder, to)
    if (from !== undefined && lstatSync(place, { throwIfNoEntry: false })?.isDirectory() === true)
      throw Object.assign(new Error(), { code: 'EISDIR', path: place })
  }
  return made
}

function nearestThere(path: string): string {
  return lstatSync(path, { throwIfNoEntry: false }) === undefined ? nearestThere(dirname(path)) : path
}

function refusing(above: string, moves: readonly Move[], folder: string): Error {
  const path = moves.map(({ to }) => join(folder, to)).find(place => dirname(place) === above)
  return Object.assign(new Error('a symbolic link leads out of the output folder'), { code: 'ELECTERN', path })
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
