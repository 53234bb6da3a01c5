// Whole commands, timed from outside.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Measured {
  /** Of the wall's clock. */
  readonly seconds: number
  /** The most memory it had, in megabytes; undefined where there is no GNU time to ask. */
  readonly megabytes: number | undefined
}

const gnuTime = '/usr/bin/time'

/** Runs a command in a folder; throws if it fails, since a failed build is no fast one. */
export function run([program, ...args]: readonly string[], folder: string): Measured {
  const aside = mkdtempSync(join(tmpdir(), 'lectern-time-'))
  const isAsked = existsSync(gnuTime)
  const [file, list] = isAsked ? [gnuTime, ['-o', join(aside, 'kb'), '-f', '%M', program ?? '', ...args]] : [program ?? '', args]
  const start = performance.now()
  const { status, stderr } = spawnSync(file, list, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  const seconds = (performance.now() - start) / 1000
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}:\n${stderr}`)
  const megabytes = isAsked ? Number(readFileSync(join(aside, 'kb'), 'utf8').trim()) / 1024 : undefined
  rmSync(aside, { recursive: true })
  return { seconds, megabytes }
}

/** The middle one of several runs, by time. */
export function middle(runs: readonly Measured[]): Measured {
  const sorted = runs.toSorted((one, other) => one.seconds - other.seconds)
  return sorted[sorted.length >> 1] ?? { seconds: Number.NaN, megabytes: undefined }
}
