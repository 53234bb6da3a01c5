// The site as Liquid sees it, put together from its parts.

import { pluginsOf } from '../config/plugins.ts'
import { readSassOptions } from '../config/sass.ts'
import type { Checked } from '../diagnostic.ts'
import type { LayoutMap } from '../jekyll/layouts.ts'
import type { Told } from '../jekyll/page-kind.ts'
import type { PluginSite } from '../jekyll/plugin-data.ts'
import { pluginFilters, pluginTags, type TagPage } from '../jekyll/plugin-tags.ts'
import { lastModified } from '../jekyll/plugins/last-modified.ts'
import { type HtmlOf, makeLiquidContext } from '../liquid/context.ts'
import { makeLiquid, type RenderLiquid } from '../liquid/render-liquid.ts'
import type { LiquidPlugins, WriteTag } from '../liquid/site.ts'
import { readKramdownOptions } from '../markdown/kramdown-options.ts'
import { smartify } from '../markdown/smartify.ts'
import type { Entry, Site, SourcePath, StandalonePage } from '../model.ts'
import type { EntryText } from '../pages/page.ts'
import type { SiteInput } from '../site/site-input.ts'
import { type Moment, momentAt } from '../text/dates.ts'
import { lazily } from '../text/lazily.ts'
import { remembered } from '../text/remembered.ts'
import { asWritten, looseText } from './as-written.ts'
import { addressesOf, filesOf, textsOf } from './liquid-files.ts'
import { fieldsTold, type LiquidScopes, makeScopes } from './liquid-scopes.ts'
import type { Markdown } from './memory.ts'
import { makePluginSite } from './plugin-site.ts'
import type { CompileSheet } from './sheets.ts'

export interface LiquidParts extends LiquidScopes {
  readonly renderLiquid: RenderLiquid
  readonly pluginSite: PluginSite
  /** When a file was last changed. */
  readonly modifiedOf: (source: SourcePath) => Moment
  /** Whether a page is one of `site.html_pages`. */
  readonly isHtml: (page: StandalonePage) => boolean
}

export interface LiquidPartsOf {
  readonly input: SiteInput
  readonly site: Site
  readonly markdown: Markdown
  readonly compileSheet: CompileSheet
  /** The site is a Jekyll site with layouts of its own. */
  readonly isOwnLook: boolean
  readonly text: (entry: Entry) => Promise<Checked<EntryText>>
  /** The excerpt of a text by itself, as HTML. */
  readonly excerpt: (entry: Entry) => Promise<string>
  /** A text within its layouts. */
  readonly output: (entry: Entry) => Promise<string>
  /** A text sees the data of the layout that it stands in. */
  readonly layouts: LayoutMap
  /** What templates are told about an entry besides. */
  readonly told: ReadonlyMap<Entry, Told>
}

export function makeLiquidParts(of: LiquidPartsOf): LiquidParts {
  const { input, site, markdown, compileSheet, told } = of
  const { config, data, includes } = input
  const codeMarkup = of.isOwnLook ? 'rouge' : 'lectern'
  const html = htmlOf(of, entry => context.rankOf(entry))
  const context = makeLiquidContext({
    site,
    config,
    data,
    files: filesOf(site, input),
    html,
    archives: pluginsOf(config)('jekyll-archives') ? archivesIn(told) : undefined,
    mapped: of.isOwnLook && readSassOptions(config.data['sass'] ?? null).hasMaps ? sheetsIn(site) : [],
    more: (entry, shown) => fieldsTold(told.get(entry), shown),
  })
  const markdownify = async (written: string): Promise<string> => {
    const body = await markdown.readBody(looseText(written))
    return markdown.writeBody(body.value, { ...asWritten, codeMarkup })
  }
  const smart = (words: string): string => smartify(words, readKramdownOptions(config.kramdown))
  const pluginSite = makePluginSite({ config, data, now: site.now, markdownify, smartify: async words => smart(words) })
  const renderLiquid = makeLiquid({
    config,
    site: context.site,
    now: site.now,
    environment: 'production',
    highlighter: markdown.highlighter,
    codeMarkup,
    includes,
    ...addressesOf(site, config),
    textOf: textsOf(input),
    markdownify,
    smartify: smart,
    sassify: sheet => compileSheet(sheet, 'sass'),
    scssify: sheet => compileSheet(sheet, 'scss'),
    plugins: pluginsFor(pluginSite),
  })
  const sources = lazily(() => new Map(input.sources.map(source => [source.path, source])))
  const hasChanges = pluginsOf(config)('jekyll-last-modified-at')
  const changedOf = (entry: Entry): Moment | undefined => {
    const source = hasChanges ? sources().get(entry.source) : undefined
    return source && momentAt(lastModified(source), config.zone)
  }
  return {
    renderLiquid,
    ...makeScopes({ ...of, context, changedOf }),
    pluginSite,
    isHtml: context.isHtml,
    modifiedOf: source => momentAt(sources().get(source)?.modified ?? 0, config.zone),
  }
}

function archivesIn(told: ReadonlyMap<Entry, Told>): Entry[] {
  return [...told].filter(([, { page }]) => page?.['type'] !== undefined).map(([entry]) => entry)
}

function sheetsIn({ pages }: Site): readonly StandalonePage[] {
  return pages.filter(page => page.format === 'sass' && page.collection === undefined)
}

// A tag in a text that belongs to no page has nothing to write about.
function pluginsFor(site: PluginSite): LiquidPlugins {
  const of = (subject: object | undefined): TagPage => (subject as TagPage | undefined) ?? { page: { url: '', data: {} }, content: '' }
  const tags = [...pluginTags].map(([name, write]): [string, WriteTag] => [
    name,
    (markup, { subject, lookUp }) => write(markup, { ...of(subject), site, lookUp }),
  ])
  const filters = [...pluginFilters].map(
    ([name, change]) => [name, (input: string, subject: object | undefined) => change(input, { ...of(subject), site })] as const,
  )
  return { tags: new Map(tags), filters: new Map(filters) }
}

function htmlOf({ text, excerpt, output, isOwnLook }: LiquidPartsOf, rankOf: (entry: Entry) => number): HtmlOf {
  const contents = remembered<Entry, Promise<string>>()
  const excerpts = remembered<Entry, Promise<string>>()
  const outputs = remembered<Entry, Promise<string>>()
  const contentOf = async (entry: Entry): Promise<string> => {
    const { value } = await text(entry)
    return isOwnLook ? value.content() : value.elsewhere()
  }
  const outputOf = (entry: Entry): Promise<string> => (isOwnLook ? output(entry) : contentOf(entry))
  return {
    output: (entry, reach) => (rankOf(entry) < reach.outputs ? outputs(entry, () => outputOf(entry)) : undefined),
    content: (entry, reach) => (rankOf(entry) < reach.contents ? contents(entry, () => contentOf(entry)) : entry.body),
    excerpt: (entry, reach) =>
      rankOf(entry) < reach.excerpts ? excerpts(entry, () => excerpt(entry)) : entry.body.split(entry.excerptSeparator, 1)[0],
  }
}
