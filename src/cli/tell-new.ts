// What a preview prints while somebody writes.

import { type Diagnostic, hasErrors } from '../diagnostic.ts'
import type { Terminal } from './command.ts'
import type { Options } from './options.ts'
import { printDiagnostics } from './print-diagnostics.ts'

/**
 * Prints what is wrong as a build does, each thing when it is new: what a line above has moved, or a page shows again, is not. Only of the
 * `whole` it is known that what is not told any more has been mended.
 */
export function tellNew(options: Options, terminal: Terminal): (problems: readonly Diagnostic[], isWhole: boolean) => void {
  const told = new Map<string, Diagnostic>()
  const keyOf = ({ code, file, message }: Diagnostic): string => `${code} ${file} ${message}`
  return (problems, isWhole) => {
    printDiagnostics(
      problems.filter(problem => !told.has(keyOf(problem))),
      options,
      terminal,
    )
    const wasWrong = hasErrors([...told.values()])
    // An error that was mended is one again when it comes back.
    if (isWhole) for (const [key, { severity }] of told) if (severity === 'error') told.delete(key)
    for (const problem of problems) told.set(keyOf(problem), problem)
    if (isWhole && wasWrong && !hasErrors(problems)) terminal.printError('All is well again')
  }
}
