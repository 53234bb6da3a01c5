// `urls.lock`: the addresses that a site has published and means to keep, one a line.

import type { Diagnostic } from '../diagnostic.ts'
import { brokenPromise } from '../diagnostics.ts'
import type { Entry } from '../model.ts'
import { filesFor } from './published.ts'

const head = '# The addresses that this site has published. A build that would drop one stops and says how to keep it.\n'

/** The addresses in a lock file; blank lines and comments are none. */
export function readLock(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
}

/** What the site has promised and would not keep. `files` are the paths of all its output files. */
export function brokenPromises(locked: readonly string[], files: ReadonlySet<string>): Diagnostic[] {
  return locked.filter(address => !filesFor(address).some(file => files.has(file))).map(brokenPromise)
}

/** The lock file with the addresses of everything the author publishes now added to it. */
export function withPublished(locked: readonly string[], entries: readonly Entry[]): string {
  return `${head}${[...new Set([...locked, ...entries.map(entry => String(entry.permalink))])].sort().join('\n')}\n`
}
