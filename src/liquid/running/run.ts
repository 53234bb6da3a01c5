// One text being rendered: what it can see, what it has written, and what there is to complain about.

import type { Diagnostic, Place } from '../../diagnostic.ts'
import { liquidFails, liquidTooMuch } from '../../diagnostics/texts.ts'
import { type SourcePath, sourcePath } from '../../model.ts'
import { momentAt } from '../../text/dates.ts'
import { positionAt } from '../../text/position.ts'
import type { Run } from '../nouns.ts'
import { isRange, laterOf, printedDrop, sizeOfRange, time } from '../values/kinds.ts'
import { field } from '../values/property.ts'

/** Enough for a loop over the posts within a loop over the posts of a large site. */
export const workLimit = 50_000_000
export const outputLimit = 50_000_000
export const marksLimit = 100_000
/** As long as a file of the author's may be: what is Markdown is read slower than it is written. */
const markdownLimit = 5_000_000
/** Enough for the texts of thousands of posts, a few times over. */
const heldLimit = 250_000_000
const mostSaid = 20
const reportCost = 500
const nestingLimit = 100

export function find(run: Run, name: string): unknown {
  const { scopes, counters, environment } = run
  for (let index = scopes.length - 1; index >= 0; index -= 1) {
    const value = scopes[index]?.get(name)
    if (value !== undefined || scopes[index]?.has(name)) return settled(run, value)
  }
  return counters.get(name) ?? settled(run, field(environment, name))
}

/** Keeps a variable for the rest of the text, unless all of them would hold too much. */
export function assign(run: Run, name: string, value: unknown): void {
  const size = sizeOf(value)
  const held = run.held + size - (run.holds.get(name) ?? 0)
  if (held > heldLimit) {
    stop(run, 'its variables hold more than there is room for')
    return
  }
  run.held = held
  run.holds.set(name, size)
  run.scopes[0]?.set(name, value)
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length
  return Array.isArray(value) ? value.reduce<number>((sum, item) => sum + 1 + (typeof item === 'string' ? item.length : 0), 0) : 0
}

/** What it costs to go through a value once: signs of a text are seen many at a time. */
export function costOf(value: unknown): number {
  if (typeof value === 'string') return 1 + value.length / 32
  return Array.isArray(value) ? 1 + 2 * value.length : isRange(value) ? sizeOfRange(value) : 1
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

/** What stands for the value where it is taken as a text: a document is the page that is made of it, which may be still to come. */
export function asText(run: Run, value: unknown): unknown {
  const printed = printedDrop(value)?.()
  return typeof printed === 'object' && printed !== null && laterOf(printed) !== undefined ? settled(run, printed) : value
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
  stop(run, 'it never ends, or takes too long')
  return false
}

/** False when more was written than any page holds. */
export function hasPaper(run: Run): boolean {
  const limit = run.isMarkdown && run.captures === 0 ? markdownLimit : outputLimit
  if (run.out.length <= limit) return true
  stop(run, `it writes more than ${limit / 1_000_000} million characters`)
  return false
}

/** False when includes and blocks are nested so deep that something must contain itself. */
export function hasRoom(run: Run): boolean {
  if (run.scopes.length <= nestingLimit && run.frames.length <= nestingLimit) return true
  stop(run, 'includes are nested too deep: does one include itself?')
  return false
}

function stop(run: Run, problem: string): void {
  if (run.interrupt === 'stop') return
  run.interrupt = 'stop'
  run.diagnostics.push(liquidTooMuch(place(run), problem + whereInside(run)))
}

/** Complains about what the tag at work asks for, and gives nothing for its value. */
export function fail(run: Run, problem: string): undefined {
  report(run, place => liquidFails(place, problem + whereInside(run)))
}

/** Complains at the author's tag: once for what it says every time round, and of much that differs a little. */
export function report(run: Run, make: (place: Place) => Diagnostic): void {
  const at = run.frames[0]?.at ?? 0
  const said = run.said.get(at) ?? new Set()
  // What is said in an include is looked up in its text.
  if (said.size === mostSaid || !spend(run, reportCost + costOf(run.frames.at(-1)?.text))) return
  const diagnostic = make(place(run))
  if (said.has(diagnostic.message)) return
  run.said.set(at, said.add(diagnostic.message))
  run.diagnostics.push(diagnostic)
}

export function fileOf(run: Run): SourcePath {
  return sourcePath(run.frames.at(-1)?.file ?? '')
}

function place({ frames: [author], positionAt }: Run): Place {
  if (author === undefined) return { file: sourcePath('') }
  return { file: sourcePath(author.file), position: positionAt(author.at, author.length) }
}

// An author can only mend what he can find: the place in the include is named beside the tag that led there.
export function whereInside({ frames }: Run): string {
  const inner = frames.length > 1 ? frames.at(-1) : undefined
  return inner === undefined ? '' : ` (line ${positionAt(inner.text, inner.at).line} of ${inner.file})`
}
