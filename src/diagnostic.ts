// What a complaint is: a value that says what is wrong, where, and how to mend it. Stages return them; only the command line prints them.

import type { Entry, SourcePath } from './model.ts'
import { type Position, positionOnLine } from './text/position.ts'

/** `error` keeps the last good site, `warning` does not, `hint` is a guess that may be wrong. */
export type Severity = 'error' | 'warning' | 'hint'

export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  /** What is wrong, as a sentence without a full stop. */
  readonly message: string
  /** How to mend it. */
  readonly hint?: string
  readonly file?: SourcePath
  readonly position?: Position
}

/** A place in a file; without a position the whole file is meant. */
export interface Place {
  readonly file: SourcePath
  readonly position?: Position
}

/** A value with what there is to say about it. */
export interface Checked<Value> {
  readonly value: Value
  readonly diagnostics: readonly Diagnostic[]
}

/** The place of the first of `needles` that stands in the `lines` of an entry's body, on `line` (counted as in the file) or soon after it. */
export function placeInBody({ source, bodyLine }: Entry, lines: readonly string[], line: number, ...needles: readonly string[]): Place {
  const following = lines.slice(line - bodyLine, line - bodyLine + 60)
  const needle = needles.find(wanted => following.some(text => text.includes(wanted))) ?? needles.at(-1) ?? ''
  const after = Math.max(
    0,
    following.findIndex(text => text.includes(needle)),
  )
  return {
    file: source,
    position: { ...positionOnLine(lines, line - bodyLine + 1 + after, needle), line: line + after },
  }
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
}

/** What there is to say, each thing once: many pages may meet the same mistake. Where the author is strict a warning is an error. */
export function judge(diagnostics: readonly Diagnostic[], isStrict: boolean): readonly Diagnostic[] {
  const once = onceATemplate([...new Map(diagnostics.map(diagnostic => [identityOf(diagnostic), diagnostic])).values()])
  if (!isStrict) return once
  return once.map(diagnostic => (diagnostic.severity === 'warning' ? { ...diagnostic, severity: 'error' } : diagnostic))
}

function identityOf({ code, severity, message, file, position }: Diagnostic): string {
  return `${code} ${severity} ${file} ${position?.line} ${position?.column} ${message}`
}

// What fails in a template fails on every page that it makes, and is mended in one place.
function onceATemplate(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>()
  const keyOf = ({ code, file, position }: Diagnostic): string | undefined =>
    code === 'template/error' && position !== undefined ? `${file} ${position.line} ${position.column}` : undefined
  for (const key of diagnostics.map(keyOf)) if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1)
  return diagnostics.flatMap(diagnostic => {
    const key = keyOf(diagnostic)
    if (key === undefined) return diagnostic
    const others = (counts.get(key) ?? 0) - 1
    counts.set(key, 0)
    if (others < 0) return []
    return others === 0
      ? diagnostic
      : { ...diagnostic, message: `${diagnostic.message}; and on ${others} other ${others === 1 ? 'page' : 'pages'}` }
  })
}

/** Diagnostics in the order of their files among `entries`, those of other files first: who met them when must not show. */
export function inOrderOf(entries: readonly Entry[], diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const places = new Map<string, number>(entries.map(({ source }, place) => [source, place]))
  const placeOf = ({ file }: Diagnostic): number => places.get(file ?? '') ?? -1
  return diagnostics.toSorted((one, other) => placeOf(one) - placeOf(other))
}
