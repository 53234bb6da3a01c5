// The site as Liquid sees it, put together from its parts.

import type { Checked } from '../diagnostic.ts'
import type { Told } from '../jekyll/page-kind.ts'
import type { PluginSite } from '../jekyll/plugin-data.ts'
import { pluginFilters, pluginTags, type TagPage } from '../jekyll/plugin-tags.ts'
import { type HtmlOf, type LiquidData, makeLiquidContext, withFields } from '../liquid/context.ts'
import { type LiquidScope, makeLiquid, type RenderLiquid } from '../liquid/render-liquid.ts'
import type { LiquidPlugins, WriteTag } from '../liquid/site.ts'
import type { Reach } from '../liquid/values/kinds.ts'
import { readKramdownOptions } from '../markdown/kramdown-options.ts'
import { smartify } from '../markdown/smartify.ts'
import { type Entry, type Frame, type Site, type SourcePath, sourcePath } from '../model.ts'
import type { EntryText } from '../pages/page.ts'
import type { SiteInput } from '../site/site-input.ts'
import { type Moment, momentAt } from '../text/dates.ts'
import { lazily } from '../text/lazily.ts'
import { remembered } from '../text/remembered.ts'
import { sayIn } from '../words/words.ts'
import { addressesOf, filesOf, textsOf } from './liquid-files.ts'
import type { Markdown } from './memory.ts'
import { makePluginSite, pluginPage } from './plugin-site.ts'
import type { CompileSheet } from './sheets.ts'

export interface LiquidParts {
  readonly renderLiquid: RenderLiquid
  /** What the text of an entry can see, its excerpt, or with its text written, its layouts. */
  readonly scopeOf: (entry: Entry, of: 'text' | 'excerpt' | EntryText) => LiquidScope
  /** What tags of plugins write about; before its text is written, or with it. */
  readonly subjectOf: (entry: Entry, written?: EntryText) => TagPage
  readonly reachOf: (entry: Entry, part: 'text' | 'excerpt') => Reach
  readonly pluginSite: PluginSite
  /** When a file was last changed. */
  readonly modifiedOf: (source: SourcePath) => Moment
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
  /** What templates are told about an entry besides. */
  readonly told: ReadonlyMap<Entry, Told>
}

// What a filter makes of Markdown is read again as a part of the text, which then resolves its links and shifts its headings.
const asWritten: Frame = {
  dress: 'plain',
  address: ({ url }) => url,
  picture: () => undefined,
  topHeading: undefined,
  idPrefix: '',
  say: sayIn('en'),
  firstFootnote: 1,
}

export function makeLiquidParts(of: LiquidPartsOf): LiquidParts {
  const { input, site, markdown, compileSheet, told } = of
  const { config, data, includes } = input
  const html = htmlOf(of, entry => context.rankOf(entry))
  const context = makeLiquidContext({
    site,
    config,
    data,
    files: filesOf(site, input),
    html,
    more: (entry, shown) => fieldsTold(told.get(entry), shown),
  })
  const markdownify = async (written: string): Promise<string> => {
    const whole = { text: written, formulas: [] }
    const body = await markdown.readBody({ source: sourcePath(''), original: written, line: 1, format: 'markdown', whole, macros: {} })
    return markdown.writeBody(body.value, asWritten)
  }
  const smart = (words: string): string => smartify(words, readKramdownOptions(config.kramdown))
  const pluginSite = makePluginSite({ config, data, now: site.now, markdownify, smartify: async words => smart(words) })
  const renderLiquid = makeLiquid({
    config,
    site: context.site,
    now: site.now,
    environment: 'production',
    highlighter: markdown.highlighter,
    includes,
    ...addressesOf(site, config),
    textOf: textsOf(input.sources),
    markdownify,
    smartify: smart,
    sassify: async sheet => (await compileSheet(sheet, 'sass')).value,
    scssify: async sheet => (await compileSheet(sheet, 'scss')).value,
    plugins: pluginsFor(pluginSite),
  })
  // The newest others; a page has none.
  const siteFor = (entry: Entry): LiquidData => {
    const related = entry.kind === 'post' ? site.posts.filter(post => post !== entry).slice(0, 10) : undefined
    return withFields(context.site, { related_posts: related?.map(context.shown) })
  }
  const scopeOf = (entry: Entry, of: 'text' | 'excerpt' | EntryText): LiquidScope => {
    const content = typeof of === 'string' ? entry.body : of.content()
    const own = { content, output: typeof of === 'string' ? undefined : content, ...(of === 'excerpt' && { excerpt: undefined }) }
    const page = withFields(context.shown(entry), own)
    const { paginator } = told.get(entry) ?? {}
    return { page, site: siteFor(entry), ...(paginator && { paginator: paginatorForLiquid(paginator, context.shown) }) }
  }
  const subjectOf = (entry: Entry, written?: EntryText): TagPage => {
    const { paginator } = told.get(entry) ?? {}
    const page = pluginPage(entry, config.zone, written?.excerpt)
    return { page, content: written?.content() ?? '', ...(paginator && { paginator }) }
  }
  const modified = lazily(() => new Map(input.sources.map(source => [source.path, source.modified])))
  const modifiedOf = (source: SourcePath): Moment => momentAt(modified().get(source) ?? 0, config.zone)
  const reachOf = (entry: Entry, part: 'text' | 'excerpt'): Reach => {
    const rank = context.rankOf(entry)
    return part === 'text' ? { contents: rank, excerpts: Number.POSITIVE_INFINITY } : { contents: 0, excerpts: rank }
  }
  return { renderLiquid, scopeOf, subjectOf, reachOf, pluginSite, modifiedOf }
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

function htmlOf({ text, excerpt, isOwnLook }: LiquidPartsOf, rankOf: (entry: Entry) => number): HtmlOf {
  const contents = remembered<Entry, Promise<string>>()
  const excerpts = remembered<Entry, Promise<string>>()
  const contentOf = async (entry: Entry): Promise<string> => {
    const { value } = await text(entry)
    return isOwnLook ? value.content() : value.elsewhere()
  }
  return {
    content: (entry, reach) => (rankOf(entry) < reach.contents ? contents(entry, () => contentOf(entry)) : entry.body),
    excerpt: (entry, reach) =>
      rankOf(entry) < reach.excerpts ? excerpts(entry, () => excerpt(entry)) : entry.body.split(entry.excerptSeparator, 1)[0],
  }
}

function fieldsTold(told: Told | undefined, shown: (entry: Entry) => LiquidData): LiquidData | undefined {
  const fields = Object.entries(told?.page ?? {})
  return Object.fromEntries(
    fields.map(([name, value]) => [name, Array.isArray(value) ? value.map(item => (isEntry(item) ? shown(item) : item)) : value]),
  )
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && 'bodyLine' in value
}

function paginatorForLiquid(paginator: NonNullable<Told['paginator']>, shown: (entry: Entry) => LiquidData): LiquidData {
  const { page, perPage, posts, totalPosts, totalPages, previousPath, nextPath } = paginator
  return {
    page,
    per_page: perPage,
    posts: posts.map(shown),
    total_posts: totalPosts,
    total_pages: totalPages,
    previous_page: previousPath === undefined ? undefined : page - 1,
    previous_page_path: previousPath,
    next_page: nextPath === undefined ? undefined : page + 1,
    next_page_path: nextPath,
  }
}
