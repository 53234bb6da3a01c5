// Builds that share a folder for what is kept come one after another: each draws a number and waits for those before it. A number is a folder with
// the name of its process in it, which comes into being in one step; of a process that has ended anybody may take it away, since no other
// process has that name.
//
// Why no other is found to have its turn at the same time: of two numbers the one that was drawn later was looked at when both were there. If it is
// the higher, its process waits; if it is the lower, its process gives it back and draws again.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { errorCode } from '../text/error-code.ts'

export interface Turn {
  /** Another build had its turn meanwhile, so that what was read before may be old. */
  readonly hasWaited: boolean
  readonly end: () => void
}

const prefix = 'turn-'
/** In milliseconds. */
const lookAgainAfter = 50

/** `onWait` is told once, before a wait. */
export async function takeTurn(cache: string, onWait: (pid: number) => void): Promise<Turn> {
  const folder = join(cache, 'turns')
  mkdirSync(folder, { recursive: true })
  const { number, name } = drawNumber(folder)
  let hasWaited = false
  for (let first = firstBefore(number, folder); first !== undefined; first = firstBefore(number, folder)) {
    if (!hasWaited) onWait(first)
    hasWaited = true
    await new Promise(resolve => setTimeout(resolve, lookAgainAfter))
  }
  return { hasWaited, end: () => takeAway(join(folder, prefix + number), name) }
}

interface Ticket {
  readonly number: number
  /** Of the process. */
  readonly name: string
}

function drawNumber(folder: string): Ticket {
  const mine = mkdtempSync(join(folder, 'new-'))
  const name = `${process.pid}-${startOf(process.pid)}-${basename(mine)}`
  mkdirSync(join(mine, name))
  for (;;) {
    const number = Math.max(0, ...livingTickets(folder).map(ticket => ticket.number)) + 1
    if (!tryRename(mine, join(folder, prefix + number))) continue
    if (!livingTickets(folder).some(ticket => ticket.number > number)) return { number, name }
    renameSync(join(folder, prefix + number), mine)
  }
}

// A folder that is there and holds something is not replaced.
function tryRename(from: string, to: string): boolean {
  try {
    renameSync(from, to)
    return true
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'EPERM') return false
    throw error
  }
}

/** The process that has the turn, if one is before `number`. */
function firstBefore(number: number, folder: string): number | undefined {
  const before = livingTickets(folder).filter(ticket => ticket.number < number)
  return before.length === 0 ? undefined : Number.parseInt(before[0]?.name ?? '', 10)
}

function livingTickets(folder: string): Ticket[] {
  return readdirSync(folder).flatMap(entry => {
    const place = join(folder, entry)
    const living = namesIn(place).filter(name => {
      if (isRunning(name)) return true
      takeAway(place, name)
      return false
    })
    return entry.startsWith(prefix) ? living.map(name => ({ number: Number(entry.slice(prefix.length)), name })) : []
  })
}

function namesIn(place: string): string[] {
  try {
    return readdirSync(place)
  } catch {
    return []
  }
}

// Only what bears this name goes, and a folder only when it is empty: another process may have drawn the number again.
function takeAway(place: string, name: string): void {
  try {
    rmdirSync(join(place, name))
    rmdirSync(place)
  } catch (error) {
    if (errorCode(error) === undefined) throw error
  }
}

function isRunning(name: string): boolean {
  const [pid, start] = name.split('-')
  try {
    process.kill(Number(pid), 0)
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false
  }
  return startOf(Number(pid)) === start
}

// The system gives the number of a process that has ended to another; that one has begun at another time. One that has ended and that nobody has
// asked about yet (a zombie) has none. Told by Linux only.
function startOf(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return fields[0] === 'Z' ? 'ended' : (fields[19] ?? '')
  } catch {
    return ''
  }
}
