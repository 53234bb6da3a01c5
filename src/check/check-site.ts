// Everything that can be said of a site once its pages are made: of each text, of the site, and of what templates have put around.

import type { Heading, Link } from '../body.ts'
import type { Config } from '../config/config.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { Entry, Html, Site } from '../model.ts'
import { idsIn } from '../text/tags.ts'
import { checkAnchors, namesPlace } from './anchors.ts'
import { type CheckedPage, checkPages } from './page-checks.ts'
import { siteChecks } from './site-checks.ts'
import { textChecks } from './text-checks.ts'

/** A text as it was read. */
export interface ReadEntry {
  readonly entry: Entry
  readonly content: Html
  readonly headings: readonly Heading[]
  readonly description: string
  /** As its author wrote them, and as the page shows them. */
  readonly written: readonly Link[]
  readonly shown: readonly Link[]
}

export interface MadeSite {
  readonly site: Site
  readonly config: Config
  readonly texts: readonly ReadEntry[]
  readonly pages: readonly CheckedPage[]
  /** Paths of all files below the output folder, decoded. */
  readonly files: ReadonlySet<string>
}

export function checkSite({ site, config, texts, pages, files }: MadeSite): Diagnostic[] {
  const byOutput = new Map(pages.map(page => [page.path, page]))
  const byEntry = new Map(texts.map(text => [text.entry, text]))
  const entries = texts.map(({ entry }) => entry)
  const anchors = checkAnchors(
    entries,
    entry => byEntry.get(entry)?.written.filter(namesPlace),
    entry => byOutput.get(entry.output)?.places,
    config.baseurl,
  )
  const shown = texts.flatMap(text => text.shown)
  // What an author has written has been checked where he wrote it.
  const told = new Set([...shown, ...texts.flatMap(({ written }) => written)].map(({ url }) => url))
  return [
    ...texts.flatMap(text => textChecks.flatMap(check => check({ ...text, lines: text.entry.body.split('\n'), ids: idsIn(text.content) }))),
    ...anchors,
    ...siteChecks.flatMap(check => check({ site, config, linked: shown })),
    ...checkPages(pages, files, config.baseurl, told),
  ]
}
