// Diagnostics to standard error, in the form that the options ask for.

import { type Diagnostic, hasErrors, judge } from '../diagnostic.ts'
import type { ExitCode, Terminal } from './command.ts'
import { counted } from './counted.ts'
import type { Options } from './options.ts'
import { report, reportGithub, reportJson } from './report.ts'

/** Prints what the options want to see, and answers the exit code that all of it means. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], options: Options, terminal: Terminal): ExitCode {
  const judged = judge(diagnostics, options.strict === true)
  if (isForPrograms(options))
    for (const diagnostic of judged) terminal.printError(options.format === 'github' ? reportGithub(diagnostic) : reportJson(diagnostic))
  else {
    const shown = judged.filter(({ severity }) => severity === 'error' || !options.quiet)
    const text = report(shown, { colour: terminal.colour, verbose: options.verbose === true })
    if (text !== '') terminal.printError(text)
  }
  return hasErrors(judged) ? 1 : 0
}

/** True where what is printed is read by a program, so that nothing else may stand between. */
export function isForPrograms({ json, format }: Options): boolean {
  return json === true || format === 'json' || format === 'github'
}

/** `1 error, 2 warnings`; empty if there is neither. */
export function countProblems(diagnostics: readonly Diagnostic[], options: Options): string {
  const judged = judge(diagnostics, options.strict === true)
  return (['error', 'warning'] as const)
    .map(severity => [severity, judged.filter(diagnostic => diagnostic.severity === severity).length] as const)
    .flatMap(([severity, count]) => (count === 0 ? [] : [counted(count, severity)]))
    .join(', ')
}
