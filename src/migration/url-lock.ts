// `urls.lock`: the addresses that a site has published and means to keep, one a line.

import type { Diagnostic } from '../diagnostic.ts'
import { brokenPromise } from '../diagnostics/moving.ts'
import { type Entry, sourcePath } from '../model.ts'
import { positionOnLine } from '../text/position.ts'
import { filesFor } from './published.ts'

const head = '# The addresses that this site has published. A build that would drop one stops and says how to keep it.\n'

/** What a lock says about a site, and how it reads once the site is published; `text` is undefined where there is none to write. */
export interface UrlLock {
  readonly diagnostics: readonly Diagnostic[]
  readonly text: string | undefined
}

export interface PublishedSite {
  readonly entries: readonly Entry[]
  readonly pages: readonly { readonly output: string }[]
  readonly files: readonly { readonly output: string }[]
}

/** A site that has a lock keeps what it promised; without one, `begins` makes the promise. */
export function holdToLock(written: string | undefined, { entries, pages, files }: PublishedSite, begins: boolean): UrlLock {
  if (written === undefined && !begins) return { diagnostics: [], text: undefined }
  const outputs = new Set([...pages, ...files].map(({ output }) => output))
  const text = withPublished(readLock(written ?? ''), entries)
  return { diagnostics: brokenPromises(written ?? '', outputs), text: text === written ? undefined : text }
}

/** The addresses in a lock file; blank lines and comments are none. */
export function readLock(text: string): string[] {
  return text.split('\n').flatMap(addressIn)
}

/** What the lock file promises and the site would not keep. `files` are the paths of all its output files. */
export function brokenPromises(lock: string, files: ReadonlySet<string>): Diagnostic[] {
  return lock.split('\n').flatMap((line, index) =>
    addressIn(line)
      .filter(address => !filesFor(address).some(file => files.has(file)))
      .map(address => brokenPromise({ file: sourcePath('urls.lock'), position: positionOnLine(lock, index + 1, address) }, address)),
  )
}

function addressIn(line: string): string[] {
  const address = line.trim()
  return address === '' || address.startsWith('#') ? [] : [address]
}

/** The lock file with the addresses of everything the author publishes now added to it. */
export function withPublished(locked: readonly string[], entries: readonly Entry[]): string {
  return `${head}${[...new Set([...locked, ...entries.map(entry => String(entry.permalink))])].sort().join('\n')}\n`
}
