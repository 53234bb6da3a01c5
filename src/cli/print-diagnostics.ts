// Diagnostics to standard error, in the form that the options ask for.

import type { Diagnostic } from '../diagnostic.ts'
import type { ExitCode, Terminal } from './commands.ts'
import type { Options } from './options.ts'
import { report, reportJson } from './report.ts'

/** What there is to say, each thing once: many posts may meet the same mistake. With `--strict` a warning is an error. */
export function judge(diagnostics: readonly Diagnostic[], options: Options): readonly Diagnostic[] {
  const once = [...new Map(diagnostics.map(diagnostic => [reportJson(diagnostic), diagnostic])).values()]
  if (!options.strict) return once
  return once.map(diagnostic => (diagnostic.severity === 'warning' ? { ...diagnostic, severity: 'error' } : diagnostic))
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
}

/** Prints what the options want to see, and answers the exit code that all of it means. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], options: Options, terminal: Terminal): ExitCode {
  const judged = judge(diagnostics, options)
  if (options.json) for (const diagnostic of judged) terminal.printError(reportJson(diagnostic))
  else {
    const shown = judged.filter(({ severity }) => severity === 'error' || !options.quiet)
    const text = report(shown, { colour: terminal.colour, verbose: options.verbose === true })
    if (text !== '') terminal.printError(text)
  }
  return hasErrors(judged) ? 1 : 0
}

/** `1 error, 2 warnings`; empty if there is neither. */
export function countProblems(diagnostics: readonly Diagnostic[], options: Options): string {
  const judged = judge(diagnostics, options)
  return (['error', 'warning'] as const)
    .map(severity => [severity, judged.filter(diagnostic => diagnostic.severity === severity).length] as const)
    .flatMap(([severity, count]) => (count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`]))
    .join(', ')
}
