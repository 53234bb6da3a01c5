// Finished files put in place. Everything is first written to a staging folder inside the output folder; only when all of it
// is there are the files renamed, each in one step, over the old ones. So a build that fails changes nothing, no file is ever
// half written, and a file whose bytes are the same is not touched. Nothing else in the program removes a file, and nothing
// is removed that an earlier build did not write.

import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { Diagnostic } from '../diagnostic.ts'
import { unwritable } from '../diagnostics.ts'
import type { Output, OutputPath } from '../model.ts'
import { isInside } from './output-folder.ts'

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

export async function publishOutputs(
  outputs: AsyncIterable<Output>,
  files: (rendered: RenderedFiles) => Promise<readonly CopiedFile[]>,
  options: PublishOptions,
): Promise<Publication> {
  const nothing = { changed: 0, unchanged: 0, removed: 0 }
  const staging = join(options.folder, `${stagingPrefix}${process.pid}`)
  try {
    mkdirSync(staging, { recursive: true })
    removeAbandoned(options.folder)
    const staged = await stageAll(outputs, files, staging, options)
    if (!options.isGood()) return { ...nothing, diagnostics: [] }
    for (const { path, place } of staged.changed) moveInto(place, join(options.folder, path), options.folder)
    const removed = removeStale(staged.all, options)
    return {
      changed: staged.changed.length,
      unchanged: staged.all.size - staged.changed.length,
      removed,
      diagnostics: [],
    }
  } catch (error) {
    const { code, path, message } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return { ...nothing, diagnostics: [unwritable(path ?? options.folder, reasons[code] ?? message)] }
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
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

interface Staged {
  readonly changed: readonly { readonly path: OutputPath; readonly place: string }[]
  readonly all: ReadonlySet<string>
}

// Files are copied when all is rendered, since only then it is known which are wanted.
async function stageAll(
  outputs: AsyncIterable<Output>,
  files: (rendered: RenderedFiles) => Promise<readonly CopiedFile[]>,
  staging: string,
  { folder, isGood }: PublishOptions,
): Promise<Staged> {
  const changed: { path: OutputPath; place: string }[] = []
  const all = new Set<OutputPath>()
  const stage = (path: OutputPath, isSame: boolean, write: (place: string) => void): void => {
    all.add(path)
    if (isSame) return
    const place = join(staging, String(changed.length))
    write(place)
    changed.push({ path, place })
  }
  for await (const { path, content } of outputs) {
    const bytes = Buffer.from(content)
    stage(path, sameBytes(bytes, join(folder, path)), to => writeFileSync(to, bytes))
  }
  if (!isGood()) return { changed, all }
  const places = new Map(changed.map(({ path, place }) => [path, place]))
  const rendered = { paths: [...all], read: (path: OutputPath) => readFileSync(places.get(path) ?? join(folder, path)) }
  for (const { path, place } of await files(rendered)) stage(path, sameFile(place, join(folder, path)), to => copyFile(place, to))
  return { changed, all }
}

function sameBytes(bytes: Buffer, file: string): boolean {
  const old = statSync(file, { throwIfNoEntry: false })
  return old?.isFile() === true && old.size === bytes.length && readFileSync(file).equals(bytes)
}

// A copy keeps the time of its original, so size and time tell whether it is still the same without reading either. Where only the
// times differ, as after a fresh clone, the bytes decide.
function sameFile(source: string, file: string): boolean {
  const [now, old] = [statSync(source), statSync(file, { throwIfNoEntry: false })]
  if (old?.isFile() !== true || old.size !== now.size) return false
  return Math.abs(old.mtimeMs - now.mtimeMs) < 1 || readFileSync(source).equals(readFileSync(file))
}

function copyFile(source: string, to: string): void {
  copyFileSync(source, to)
  const { atime, mtime } = statSync(source)
  utimesSync(to, atime, mtime)
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
