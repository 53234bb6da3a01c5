// One file put in the place of another in one step: whoever reads it, even after the power has failed, finds the old text or the new
// one, and never half of either.

import { closeSync, fchmodSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { errorCode } from '../text/error-code.ts'

/** A symbolic link stays one: the file that it leads to is replaced. A file that is replaced keeps its permissions. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const { target, beside } = placesOf(path)
  try {
    prepareFile(path, content)
    renameSync(beside, target)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

/** Where a file really is, where its next text waits, and where its last one is held until all is well. */
export function placesOf(path: string): { readonly target: string; readonly beside: string; readonly held: string } {
  const target = realPath(path)
  const aside = (what: string): string => join(dirname(target), `.${basename(target)}.lectern-${what}`)
  return { target, beside: aside('new'), held: aside('old') }
}

/** Writes the next text of a file beside it. */
export function prepareFile(path: string, content: string | Uint8Array): void {
  const { target, beside } = placesOf(path)
  const old = statSync(target, { throwIfNoEntry: false })
  if (old?.isDirectory() === true) throw Object.assign(new Error('it is a folder'), { code: 'EISDIR', path: target })
  writeThrough(beside, content, old?.mode)
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return path
    throw error
  }
}

// A rename may reach the disk before what it names, so the bytes go first.
function writeThrough(path: string, content: string | Uint8Array, mode: number | undefined): void {
  // What a run that was killed has left here.
  rmSync(path, { force: true })
  const file = openSync(path, 'wx')
  try {
    if (mode !== undefined) fchmodSync(file, mode & 0o7777)
    writeFileSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
