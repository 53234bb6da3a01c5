// A value kept on the disk between builds. It is replaced in one step, so two builds at once cannot mix theirs; what does not hash to its own
// first line, or was kept by another version of the program, is not trusted.

import { hash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { replaceFile } from './replace-file.ts'

/** What was kept in `file` by the same `version`; undefined where nothing can be trusted. Whoever asks knows its type. */
export function readKept(file: string, version: string): unknown {
  try {
    const text = readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    const json = text.slice(end + 1)
    return text.slice(0, end) === checksum(json, version) ? JSON.parse(json) : undefined
  } catch {
    return undefined
  }
}

/** Where it cannot be written, the next build has more to do and that is all. */
export function keep(file: string, version: string, value: unknown): void {
  const json = JSON.stringify(value)
  try {
    mkdirSync(dirname(file), { recursive: true })
    replaceFile(file, `${checksum(json, version)}\n${json}`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error
  }
}

function checksum(json: string, version: string): string {
  return hash('sha256', `${version}\n${json}`, 'base64')
}
