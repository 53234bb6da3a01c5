// `lectern export`: one JSON line a published post on standard output, for scripts, indexers and comparisons.

import type { Diagnostic } from '../../diagnostic.ts'
import type { Entry } from '../../model.ts'
import type { WholeText } from '../../render/entry-text.ts'
import { readTexts } from '../../render/render-pages.ts'
import { toIso } from '../../text/dates.ts'
import { countWords } from '../../text/reading-time.ts'
import type { ExitCode, Reading, Terminal } from '../command.ts'
import { load, openSite } from '../open-site.ts'
import type { Options } from '../options.ts'
import { printDiagnostics } from '../print-diagnostics.ts'

export async function exportPosts(options: Options, terminal: Terminal & Reading): Promise<ExitCode> {
  const opened = openSite(options, terminal)
  if (!('input' in opened)) return printDiagnostics(opened, options, terminal)
  const loaded = load(opened)
  const diagnostics: Diagnostic[] = [...opened.diagnostics, ...loaded.diagnostics]
  for await (const { value, diagnostics: found } of readTexts(loaded)) {
    terminal.print(JSON.stringify(lineOf(value.entry, value.text)))
    diagnostics.push(...found)
  }
  return printDiagnostics(diagnostics, options, terminal)
}

function lineOf(entry: Entry, text: WholeText) {
  const dates = entry.kind === 'post' ? { date: toIso(entry.date), tags: entry.tags, categories: entry.categories, draft: entry.draft } : {}
  return {
    source: entry.source,
    url: entry.permalink,
    title: entry.title,
    ...dates,
    excerpt_html: entry.excerpt ?? text.excerpt,
    content_html: text.plain(),
    updated: entry.updated === undefined ? undefined : toIso(entry.updated),
    slug: entry.slug,
    description: entry.description,
    authors: entry.authors,
    lang: entry.lang,
    image: entry.image,
    layout: entry.layout,
    words: countWords(text.words),
    headings: text.headings(),
    data: entry.data,
  }
}
