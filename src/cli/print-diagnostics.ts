// Diagnostics to standard error, in the form that the options ask for.

import type { Diagnostic } from '../diagnostic.ts'
import type { ExitCode, Terminal } from './commands.ts'
import type { Options } from './options.ts'
import { report, reportJson } from './report.ts'

/** Prints what the options want to see, and answers the exit code that all of it means. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], options: Options, terminal: Terminal): ExitCode {
  if (options.json) for (const diagnostic of diagnostics) terminal.printError(reportJson(diagnostic))
  else {
    const text = report(
      diagnostics.filter(diagnostic => isShown(diagnostic, options)),
      { colour: terminal.colour, verbose: options.verbose === true },
    )
    if (text !== '') terminal.printError(text)
  }
  return hasErrors(diagnostics, options) ? 1 : 0
}

function isShown({ severity }: Diagnostic, options: Options): boolean {
  return severity === 'error' || (!options.quiet && (severity === 'warning' || options.verbose === true || severity === 'hint'))
}

export function hasErrors(diagnostics: readonly Diagnostic[], options: Options): boolean {
  return diagnostics.some(({ severity }) => severity === 'error' || (options.strict === true && severity === 'warning'))
}

/** `1 error, 2 warnings`; empty if there is neither. */
export function countProblems(diagnostics: readonly Diagnostic[]): string {
  return (['error', 'warning'] as const)
    .map(severity => [severity, diagnostics.filter(diagnostic => diagnostic.severity === severity).length] as const)
    .flatMap(([severity, count]) => (count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`]))
    .join(', ')
}
