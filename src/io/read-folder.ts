// A site's folder read into sources: the only place where the build opens the author's files.

import { closeSync, type Dirent, lstatSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Source, SourcePath } from '../model.ts'
import { sourcePath } from '../model.ts'
import { errorCode } from '../text/error-code.ts'
import { decodeText } from './decode-text.ts'
import { makeRoomFor } from './heap.ts'

/** Above this a file named as a text is a mistake: the whole works of Shakespeare are as large. */
const largestText = 5_000_000

/** Texts that were read before, by their absolute path, so that a walk opens only the files that have changed since. */
export type SeenFiles = Map<string, { readonly size: number; readonly source: Source }>

export interface WalkOptions {
  /** True for a file or folder to take, by its path below the root; a folder's path ends in `/`. */
  readonly wants: (path: string) => boolean
  /** True for a file whose text is needed. */
  readonly isText: (path: string) => boolean
  /** Whether a file is a text too if its first line is one of hyphens, whatever its name (Jekyll's `has_yaml_header?`). */
  readonly takesFrontMatter?: boolean
  readonly seen?: SeenFiles
}

/** All files below `folder` (a path below `root`), sorted by path. Symbolic links are followed only inside the root. */
export function readFolder(root: string, folder: string, options: WalkOptions): Source[] {
  const sources: Source[] = []
  walk({ root, realRoot: realpathSync(root), options, sources, trail: [] }, folder)
  return sources.sort((one, other) => (one.path < other.path ? -1 : 1))
}

interface Walk {
  readonly root: string
  readonly realRoot: string
  readonly options: WalkOptions
  readonly sources: Source[]
  /** The real paths of the folders on the way here, so that a link to one of them ends the walk. */
  readonly trail: readonly string[]
}

function walk(state: Walk, folder: string): void {
  const place = join(state.root, folder)
  const real = realpathSync(place)
  if (state.trail.includes(real)) {
    // The only way in is a link.
    state.sources.push(leftOut(sourcePath(folder), 'The symbolic link leads back to a folder that it lies in'))
    return
  }
  const inside = { ...state, trail: [...state.trail, real] }
  for (const entry of readdirSync(place, { withFileTypes: true })) visit(inside, folder, entry)
}

function visit(state: Walk, folder: string, entry: Dirent): void {
  const path = sourcePath(folder === '' ? entry.name : `${folder}/${entry.name}`)
  if (entry.name.includes('\\')) {
    // Two places or one, as the machine has it: nobody could check it out under Windows.
    if (state.options.wants(path)) state.sources.push(leftOut(path, 'The name holds a backslash', 'rename it'))
  } else if (entry.isSymbolicLink()) visitLink(state, path)
  else if (entry.isDirectory()) {
    if (state.options.wants(`${path}/`)) walk(state, path)
  } else if (state.options.wants(path)) {
    // A pipe or a device would block the build, or never end.
    state.sources.push(
      entry.isFile() ? readSource(state, path) : unreadable(path, 'The file is neither a file nor a folder', 'move it out of the site'),
    )
  }
}

function visitLink(state: Walk, path: SourcePath): void {
  const target = realTarget(join(state.root, path))
  if (typeof target !== 'string') {
    if (state.options.wants(path))
      state.sources.push(leftOut(path, target.isCircle ? 'The symbolic link leads in a circle' : 'The symbolic link leads nowhere'))
    return
  }
  if (relative(state.realRoot, target).startsWith(`..${sep}`) || relative(state.realRoot, target) === '..') {
    if (state.options.wants(path))
      state.sources.push(unreadable(path, 'The symbolic link leads out of the site', 'copy the file into the site instead'))
    return
  }
  if (!lstatSync(target).isDirectory()) {
    if (state.options.wants(path)) state.sources.push(readSource(state, path))
  } else if (state.options.wants(`${path}/`)) walk(state, path)
}

function realTarget(path: string): string | { readonly isCircle: boolean } {
  try {
    return realpathSync(path)
  } catch (error) {
    return { isCircle: errorCode(error) === 'ELOOP' }
  }
}

function readSource({ root, options }: Walk, path: SourcePath): Source {
  const file = join(root, path)
  if (!options.isText(path) && !(options.takesFrontMatter && hasFrontMatter(file)))
    return { path, content: { kind: 'file' }, modified: changeOf(file) }
  try {
    const { size, mtimeMs } = statSync(file)
    const known = options.seen?.get(file)
    if (known !== undefined && known.size === size && known.source.modified === mtimeMs) return known.source
    const source = readText(file, path)
    options.seen?.set(file, { size, source })
    return source
  } catch (error) {
    return unreadable(path, `The file cannot be read: ${errorCode(error) ?? String(error)}`, 'check its permissions')
  }
}

// A file that is gone by now is missed where it is copied.
function changeOf(file: string): number {
  try {
    return statSync(file).mtimeMs
  } catch {
    return 0
  }
}

function hasFrontMatter(file: string): boolean {
  let descriptor: number | undefined
  try {
    descriptor = openSync(file, 'r')
    const head = Buffer.alloc(16)
    return /^---\s*\r?\n/.test(head.toString('latin1', 0, readSync(descriptor, head, 0, head.length, 0)))
  } catch {
    return false
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** One text file as a source; throws where it cannot be read. */
export function readText(file: string, path: SourcePath): Source {
  const { size, mtimeMs } = statSync(file)
  if (size > largestText)
    return unreadable(
      path,
      `The file has ${Math.round(size / 1e6)} MB, and a text has at most ${largestText / 1e6}`,
      'split it, or give it the ending that its format has',
    )
  const bytes = readFileSync(file)
  makeRoomFor(bytes)
  return { path, content: decodeText(bytes), modified: mtimeMs }
}

// Nobody can read what is not there, so the site is made without it.
function leftOut(path: SourcePath, reason: string, hint = 'remove it, or let it lead to a file'): Source {
  return {
    path,
    content: {
      kind: 'unreadable',
      reason: `${reason}, so it is left out`,
      hint,
      line: 0,
      isLeftOut: true,
    },
    modified: 0,
  }
}

function unreadable(path: SourcePath, reason: string, hint: string): Source {
  return { path, content: { kind: 'unreadable', reason, hint, line: 0 }, modified: 0 }
}
