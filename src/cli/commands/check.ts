// `lectern check`: renders everything and reports what is wrong, without writing.

import { renderPages } from '../../build.ts'
import type { ExitCode, Terminal } from '../commands.ts'
import { openSite } from '../open-site.ts'
import type { Options } from '../options.ts'
import { countProblems, printDiagnostics } from '../print-diagnostics.ts'

export async function check(options: Options, terminal: Terminal): Promise<ExitCode> {
  const opened = openSite(options, terminal)
  if (!('loaded' in opened)) return printDiagnostics(opened, options, terminal)
  const { pages, site, diagnostics } = opened.loaded
  // Templates are part of what is checked, so every page is rendered, and dropped.
  for await (const _ of renderPages(opened.loaded));
  const all = [...opened.early, ...diagnostics]
  const exitCode = printDiagnostics(all, options, terminal)
  if (!options.quiet && !options.json)
    terminal.printError(
      `Checked ${pages.length} pages from ${site.posts.length} posts: ${countProblems(all, options) || 'nothing is wrong'}`,
    )
  return exitCode
}
