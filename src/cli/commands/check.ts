// `lectern check`: renders everything and reports what is wrong, without writing. With `--against` also what readers of an old
// site would lose.

import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Diagnostic } from '../../diagnostic.ts'
import { nothingToCompare } from '../../diagnostics.ts'
import { readPublishedSite } from '../../io/read-published.ts'
import { addRedirects } from '../../migration/add-redirect.ts'
import { type Comparison, compareSites, type Lost } from '../../migration/compare-sites.ts'
import { type Published, readPublished } from '../../migration/published.ts'
import { feedId } from '../../pages/feed-entries.ts'
import { renderPages } from '../../render/load-site.ts'
import type { ExitCode, Terminal } from '../commands.ts'
import { type OpenedSite, openSite } from '../open-site.ts'
import type { Options } from '../options.ts'
import { countProblems, printDiagnostics } from '../print-diagnostics.ts'

export async function check(options: Options, terminal: Terminal): Promise<ExitCode> {
  const opened = openSite(options, terminal)
  if (!('loaded' in opened)) return printDiagnostics(opened, options, terminal)
  const now = await publishedNow(opened)
  const compared = options.against === undefined ? undefined : compareWith(opened, resolve(terminal.folder, options.against), now)
  const { pages, site, diagnostics } = opened.loaded
  const all = [...opened.early, ...diagnostics, ...(compared?.diagnostics ?? [])]
  const exitCode = printDiagnostics(all, options, terminal)
  if (options['write-redirects'] && compared) terminal.printError(writeRedirects(opened.root, compared.lost))
  if (options.quiet || options.json) return exitCode
  terminal.printError(
    `Checked ${pages.length} pages from ${site.posts.length} ${site.posts.length === 1 ? 'post' : 'posts'}: ${countProblems(all, options) || 'nothing is wrong'}`,
  )
  if (compared && compared.diagnostics.length === 0) terminal.printError('Compared with the old site: nothing is lost')
  return exitCode
}

// Templates are part of what is checked, so every page is rendered.
async function publishedNow({ loaded, input }: OpenedSite): Promise<Published> {
  const files: { path: string; content: string | undefined }[] = loaded.files.map(file => ({ path: file.output, content: undefined }))
  for await (const { path, content } of renderPages(loaded)) files.push({ path, content })
  const { files: paths, anchors } = readPublished(files)
  // A feed holds the newest posts only; the ids of all are what readers may have.
  return { files: paths, anchors, feedIds: new Set(loaded.site.posts.map(post => feedId(post, input.config))) }
}

function compareWith({ input, loaded }: OpenedSite, place: string, now: Published): Comparison {
  const old = readPublishedSite(place, input.config.baseurl)
  if (old === undefined) return { lost: [], diagnostics: [nothingToCompare(place)] satisfies Diagnostic[] }
  return compareSites(old, now, [...loaded.site.posts, ...loaded.site.pages])
}

function writeRedirects(root: string, lost: readonly Lost[]): string {
  const byFile = new Map<string, string[]>()
  for (const { address, became } of lost) if (became) byFile.set(became.source, [...(byFile.get(became.source) ?? []), address])
  for (const [source, addresses] of byFile)
    writeFileSync(join(root, source), addRedirects(readFileSync(join(root, source), 'utf8'), addresses))
  return `Wrote redirects into ${byFile.size} ${byFile.size === 1 ? 'file' : 'files'}; check once more to see what is left`
}
