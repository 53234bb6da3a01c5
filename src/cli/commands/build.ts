// `lectern build`: makes the website, or leaves the last good one if something is wrong.

import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import { type BuildResult, build as buildSite, type OpenedSite } from '../../build.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import { refuseOutput } from '../../io/output-folder.ts'
import { writingFailed } from '../../io/publish-outputs.ts'
import { type Turn, takeTurn } from '../../io/turns.ts'
import type { Environment, ExitCode, Terminal } from '../command.ts'
import { counted } from '../counted.ts'
import { cacheFolder, openSite, outputFolder } from '../open-site.ts'
import type { Options } from '../options.ts'
import { countProblems, isForPrograms, printDiagnostics } from '../print-diagnostics.ts'
import { makeProgress } from '../progress.ts'

export async function build(options: Options, terminal: Environment): Promise<ExitCode> {
  const start = terminal.now()
  const opened = openSite(options, terminal)
  if (!('input' in opened)) return printDiagnostics(opened, options, terminal)
  const folder = outputFolder(opened, options, terminal)
  const refused = refuseOutput(folder, opened.root)
  if (refused) return printDiagnostics([refused], options, terminal)
  const turn = await tryTakeTurn(folder, terminal)
  if (!('end' in turn)) return printDiagnostics([turn], options, terminal)
  try {
    // What was read before another build had its turn may be older than what that one has published.
    const now = turn.hasWaited ? openSite(options, terminal) : opened
    return 'input' in now ? await buildAlone(now, { folder, start }, options, terminal) : printDiagnostics(now, options, terminal)
  } finally {
    turn.end()
  }
}

async function tryTakeTurn(folder: string, terminal: Terminal): Promise<Turn | Diagnostic> {
  try {
    return await takeTurn(cacheFolder(folder), pid =>
      terminal.printError(`Another build runs here (process ${pid}); this one begins when it has ended.`),
    )
  } catch (error) {
    return writingFailed(error, folder)
  }
}

async function buildAlone(
  opened: OpenedSite,
  { folder, start }: { readonly folder: string; readonly start: number },
  options: Options,
  terminal: Environment,
): Promise<ExitCode> {
  const progress = makeProgress({ ...terminal, isInteractive: terminal.isInteractive && !options.quiet })
  const result = await buildSite(opened, {
    folder,
    cache: cacheFolder(folder),
    program: terminal.program,
    isStrict: options.strict === true,
    locks: options.lock === true,
    loadPagefind: terminal.loadPagefind,
    undisturbed: terminal.undisturbed,
    workerScript: terminal.workerScript,
    clock: terminal.now,
    onPage: progress.reach,
  })
  progress.end()
  const exitCode = printDiagnostics(result.diagnostics, options, terminal)
  if (!options.quiet && !isForPrograms(options))
    terminal.printError(
      summary(result, countProblems(result.diagnostics, options), {
        folder: relative(terminal.folder, folder) || '.',
        isThere: existsSync(folder),
        milliseconds: terminal.now() - start - result.extraTime,
      }),
    )
  return exitCode
}

interface BuildFacts {
  /** As the author knows it. */
  readonly folder: string
  readonly isThere: boolean
  readonly milliseconds: number
}

function summary(
  { loaded, published, indexed, extraTime }: BuildResult,
  problems: string,
  { folder, isThere, milliseconds }: BuildFacts,
): string {
  const time = seconds(milliseconds)
  if (published === undefined || loaded === undefined)
    return `Nothing written: ${problems} (${time}). ${isThere ? `${folder} is as it was.` : `There is no ${folder} yet.`}`
  const { changed, removed } = published
  const counts = [
    `${counted(loaded.pages.length, 'page')} from ${counted(loaded.site.posts.length, 'post')}`,
    `${counted(changed, 'file')} changed`,
    ...(removed === 0 ? [] : [`${removed} removed`]),
  ]
  const search = indexed === 0 ? '' : `\nIndexed ${indexed} for search in ${seconds(extraTime)}`
  return `Built ${counts.join(', ')} in ${time} → ${folder}${problems === '' ? '' : ` (${problems})`}${search}`
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}
