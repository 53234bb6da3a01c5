// The list of all files that a build has written, which says what the next one may remove.

import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the list for an output folder lies; both are absolute. */
export function manifestIn(cache: string, folder: string): string {
  return join(cache, `outputs-${hash('sha256', folder).slice(0, 16)}.json`)
}

// A damaged list is no list: what cannot be trusted must not decide what is removed.
export function readManifest(file: string): string[] {
  try {
    const list: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return Array.isArray(list) ? list.filter(path => typeof path === 'string') : []
  } catch {
    return []
  }
}
