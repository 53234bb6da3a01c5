// The whole program on one screen: sources are parsed into entries, entries make a site, the site makes pages, and a page
// renders itself when somebody asks. `lectern build` asks for all of them and publishes, a preview asks for the one it shows.

import { type Config, dialectOf } from '../config/config.ts'
import { mathModeOf } from '../config/math.ts'
import type { Checked, Diagnostic } from '../diagnostic.ts'
import type { SiteInput } from '../io/read-site.ts'
import { hasLiquid } from '../liquid/render-liquid.ts'
import { makeHighlighter } from '../markdown/highlighter.ts'
import { makeMarkdown } from '../markdown/render-body.ts'
import type { Entry, Output, Page, Renderer, Site, Source, StaticFile } from '../model.ts'
import { pageKinds } from '../pages/page-kinds.ts'
import { pageInPlace } from '../pages/posts.ts'
import { settleAddresses } from '../pages/settle-addresses.ts'
import { sitemapAndRobots } from '../pages/sitemap.ts'
import { feedPath, viewOf } from '../pages/view.ts'
import { parseEntry } from '../posts/parse-entry.ts'
import { publish } from '../posts/publish.ts'
import { isStatic, staticFile } from '../posts/static-file.ts'
import { makeSite } from '../site/make-site.ts'
import { addressesOf } from '../site/resolve-links.ts'
import { siteDataOf } from '../site/site-data.ts'
import { makeTemplates } from '../templates/engine.ts'
import type { Moment } from '../text/dates.ts'
import { lazily } from '../text/lazily.ts'
import { apartFromBody, type Fingerprints, makeFingerprints } from './fingerprints.ts'
import { makeLiquidParts } from './liquid-parts.ts'
import { makeShortMemory, type SiteMemory } from './memory.ts'
import { forgetAfter, inRenderOrder } from './order.ts'
import { makePictures } from './pictures.ts'
import { makeRenderer } from './renderer.ts'

/** A site of which nothing is rendered yet. */
export interface LoadedSite {
  readonly site: Site
  readonly pages: readonly Page[]
  readonly files: readonly StaticFile[]
  readonly renderer: Renderer
  /** Grows while pages are rendered. */
  readonly diagnostics: readonly Diagnostic[]
  /** The page of a text of which the site has another version, if all else of the site is the same; else undefined. */
  readonly pageOfVersion: (source: Source) => Page | undefined
  readonly fingerprints: Fingerprints
}

/** `memory` is that of an earlier loading with the same configuration and names of templates. */
export function loadSite(input: SiteInput, now: Moment, memory: SiteMemory = makeShortMemory()): LoadedSite {
  const { config, sources, themeFiles } = input
  const diagnostics: Diagnostic[] = []
  const report = (more: readonly Diagnostic[]): void => void diagnostics.push(...more)
  const keep = <Value>(checked: Checked<Value>): Value => {
    report(checked.diagnostics)
    return checked.value
  }

  const templates = memory.templates(input.templates, () => makeTemplates(input.templates))
  const parse = (source: Source) => memory.parsed(source, () => parseEntry(source, config, templates.names))
  const parsed = sources.map(source => ({ source, entry: keep(parse(source)) }))
  const entries = keep(
    publish(
      parsed.flatMap(({ entry }) => entry ?? []),
      config,
      now,
    ),
  )
  const beside = parsed.filter(({ source, entry }) => entry === undefined && isStatic(source))
  const copied = [
    ...beside.map(({ source }) => staticFile(source, config.shape, 'posts')),
    ...themeFiles.map(({ source }) => staticFile(source, config.shape, 'theme')),
  ]

  const site = makeSite(entries, copied, config, now)
  const view = viewOf(site, config, memory)
  const made = pageKinds.flatMap(pagesOf => pagesOf(view))
  const { pages, files } = keep(settleAddresses([...made, ...sitemapAndRobots(made, config)], site.files))

  const { renderBody, highlighter } = memory.markdown(config, () => markdownFor(config))
  const generated = (): string[] => pages.map(page => page.permalink)
  const addresses = lazily(() => addressesOf(site, generated(), config.baseurl))
  const siteData = siteDataOf(site, config, feedPath(config))
  const liquid = lazily(() => makeLiquidParts(site, input, renderBody, highlighter))
  const picture = makePictures(site.files, input.imageFiles, config.baseurl)
  const scripts = new Map(
    themeFiles.flatMap(({ source, integrity }) =>
      integrity === undefined ? [] : [[config.baseurl + staticFile(source, config.shape, 'theme').permalink, integrity] as const],
    ),
  )
  const renderer = makeRenderer({ config, siteData, addresses, renderBody, liquid, templates, picture, scripts, memory, report })
  const pageOfVersion = (source: Source): Page | undefined => {
    const before = sources.find(({ path }) => path === source.path)
    const [old, { value: entry, diagnostics: problems }] = [before && parse(before).value, parse(source)]
    if (old === undefined || entry === undefined || problems.length > 0 || !entries.includes(old)) return undefined
    return differInTextOnly(old, entry, memory) ? pageInPlace(entry, old, view) : undefined
  }
  return { site, pages, files, renderer, diagnostics, pageOfVersion, fingerprints: makeFingerprints(input, site, memory) }
}

// The page alone may be shown at once for such a change: what is related stays, and lists, of which excerpts are a part, can wait.
// With Liquid anything might show it.
function differInTextOnly(one: Entry, other: Entry, memory: SiteMemory): boolean {
  return !hasLiquid(one.body) && !hasLiquid(other.body) && apartFromBody(one, memory) === apartFromBody(other, memory)
}

function markdownFor(config: Config) {
  const highlighter = makeHighlighter()
  const options = { dialect: dialectOf(config), kramdown: config.kramdown, buildsMath: mathModeOf(config) === 'build' }
  return { highlighter, renderBody: makeMarkdown(options, highlighter) }
}

/** Every page of the site, rendered one after the other, so that no more than one has to be in memory. */
export async function* renderPages({ pages, renderer }: LoadedSite): AsyncGenerator<Output> {
  const order = inRenderOrder(pages)
  const done = forgetAfter(order, renderer)
  for (const page of order) {
    yield { path: page.output, content: await page.render(renderer) }
    done(page)
  }
}

/** The posts and pages of a site, with what was made of their bodies. */
export async function* renderBodies({
  site,
  renderer,
}: LoadedSite): AsyncGenerator<{ entry: Entry; rendered: Awaited<ReturnType<Renderer['body']>> }> {
  for (const entry of site.posts) {
    yield { entry, rendered: await renderer.body(entry) }
    renderer.forget(entry)
  }
}
