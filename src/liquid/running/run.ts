// One text being rendered: what it can see, what it has written, and what there is to complain about.

import type { Diagnostic, Place } from '../../diagnostic.ts'
import { liquidFails, liquidTooMuch } from '../../diagnostics/texts.ts'
import { type SourcePath, sourcePath } from '../../model.ts'
import { momentAt } from '../../text/dates.ts'
import { positionAt } from '../../text/position.ts'
import type { Run } from '../nouns.ts'
import { laterOf, time } from '../values/kinds.ts'
import { field } from '../values/property.ts'

/** Enough for a loop over the posts within a loop over the posts of a large site. */
export const workLimit = 50_000_000
export const outputLimit = 50_000_000
export const marksLimit = 100_000
const nestingLimit = 100

export function find(run: Run, name: string): unknown {
  const { scopes, counters, environment } = run
  for (let index = scopes.length - 1; index >= 0; index -= 1) {
    const value = scopes[index]?.get(name)
    if (value !== undefined || scopes[index]?.has(name)) return settled(run, value)
  }
  return counters.get(name) ?? settled(run, field(environment, name))
}

/** Keeps a variable for the rest of the text. */
export function assign({ scopes }: Run, name: string, value: unknown): void {
  scopes[0]?.set(name, value)
}

/**
 * A value as it was found. One that is still to come counts as nothing for now, and the text is rendered again when it is there; a
 * date of YAML is told in the site's zone.
 */
export function settled(run: Run, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return time(momentAt(value.getTime(), run.engine.clock.zone))
  const make = laterOf(value)
  if (make !== undefined) return settled(run, make(run.reach))
  if (!(value instanceof Promise)) return value
  const { settled: known } = run.engine
  if (known.has(value)) return known.get(value)
  run.pending.push(value.then(result => void known.set(value, result)))
  return ''
}

/** Lets `use` see variables of its own. */
export function within<Result>(run: Run, variables: Map<string, unknown>, use: () => Result): Result {
  run.scopes.push(variables)
  const result = use()
  run.scopes.pop()
  return result
}

/** What `write` writes, as a text of its own. */
export function captured(run: Run, write: () => void): string {
  const before = run.out
  run.out = ''
  run.captures += 1
  write()
  const text = run.out
  run.out = before
  run.captures -= 1
  return text
}

/** Counts work; false when there was too much of it, and all is to stop. */
export function spend(run: Run, amount: number): boolean {
  run.work -= amount
  if (run.work >= 0) return true
  if (run.interrupt !== 'stop') stop(run, 'it never ends, or takes too long')
  return false
}

/** False when includes and blocks are nested so deep that something must contain itself. */
export function hasRoom(run: Run): boolean {
  if (run.scopes.length <= nestingLimit && run.frames.length <= nestingLimit) return true
  if (run.interrupt !== 'stop') stop(run, 'includes are nested too deep: does one include itself?')
  return false
}

function stop(run: Run, problem: string): void {
  run.diagnostics.push(liquidTooMuch(place(run), problem + whereInside(run)))
  run.interrupt = 'stop'
}

/** Complains about what the tag at work asks for, and gives nothing for its value. */
export function fail(run: Run, problem: string): undefined {
  report(run, place => liquidFails(place, problem + whereInside(run)))
}

/** Complains at the author's tag. */
export function report(run: Run, make: (place: Place) => Diagnostic): void {
  run.diagnostics.push(make(place(run)))
}

export function fileOf(run: Run): SourcePath {
  return sourcePath(run.frames.at(-1)?.file ?? '')
}

function place({ frames: [author] }: Run): Place {
  if (author === undefined) return { file: sourcePath('') }
  return { file: sourcePath(author.file), position: positionAt(author.text, author.at, author.length) }
}

// An author can only mend what he can find: the place in the include is named beside the tag that led there.
export function whereInside({ frames }: Run): string {
  const inner = frames.length > 1 ? frames.at(-1) : undefined
  return inner === undefined ? '' : ` (line ${positionAt(inner.text, inner.at).line} of ${inner.file})`
}
