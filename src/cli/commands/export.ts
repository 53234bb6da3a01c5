// `lectern export`: one JSON line a published post on standard output, for scripts, indexers and comparisons.

import type { Entry, Rendered } from '../../model.ts'
import { renderBodies } from '../../render/load-site.ts'
import { toIso } from '../../text/dates.ts'
import { countWords } from '../../text/reading-time.ts'
import type { ExitCode, Terminal } from '../commands.ts'
import { openSite } from '../open-site.ts'
import type { Options } from '../options.ts'
import { printDiagnostics } from '../print-diagnostics.ts'

export async function exportPosts(options: Options, terminal: Terminal): Promise<ExitCode> {
  const opened = openSite(options, terminal)
  if (!('loaded' in opened)) return printDiagnostics(opened, options, terminal)
  for await (const { entry, rendered } of renderBodies(opened.loaded)) terminal.print(JSON.stringify(lineOf(entry, rendered)))
  return printDiagnostics([...opened.early, ...opened.loaded.diagnostics], options, terminal)
}

function lineOf(entry: Entry, rendered: Rendered) {
  const dates = entry.kind === 'post' ? { date: toIso(entry.date), tags: entry.tags, categories: entry.categories, draft: entry.draft } : {}
  return {
    source: entry.source,
    url: entry.permalink,
    title: entry.title,
    ...dates,
    excerpt_html: entry.excerpt ?? rendered.excerptHtml,
    content_html: rendered.html,
    updated: entry.updated === undefined ? undefined : toIso(entry.updated),
    slug: entry.slug,
    description: entry.description,
    authors: entry.authors,
    lang: entry.lang,
    image: entry.image,
    layout: entry.layout,
    words: countWords(rendered.text),
    headings: rendered.headings,
    data: entry.data,
  }
}
