// How the files of a build take their places so that nobody ever finds some of them. The output folder is set aside by one rename, all moves are
// made in it, and it is set back by another. A process that is killed before leaves the old site, after it the new one; between the two there is
// none for as long as the moves take, and the next build, which finds the journal, makes the rest of them.
//
// Measured against a new tree with links to all files that stay: that one costs as much as the whole site is large (2,000 files: 160 ms to link, and
// as much to remove the old tree), this one 70 µs for each file that changes; and the folder stays the one that a container, a `.git` in it or
// another program holds.
//
// A folder that cannot be moved (it is mounted, or the one above it may not be written to) has its moves made where it is: then the time between is
// one of old and new files, which the next build ends likewise.

import { existsSync, lstatSync, mkdirSync, readdirSync, readlinkSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Diagnostic } from '../diagnostic.ts'
import { twoOutputs } from '../diagnostics/output.ts'
import {
  type Companions,
  hasJournal,
  heldFolder,
  type Journal,
  readSteps,
  removeJournal,
  type Step,
  takeBackSteps,
  takeSteps,
  writeJournal,
} from './journal.ts'
import { isInside } from './output-folder.ts'

/** In the output folder. */
export const stagingName = '.lectern-staging'

/** Makes all moves, or none and throws. */
export function publishMoves(journal: Journal, folder: string, companions: Companions): void {
  const staging = join(folder, stagingName)
  mkdirSync(join(staging, heldFolder), { recursive: true })
  writeJournal(staging, journal)
  const base = setAside(folder)
  finish(base, folder, readSteps({ folder: base, staging: join(base, stagingName), companions }) ?? [])
}

/** Ends what a build that was killed has begun; answers what only a person can decide. */
export function putRight(folder: string, companions: Companions): Diagnostic | undefined {
  const aside = asideOf(folder)
  const isAside = existsSync(aside)
  if (isAside && !isVacant(folder)) return twoOutputs(folder, aside)
  if (isAside) rmSync(realPath(folder), { recursive: true, force: true })
  // Who is killed now is to leave no more than who was killed first, so what had not been set aside is.
  const base = isAside ? aside : hasJournal(join(folder, stagingName)) ? setAside(folder) : folder
  const steps = readSteps({ folder: base, staging: join(base, stagingName), companions })?.filter(step => staysIn(step, base))
  if (base !== folder || steps !== undefined) finish(base, folder, steps ?? [])
  rmSync(join(folder, stagingName), { recursive: true, force: true })
  return undefined
}

// A failure while steps are taken back leaves the journal to the next build.
function finish(base: string, folder: string, steps: readonly Step[]): void {
  let failure: unknown
  try {
    takeSteps(steps)
  } catch (error) {
    failure = error
    takeBackSteps(steps)
    toldInPlace(error as NodeJS.ErrnoException, base, folder)
  }
  removeJournal(join(base, stagingName))
  for (const { from, held } of steps.filter(step => step.isCompanion))
    for (const rest of [from ?? held, held]) rmSync(rest, { force: true })
  if (base !== folder) renameSync(base, realPath(folder))
  if (failure !== undefined) throw failure
}

// Nobody knows the folder by the name that it has while it is aside.
function toldInPlace(error: NodeJS.ErrnoException, base: string, folder: string): void {
  if (error.path !== undefined && isInside(error.path, base)) error.path = folder + error.path.slice(base.length)
}

// Whoever can write into the output could have made a link of any folder in it.
function staysIn({ from, to, held, isCompanion }: Step, base: string): boolean {
  const real = realpathSync(base)
  const isWithin = (path: string): boolean => {
    const above = existsSync(dirname(path)) ? realpathSync(dirname(path)) : ''
    return above === real || isInside(above, real)
  }
  return isCompanion || [from ?? held, to, held].every(isWithin)
}

/** Where the output folder is now: aside, or where it was. */
function setAside(folder: string): string {
  try {
    const aside = asideOf(folder)
    renameSync(realPath(folder), aside)
    return aside
  } catch {
    return folder
  }
}

function asideOf(folder: string): string {
  const real = realPath(folder)
  return join(dirname(real), `.${basename(real)}.lectern-publishing`)
}

// Also of a folder that is set aside, so that nothing is where it was.
function realPath(folder: string): string {
  if (existsSync(folder)) return realpathSync(folder)
  const isLink = lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true
  return isLink ? realPath(resolve(dirname(folder), readlinkSync(folder))) : folder
}

// Git keeps an empty folder by a file in it, and puts both back where they are missing.
function isVacant(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).every(name => name === '.gitkeep')
}
