// `lectern check`: renders everything and reports what is wrong, without writing. With `--against` also what readers of an old
// site would lose.

import { readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { OpenedSite } from '../../build.ts'
import { checkSite, type ReadEntry } from '../../check/check-site.ts'
import { judgeLinks } from '../../check/external.ts'
import type { FeedFile } from '../../check/feeds.ts'
import { type CheckedPage, readPage } from '../../check/page-checks.ts'
import { type Checked, type Diagnostic, inOrderOf } from '../../diagnostic.ts'
import { nothingToCompare, redirectNotWritten } from '../../diagnostics/moving.ts'
import { readOldSite } from '../../io/read-published.ts'
import { replaceFile } from '../../io/replace-file.ts'
import { addRedirects } from '../../migration/add-redirect.ts'
import { type Comparison, compareSites, type Lost } from '../../migration/compare-sites.ts'
import { type Published, publishedBySitemap, readPublished } from '../../migration/published.ts'
import type { SourcePath } from '../../model.ts'
import { feedId } from '../../pages/feed-entries.ts'
import { descriptionOf } from '../../pages/view.ts'
import type { LoadedSite } from '../../render/load-site.ts'
import { renderPages } from '../../render/render-pages.ts'
import type { SiteInput } from '../../site/site-input.ts'
import { askLinks } from '../ask-links.ts'
import type { ExitCode, Reading, Terminal } from '../command.ts'
import { counted } from '../counted.ts'
import { cacheFolder, load, openSite, outputFolder } from '../open-site.ts'
import type { Options } from '../options.ts'
import { countProblems, isForPrograms, printDiagnostics } from '../print-diagnostics.ts'

export async function check(options: Options, terminal: Terminal & Reading): Promise<ExitCode> {
  const opened = openSite(options, terminal)
  if (!('input' in opened)) return printDiagnostics(opened, options, terminal)
  const loaded = load(opened)
  const { pages, site } = loaded
  const now = await publishedNow(loaded, opened.input)
  const texts = await readEntries(loaded)
  const external = options.external ? await checkExternal(texts, outputFolder(opened, options, terminal), terminal) : []
  const { checkFeeds } = await import('../../check/feeds.ts')
  const feeds = checkFeeds(now.feeds, { ...opened.input.config, files: now.value.files })
  const made = { site, config: opened.input.config, texts, pages: now.pages, files: now.value.files }
  const compared =
    options.against === undefined ? undefined : compareWith(loaded, opened, resolve(terminal.folder, options.against), now.value)
  const found = inOrderOf(loaded.entries, [...loaded.diagnostics, ...now.diagnostics, ...checkSite(made), ...feeds, ...external])
  const written = options['write-redirects'] && compared ? writeRedirects(opened.root, compared.lost) : undefined
  const all = [...opened.diagnostics, ...found, ...(compared?.diagnostics ?? []), ...(written?.diagnostics ?? [])]
  const exitCode = printDiagnostics(all, options, terminal)
  if (written) terminal.printError(written.value)
  if (options.quiet || isForPrograms(options)) return exitCode
  terminal.printError(
    `Checked ${counted(pages.length, 'page')} from ${counted(site.posts.length, 'post')}: ${countProblems(all, options) || 'nothing is wrong'}`,
  )
  if (compared && compared.diagnostics.length === 0) terminal.printError('Compared with the old site: nothing is lost')
  return exitCode
}

interface PublishedNow extends Checked<Published> {
  readonly pages: readonly CheckedPage[]
  readonly feeds: readonly FeedFile[]
}

// Templates are part of what is checked, so every page is rendered.
async function publishedNow(loaded: LoadedSite, { config }: SiteInput): Promise<PublishedNow> {
  const pages: CheckedPage[] = []
  const feeds: FeedFile[] = []
  const sources = new Map(loaded.pages.flatMap(({ output, from }) => (from.kind === 'source' ? [[output, from.source] as const] : [])))
  const files: { path: string; content: string | undefined }[] = loaded.files.map(file => ({ path: file.output, content: undefined }))
  const diagnostics: Diagnostic[] = []
  for await (const { value: output, diagnostics: found } of renderPages(loaded)) {
    files.push({ path: output.path, content: typeof output.content === 'string' ? output.content : undefined })
    diagnostics.push(...found)
    if (typeof output.content !== 'string') continue
    if (output.path.endsWith('.html')) pages.push(readPage(output.path, output.content))
    const source = sources.get(output.path)
    if (/\.(?:xml|atom|rss|json)$/.test(output.path)) feeds.push({ path: output.path, text: output.content, ...(source && { source }) })
  }
  const { files: paths, anchors } = readPublished(files)
  // A feed holds the newest posts only; the ids of all are what readers may have.
  const feedIds = new Set(loaded.site.posts.map(post => feedId(post, config)))
  return { value: { files: paths, anchors, feedIds }, diagnostics, pages, feeds }
}

async function readEntries({ entries, renderer }: LoadedSite): Promise<ReadEntry[]> {
  const texts: ReadEntry[] = []
  for (const entry of entries) {
    const { value: text } = await renderer.wholeText(entry)
    const shown = text.links()
    texts.push({
      entry,
      content: text.content(),
      headings: text.headings(),
      description: descriptionOf(entry, text),
      written: text.written,
      shown,
    })
  }
  return texts
}

async function checkExternal(texts: readonly ReadEntry[], output: string, terminal: Terminal & Reading): Promise<readonly Diagnostic[]> {
  const links = texts.flatMap(({ entry, written }) => written.filter(({ url }) => /^https?:/.test(url)).map(link => ({ entry, link })))
  const { isInteractive, draw, now } = terminal
  const onAnswer = (done: number, total: number): void => void (isInteractive && draw(`\r${done} of ${total} addresses asked `))
  const answers = await askLinks(links, { file: join(cacheFolder(output), 'links.json'), now, onAnswer })
  if (isInteractive) draw('\r\u001b[K')
  return judgeLinks(links, answers)
}

function compareWith({ entries }: LoadedSite, { root, input }: OpenedSite, place: string, now: Published): Comparison {
  const old = readOldSite(place)
  if (old === undefined) return { lost: [], diagnostics: [nothingToCompare(place)] satisfies Diagnostic[] }
  const published = old.kind === 'folder' ? readPublished(old.files) : publishedBySitemap(old.text, input.config.baseurl)
  // A copy of the old site that lies among the new one's files is no part of it.
  const copy = `${relative(root, place).replaceAll('\\', '/')}/`
  const files = new Set([...now.files].filter(file => !file.startsWith(copy)))
  return compareSites(published, { ...now, files }, entries)
}

/** What was done, for the terminal. */
function writeRedirects(root: string, lost: readonly Lost[]): Checked<string> {
  const byFile = new Map<SourcePath, string[]>()
  for (const { address, became } of lost) if (became) byFile.set(became.source, [...(byFile.get(became.source) ?? []), address])
  const diagnostics = [...byFile].flatMap(([file, addresses]) => {
    const refused = writeInto(join(root, file), addresses)
    return refused === undefined ? [] : [redirectNotWritten({ file }, addresses, refused)]
  })
  const count = byFile.size - diagnostics.length
  return {
    value: count === 0 ? 'Wrote no redirects' : `Wrote redirects into ${counted(count, 'file')}; check once more to see what is left`,
    diagnostics,
  }
}

/** The reason why nothing was written, if there is one. */
function writeInto(place: string, addresses: readonly string[]): string | undefined {
  try {
    const result = addRedirects(readFileSync(place, 'utf8'), addresses)
    if ('refused' in result) return result.refused
    replaceFile(place, result.text)
    return undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error) return `it cannot be written (${String(error.code)})`
    throw error
  }
}
