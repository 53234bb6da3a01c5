// When each file of a site was last committed, asked of git once. In a shallow clone, as hosts' build machines make them, every file
// seems to be of the last commit, so there nothing is told.

import { sourcePath } from '../model.ts'

/** Milliseconds since 1970 by path below `root`; empty where there is no history to ask. */
export function committedDates(root: string): ReadonlyMap<string, number> {
  // Loaded by the few sites that ask.
  const { execFileSync } = process.getBuiltinModule('node:child_process')
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', root, '-c', 'core.quotePath=false', ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  try {
    if (git('rev-parse', '--is-shallow-repository').trim() === 'true') return new Map()
    return readLog(git('log', '--format=%x00%ct', '--name-only', '--no-renames', '--relative', '--', '.'))
  } catch {
    return new Map()
  }
}

// Newest first: a NUL and the time of a commit, then the files it changed; the first time that a file is met is its last change.
function readLog(log: string): Map<string, number> {
  const dates = new Map<string, number>()
  for (const commit of log.split('\0').slice(1)) {
    const [seconds = '', ...files] = commit.split('\n').filter(line => line !== '')
    for (const file of files) if (!dates.has(file)) dates.set(sourcePath(file), Number(seconds) * 1000)
  }
  return dates
}
