// `lectern build`: makes the website, or leaves the last good one if something is wrong.

import { relative } from 'node:path'
import { type BuildResult, build as buildSite } from '../../build.ts'
import { refuseOutput } from '../../io/output-folder.ts'
import type { Environment, ExitCode } from '../command.ts'
import { cacheFolder, openSite, outputFolder } from '../open-site.ts'
import type { Options } from '../options.ts'
import { countProblems, printDiagnostics } from '../print-diagnostics.ts'
import { makeProgress } from '../progress.ts'

export async function build(options: Options, terminal: Environment): Promise<ExitCode> {
  const start = terminal.now()
  const opened = openSite(options, terminal)
  if (!('input' in opened)) return printDiagnostics(opened, options, terminal)
  const folder = outputFolder(opened, options, terminal)
  const refused = refuseOutput(folder, opened.root)
  if (refused) return printDiagnostics([refused], options, terminal)
  const progress = makeProgress({ ...terminal, isInteractive: terminal.isInteractive && !options.quiet })
  const result = await buildSite(opened, {
    folder,
    cache: cacheFolder(folder),
    program: terminal.program(),
    isStrict: options.strict === true,
    locks: options.lock === true,
    loadPagefind: terminal.loadPagefind,
    workerScript: terminal.workerScript,
    clock: terminal.now,
    onPage: progress.reach,
  })
  progress.end()
  const exitCode = printDiagnostics(result.diagnostics, options, terminal)
  if (!options.quiet && !options.json)
    terminal.printError(
      summary(result, countProblems(result.diagnostics, options), {
        folder: relative(terminal.folder, folder) || '.',
        milliseconds: terminal.now() - start - result.extraTime,
      }),
    )
  return exitCode
}

interface BuildFacts {
  /** As the author knows it. */
  readonly folder: string
  readonly milliseconds: number
}

function summary({ loaded, published, indexed, extraTime }: BuildResult, problems: string, { folder, milliseconds }: BuildFacts): string {
  const time = seconds(milliseconds)
  if (published === undefined || loaded === undefined) return `Nothing written: ${problems} (${time}). ${folder} is as it was.`
  const posts = loaded.site.posts.length
  const { changed, removed } = published
  const counts = [
    `${loaded.pages.length} pages from ${posts} ${posts === 1 ? 'post' : 'posts'}`,
    `${changed} ${changed === 1 ? 'file' : 'files'} changed`,
    ...(removed === 0 ? [] : [`${removed} removed`]),
  ]
  const search = indexed === 0 ? '' : `\nIndexed ${indexed} for search in ${seconds(extraTime)}`
  return `Built ${counts.join(', ')} in ${time} → ${folder}${problems === '' ? '' : ` (${problems})`}${search}`
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}
