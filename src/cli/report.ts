// Diagnostics as an author sees them in a terminal.

import type { Diagnostic, Severity } from '../diagnostic.ts'

export interface ReportOptions {
  readonly colour: boolean
  /** Shows every one of many diagnostics of a kind. */
  readonly verbose: boolean
}

/** How many warnings or hints of a kind, and how many errors, are shown before the rest is only counted. */
const shownOfKind = { error: 50, warning: 4, hint: 2 }

const colours: Record<Severity | 'place' | 'dim', string> = {
  error: '31;1',
  warning: '33;1',
  hint: '36;1',
  place: '1',
  dim: '2',
}

/** The report, one paragraph a diagnostic, sorted by file and line; empty for none. */
export function report(diagnostics: readonly Diagnostic[], options: ReportOptions): string {
  const paint = (style: keyof typeof colours, text: string): string => (options.colour ? `\u001b[${colours[style]}m${text}\u001b[0m` : text)
  const counts = new Map<string, number>()
  const shown: string[] = []
  for (const diagnostic of [...diagnostics].sort(byPlace)) {
    const count = (counts.get(diagnostic.code) ?? 0) + 1
    counts.set(diagnostic.code, count)
    if (options.verbose || count <= shownOfKind[diagnostic.severity]) shown.push(paragraph(diagnostic, paint))
  }
  const hidden = diagnostics.length - shown.length
  if (hidden > 0) shown.push(paint('dim', `and ${hidden} more like these; --verbose shows them`))
  return shown.join('\n')
}

function byPlace(one: Diagnostic, other: Diagnostic): number {
  const [oneFile, otherFile] = [one.file ?? '', other.file ?? '']
  if (oneFile !== otherFile) return oneFile < otherFile ? -1 : 1
  return (one.position?.line ?? 0) - (other.position?.line ?? 0)
}

function paragraph(diagnostic: Diagnostic, paint: (style: keyof typeof colours, text: string) => string): string {
  const { severity, code, message, hint } = diagnostic
  const head = `${paint('place', placeOf(diagnostic))}${paint(severity, severity)} ${message} ${paint('dim', `[${code}]`)}`
  return [head, ...frame(diagnostic, paint), ...(hint === undefined ? [] : [`  ${paint('dim', 'mend:')} ${hint}`])].join('\n')
}

function placeOf({ file, position }: Diagnostic): string {
  return file === undefined ? '' : `${file}:${position?.line ?? 1}:${position?.column ?? 1}: `
}

const frameWidth = 100

// The line itself, with carets below what is meant. Tabs stay tabs, so that the carets stand right at any tab width.
function frame({ position }: Diagnostic, paint: (style: keyof typeof colours, text: string) => string): string[] {
  if (position === undefined || position.lineText.trim() === '') return []
  const number = String(position.line)
  // Of a line as long as a paragraph only the part around the place is shown.
  const { left = 0 } = position
  const column = position.column - left
  const cut = Math.max(0, column - frameWidth / 2)
  const line = position.lineText.slice(cut, cut + frameWidth)
  const [before, after] = [left + cut > 0 ? '…' : '', cut + frameWidth < position.lineText.length ? '…' : '']
  const indent = (before + line).slice(0, before.length + column - 1 - cut).replace(/[^\t]/g, ' ')
  const length = Math.max(1, Math.min(position.length, before.length + line.length - indent.length))
  return [
    `  ${paint('dim', `${number} |`)} ${before}${line}${after}`,
    `  ${paint('dim', `${' '.repeat(number.length)} |`)} ${indent}${paint('error', '^'.repeat(length))}`,
  ]
}

/** One diagnostic as a line of JSON, for editors and scripts. What is said of a whole file is said at its first line. */
export function reportJson({ file, position, severity, code, message, hint }: Diagnostic): string {
  const { line, column } = position ?? (file === undefined ? {} : { line: 1, column: 1 })
  return JSON.stringify({ file, line, column, severity, code, message, hint })
}

/** One diagnostic as an annotation of GitHub's (workflow commands). */
export function reportGithub({ file, position, severity, code, message, hint }: Diagnostic): string {
  const kind = { error: 'error', warning: 'warning', hint: 'notice' }[severity]
  const { line, column } = position ?? { line: 1, column: 1 }
  const place = file === undefined ? '' : `file=${property(file)},line=${line},col=${column},`
  return `::${kind} ${place}title=${property(code)}::${escaped(hint === undefined ? message : `${message}\nmend: ${hint}`)}`
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
