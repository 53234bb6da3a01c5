// New files of the author's. Nothing that is there is ever written over.

import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { errorCode } from '../text/error-code.ts'

/** Writes those of `files` that are not there yet, and answers which it wrote; paths count from `root`. */
export function createFiles(root: string, files: readonly { readonly path: string; readonly text: string }[]): ReadonlySet<string> {
  return new Set(files.filter(({ path, text }) => createFile(join(root, path), text)).map(({ path }) => path))
}

// The flag makes looking and writing one step, so that no other program can come between.
function createFile(place: string, text: string): boolean {
  mkdirSync(dirname(place), { recursive: true })
  try {
    writeFileSync(place, text, { flag: 'wx' })
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

/** Moves a file to a place where none is; false where there is one. */
export function moveFile(root: string, from: string, to: string): boolean {
  if (existsSync(join(root, to))) return false
  mkdirSync(dirname(join(root, to)), { recursive: true })
  renameSync(join(root, from), join(root, to))
  return true
}
