// `lectern import DIR`: copies a Jekyll blog into a site of ours, overwrites nothing, and ends by comparing the addresses of
// the two.

import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { OpenedSite } from '../../build.ts'
import type { Diagnostic } from '../../diagnostic.ts'
import { alreadyThere, lostAddress, notCarried, nothingToBuild } from '../../diagnostics.ts'
import { readFolder } from '../../io/read-folder.ts'
import { type ImportPlan, includesIn, planImport } from '../../migration/plan-import.ts'
import type { ExitCode, Reading, Terminal } from '../command.ts'
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
    return printDiagnostics('input' in old ? [nothingToBuild(resolve(terminal.folder, from))] : old, options, terminal)
  const root = resolve(terminal.folder, options.root ?? '.')
  const plan = planImport(pathsOf(old), old.input.config, includesOf(old))
  const { copied, kept } = copyAll(plan, old.root, root)
  const lost = await compareAddresses(old, root, terminal)
  const diagnostics = [...plan.left.map(({ what, why }) => notCarried(what, why)), ...kept.map(alreadyThere), ...lost]
  const exitCode = printDiagnostics(diagnostics, options, terminal)
  if (!options.quiet)
    terminal.printError(
      `Copied ${copied} ${copied === 1 ? 'file' : 'files'}. ${lost.length === 0 ? 'Every address of the blog is kept.' : `${lost.length} ${lost.length === 1 ? 'address' : 'addresses'} would change.`}`,
    )
  return exitCode
}

// Besides what the build reads, the folders it only looks into.
function pathsOf(old: OpenedSite): string[] {
  const special = ['_includes', '_layouts', '_plugins', '_data', '_drafts'].filter(folder => existsSync(join(old.root, folder)))
  const inSpecial = special.flatMap(folder =>
    readFolder(old.root, folder, { wants: () => true, isText: () => false }).map(({ path }) => String(path)),
  )
  return [...new Set([...old.input.sources.map(({ path }) => String(path)), ...inSpecial])]
}

// An include may use others.
function includesOf({ input }: OpenedSite): string[] {
  const wanted = new Set(input.sources.flatMap(({ content }) => (content.kind === 'text' ? includesIn(content.text) : [])))
  for (const name of wanted) for (const inner of includesIn(input.includes.get(name) ?? '')) wanted.add(inner)
  return [...wanted]
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

// A page that the program adds by itself may move; what the author wrote must not.
async function compareAddresses(old: OpenedSite, root: string, reading: Reading): Promise<Diagnostic[]> {
  const now = openSite({ root }, reading)
  if (!('input' in now)) return [...now]
  const after = load(now)
  const outputs = new Set<string>([...after.pages, ...after.files].map(({ output }) => output))
  return load(old)
    .entries.filter(({ output }) => !outputs.has(output))
    .map(({ permalink, source }) => lostAddress(permalink, source))
}
