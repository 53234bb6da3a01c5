// What a publication is going to do, written down before any of it is done. Each step can be taken twice and can be taken back, so whatever ends a
// publication in the middle, who finds its journal can bring it to its end, or to its beginning.

import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode } from '../text/error-code.ts'
import { isInside } from './output-folder.ts'
import { placesOf, replaceFile } from './replace-file.ts'

export interface Journal {
  readonly moves: readonly Move[]
  /** The names of those companions that have a new text waiting. */
  readonly companions: readonly string[]
}

/** A file or folder that takes its place. */
export interface Move {
  /** Below the staging folder; without it what is at the place goes. */
  readonly from?: string
  /** Below the output folder. */
  readonly to: string
}

/** Files elsewhere that belong to a published site, by name: absolute paths. They change with it or not at all. */
export type Companions = Readonly<Record<string, string>>

/** A move with absolute paths. */
export interface Step {
  readonly from: string | undefined
  readonly to: string
  /** Where what was at the place is held. */
  readonly held: string
  readonly isCompanion: boolean
}

/** Where a journal stands, and what its steps move. */
export interface JournalPlaces {
  /** The output folder where it is now, and the staging folder in it. */
  readonly folder: string
  readonly staging: string
  readonly companions: Companions
}

const fileName = 'journal'
/** In the staging folder. */
export const heldFolder = 'held'

export function writeJournal(staging: string, journal: Journal): void {
  replaceFile(join(staging, fileName), JSON.stringify(journal))
}

export function hasJournal(staging: string): boolean {
  return existsSync(join(staging, fileName))
}

export function removeJournal(staging: string): void {
  rmSync(join(staging, fileName), { force: true })
}

/** The steps of the journal that stands; undefined where there is none. Whoever can write into the output could have written it, so a step that
    leads anywhere else is none of ours. */
export function readSteps(places: JournalPlaces): Step[] | undefined {
  if (!hasJournal(places.staging)) return undefined
  return stepsOf(journalIn(readFileSync(join(places.staging, fileName), 'utf8')), places)
}

function journalIn(text: string): Journal {
  const { moves, companions } = JSON.parse(text) as Journal
  const isMove = ({ from, to }: Move): boolean => typeof to === 'string' && (from === undefined || typeof from === 'string')
  return { moves: moves.filter(isMove), companions: companions.filter(name => typeof name === 'string') }
}

function stepsOf({ moves, companions: names }: Journal, { folder, staging, companions }: JournalPlaces): Step[] {
  const inside = moves.map(({ from, to }, index) => ({
    from: from === undefined ? undefined : join(staging, from),
    to: join(folder, to),
    held: join(staging, heldFolder, String(index)),
    isCompanion: false,
  }))
  const beside = Object.entries(companions).filter(([name]) => names.includes(name))
  return [
    ...inside.filter(({ from, to }) => isInside(to, folder) && (from === undefined || isInside(from, staging))),
    ...beside.map(([, path]) => placesOf(path)).map(({ target, beside, held }) => ({ from: beside, to: target, held, isCompanion: true })),
  ]
}

export function takeSteps(steps: readonly Step[]): void {
  for (const { from, to, held } of steps) {
    const isTaken = from === undefined ? existsSync(held) : !existsSync(from)
    if (isTaken) continue
    moveIfThere(to, held)
    if (from !== undefined) renameSync(from, to)
  }
}

/** Steps that were not taken stay so. */
export function takeBackSteps(steps: readonly Step[]): void {
  for (const { from, to, held } of [...steps].reverse()) {
    if (from !== undefined && !existsSync(from)) moveIfThere(to, from)
    moveIfThere(held, to)
  }
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}
