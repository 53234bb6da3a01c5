// The pages of a Jekyll site with its own layouts: each text within its layouts, and the files that plugins write.

import type { Config } from '../config/config.ts'
import { defaultsFor } from '../config/defaults.ts'
import { deepMerge } from '../config/merge.ts'
import type { HasPlugin } from '../config/plugins.ts'
import type { Checked, Diagnostic } from '../diagnostic.ts'
import { brokenLayout } from '../diagnostics/templates.ts'
import { type LayoutMap, layoutsAround } from '../jekyll/layouts.ts'
import type { PluginText } from '../jekyll/page-kind.ts'
import type { PluginDocument } from '../jekyll/plugin-data.ts'
import { feedXml } from '../jekyll/plugins/feed.ts'
import { jemoji } from '../jekyll/plugins/jemoji.ts'
import { mentions } from '../jekyll/plugins/mentions.ts'
import { redirectOf, redirectPage } from '../jekyll/plugins/redirect-from.ts'
import { robots, sitemap } from '../jekyll/plugins/sitemap.ts'
import { collectionsOf, writtenDocuments } from '../liquid/collections.ts'
import type { DataMap, Entry, Site } from '../model.ts'
import type { EntryText } from '../pages/page.ts'
import { xmlCharacters } from '../text/escape.ts'
import { below } from '../text/position.ts'
import { decodePath } from '../text/url.ts'
import type { LiquidParts } from './liquid-parts.ts'
import { pluginDocument, pluginPage } from './plugin-site.ts'

export interface JekyllPagesOf {
  readonly site: Site
  readonly config: Config
  readonly layouts: LayoutMap
  readonly has: HasPlugin
  readonly liquid: () => LiquidParts
  readonly text: (entry: Entry) => Promise<Checked<EntryText>>
  /** The excerpt of a text by itself, as HTML. */
  readonly excerpt: (entry: Entry) => Promise<string>
}

/** What such a page is given: an entry within its layouts, or a file that a plugin writes. */
export interface JekyllPage {
  readonly entry: Entry
  readonly writes?: PluginText
}

export type WriteJekyllPage = (page: JekyllPage) => Promise<Checked<string>>

export function makeJekyllPages(of: JekyllPagesOf): WriteJekyllPage {
  return async ({ entry, writes }) => {
    if (writes !== undefined) return { value: await writePluginText(writes, of), diagnostics: [] }
    const { pluginSite } = of.liquid()
    if (entry.redirectTo !== undefined && of.has('jekyll-redirect-from') && !of.layouts.has('redirect'))
      return { value: redirectPage(redirectOf(entry.permalink, entry.redirectTo, pluginSite.config)), diagnostics: [] }
    const { value, diagnostics } = await inLayouts(entry, of)
    if (isHtml(entry)) return { value: await afterwards(value, entry, of), diagnostics }
    // One post with a control character in it must not break a feed that a template has written.
    return { value: entry.output.endsWith('.xml') ? xmlCharacters(value) : value, diagnostics }
  }
}

function isHtml({ output }: Entry): boolean {
  return /\.x?html?$/.test(output)
}

// Style sheets stand alone (convertible.rb, `asset_file?`).
async function inLayouts(entry: Entry, { layouts, liquid, text }: JekyllPagesOf): Promise<Checked<string>> {
  const { value: written, diagnostics } = await text(entry)
  const around = entry.format === 'sass' ? [] : layoutsAround(entry.layout, layouts)
  if (around.length === 0) return { value: written.content(), diagnostics }
  const { renderLiquid, scopeOf, subjectOf, reachOf } = liquid()
  const scope = scopeOf(entry, written)
  const [subject, reach] = [subjectOf(entry, written), reachOf(entry, 'layouts')]
  const found: Diagnostic[] = [...diagnostics]
  let content: string = written.content()
  let data: DataMap = {}
  for (const layout of around) {
    data = deepMerge(layout.data, data)
    const filled = await renderLiquid(layout.body, layout.path, { ...scope, content, layout: data }, { kind: 'other', subject, reach })
    content = filled.value
    found.push(...filled.diagnostics.map(diagnostic => inLayout(diagnostic, layout.bodyLine)))
  }
  return { value: content, diagnostics: found }
}

// Liquid saw the layout without its front matter. What it cannot read in a text may be no Liquid; a layout is a program, and Jekyll stops there too.
function inLayout(diagnostic: Diagnostic, bodyLine: number): Diagnostic {
  const judged = diagnostic.code === 'liquid/failed' ? brokenLayout(diagnostic) : diagnostic
  return judged.position === undefined ? judged : { ...judged, position: below(judged.position, bodyLine) }
}

// What plugins do to a page when it is there.
async function afterwards(html: string, { data }: Entry, { config, has }: JekyllPagesOf): Promise<string> {
  const signed = has('jemoji') ? await jemoji(html) : html
  return has('jekyll-mentions') ? mentions(signed, data, config.data) : signed
}

async function writePluginText(writes: PluginText, of: JekyllPagesOf): Promise<string> {
  const { pluginSite } = of.liquid()
  switch (writes.kind) {
    case 'feed': {
      const documents = documentsOf(writes.feed.collection, of).map(entry => documentFor(entry, of))
      return feedXml(writes.feed, documents, pluginSite, hasFile(of.site, '/feed.xslt.xml'))
    }
    case 'sitemap':
      return writeSitemap(of)
    case 'robots':
      return robots(pluginSite)
    case 'redirect':
      return redirectPage(writes.redirect)
    case 'text':
      return writes.text
  }
}

// The feed's template sorts what templates see by date and turns it round, so that of two from one moment the former comes last.
function documentsOf(collection: string, { site, config }: JekyllPagesOf): readonly Entry[] {
  const documents =
    collection === 'posts' ? site.posts : (collectionsOf(site, config).find(({ label }) => label === collection)?.documents ?? [])
  const momentOf = ({ date = site.now }: Entry): number => date.epoch
  return documents.toSorted((one, other) => momentOf(one) - momentOf(other)).toReversed()
}

// A feed shows ten texts, a sitemap none: they are asked for one by one.
function documentFor(entry: Entry, { config, site, text, excerpt }: JekyllPagesOf): PluginDocument {
  const content = async (): Promise<string> => (await text(entry)).value.content()
  return pluginDocument(entry, content, { zone: config.zone, now: site.now, excerpt })
}

function writeSitemap(of: JekyllPagesOf): string {
  const { site, config, liquid } = of
  const about = { zone: config.zone, now: site.now }
  const pages = site.pages.filter(page => page.collection === undefined && liquid().isHtml(page))
  // Those of collections are read after all others (reader.rb).
  const files = site.files
    .toSorted((one, other) => Number(one.collection !== undefined) - Number(other.collection !== undefined))
    .map(({ permalink, source, collection = '' }) => {
      return { path: decodePath(permalink), data: defaultsFor(config.scopes, source, collection), modified: liquid().modifiedOf(source) }
    })
  return sitemap(
    {
      documents: writtenDocuments(site, config).map(entry => documentFor(entry, of)),
      pages: pages.map(page => pluginPage(page, about)),
      files,
      hasStyle: hasFile(site, '/sitemap.xsl'),
    },
    liquid().pluginSite,
  )
}

function hasFile({ files, pages }: Site, address: string): boolean {
  return [...files, ...pages].some(({ permalink }) => permalink === address)
}
