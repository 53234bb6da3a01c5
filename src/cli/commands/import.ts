// `lectern import DIR`: copies a Jekyll blog into a site of ours, overwrites nothing, and ends by comparing the addresses of
// the two.

import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { OpenedSite } from '../../build.ts'
import { isMap } from '../../config/readers.ts'
import { type Diagnostic, judge } from '../../diagnostic.ts'
import { alreadyThere, lostAddress, lostFile, notCarried } from '../../diagnostics/moving.ts'
import { alreadyOurs } from '../../diagnostics/output.ts'
import { readFolder } from '../../io/read-folder.ts'
import { type ImportPlan, planImport } from '../../migration/plan-import.ts'
import { sourcePath } from '../../model.ts'
import { renderPages } from '../../render/render-pages.ts'
import type { ExitCode, Reading, Terminal } from '../command.ts'
import { counted } from '../counted.ts'
import { load, openSite } from '../open-site.ts'
import type { Options } from '../options.ts'
import { printDiagnostics } from '../print-diagnostics.ts'

export async function importBlog(options: Options, terminal: Terminal & Reading, [from]: readonly string[]): Promise<ExitCode> {
  if (from === undefined) {
    terminal.printError('lectern import needs the folder of the blog: lectern import ~/my-blog')
    return 2
  }
  const old = openSite({ root: from }, terminal)
  if (!('input' in old) || old.input.config.shape !== 'jekyll')
    return printDiagnostics('input' in old ? [alreadyOurs(resolve(terminal.folder, from))] : old, options, terminal)
  const root = resolve(terminal.folder, options.root ?? '.')
  const plan = planImport(pathsOf(old), old.input.config)
  const { copied, kept } = copyAll(plan, old.root, root)
  const { lost, errors } = await compareAddresses(old, root, plan, terminal)
  const diagnostics = [...plan.left.map(({ what, why }) => notCarried(what, why)), ...kept.map(alreadyThere), ...lost, ...errors]
  const exitCode = printDiagnostics(diagnostics, options, terminal)
  if (!options.quiet) terminal.printError(`Copied ${counted(copied, 'file')}. ${verdict(lost.length, errors.length)}`)
  return exitCode
}

function verdict(lost: number, errors: number): string {
  if (errors > 0) return `The site does not build until ${counted(errors, 'error is', 'errors are')} mended.`
  return lost === 0 ? 'Every address of the blog is kept.' : `${counted(lost, 'address', 'addresses')} would change.`
}

// Besides what the build reads, the folders it only looks into, and collections whose files have no pages.
function pathsOf({ root, input }: OpenedSite): string[] {
  const { collections, collections_dir: folder } = input.config
  const labels = isMap(collections) ? Object.keys(collections).map(label => join(folder, `_${label}`)) : []
  const special = ['_includes', '_layouts', '_plugins', '_data', '_sass', '_drafts', ...labels].filter(name => existsSync(join(root, name)))
  const inSpecial = special.flatMap(name =>
    readFolder(root, name, { wants: path => !/(?:^|\/)\.(?:git|DS_Store)|~$/.test(path), isText: () => false }).map(({ path }) =>
      String(path),
    ),
  )
  return [...new Set([...input.sources.map(({ path }) => String(path)), ...inSpecial])]
}

// Overwrites nothing: what was there already is kept.
function copyAll(plan: ImportPlan, from: string, root: string): { readonly copied: number; readonly kept: readonly string[] } {
  let copied = 0
  const kept: string[] = []
  const place = (path: string, write: (to: string) => void): void => {
    const to = join(root, path)
    if (existsSync(to)) kept.push(path)
    else {
      mkdirSync(dirname(to), { recursive: true })
      write(to)
      copied++
    }
  }
  for (const copy of plan.copies) place(copy.to, to => copyFileSync(join(from, copy.from), to))
  const config = join(from, '_config.yml')
  const written = existsSync(config) ? `${readFileSync(config, 'utf8').trimEnd()}\n` : ''
  place('_config.yml', to => writeFileSync(to, `${written}${plan.config === '' ? '' : `\n# Added by lectern import\n${plan.config}`}`))
  return { copied, kept }
}

interface Outcome {
  readonly lost: readonly Diagnostic[]
  /** What keeps the new site from being built. */
  readonly errors: readonly Diagnostic[]
}

// A page that the program adds by itself may move; what the author wrote must not. Every page is rendered, since only a site that
// builds keeps any address.
async function compareAddresses(old: OpenedSite, root: string, plan: ImportPlan, reading: Reading): Promise<Outcome> {
  const now = openSite({ root }, reading)
  if (!('input' in now)) return { lost: [], errors: now }
  const [before, after] = [load(old), load(now)]
  const outputs = new Set<string>(after.files.map(({ output }) => output))
  const found: Diagnostic[] = [...now.diagnostics, ...after.diagnostics]
  for await (const { value, diagnostics } of renderPages(after)) {
    outputs.add(value.path)
    found.push(...diagnostics)
  }
  const placeOf = new Map(plan.copies.map(({ from, to }) => [from, sourcePath(to)]))
  const pages = before.entries.filter(({ output }) => !outputs.has(output))
  const others = before.files.filter(({ from, output }) => from !== 'theme' && !outputs.has(output))
  return {
    lost: [
      ...pages.map(({ permalink, source }) => lostAddress(permalink, placeOf.get(source))),
      ...others.map(({ output }) => lostFile(`/${output}`, undefined)),
    ],
    errors: judge(found, false).filter(({ severity }) => severity === 'error'),
  }
}
