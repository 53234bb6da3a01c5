// The site as Liquid in posts sees it, put together from its parts.

import type { SiteInput } from '../io/read-site.ts'
import { entryForLiquid, type LiquidData, siteForLiquid } from '../liquid/context.ts'
import { makeLiquid, type RenderLiquid } from '../liquid/render-liquid.ts'
import type { Highlighter } from '../markdown/highlighter.ts'
import type { RenderBody } from '../markdown/render-body.ts'
import { type Entry, type Site, sourcePath } from '../model.ts'
import { baseName, decodePath, extensionOf } from '../text/url.ts'

export interface LiquidParts {
  readonly renderLiquid: RenderLiquid
  readonly pageForLiquid: (entry: Entry) => LiquidData
}

export function makeLiquidParts(
  site: Site,
  { config, sources, includes, data }: SiteInput,
  renderBody: RenderBody,
  highlighter: Highlighter,
): LiquidParts {
  const entries = [...site.posts, ...site.pages]
  const bySource = new Map<string, string>([...entries, ...site.files].map(({ source, permalink }) => [source, decodePath(permalink)]))
  const byName = new Map(site.posts.map(post => [nameOf(post), decodePath(post.permalink)]))
  const texts = new Map(sources.flatMap(({ path, content }) => (content.kind === 'text' ? [[String(path), content.text] as const] : [])))
  const neighbours = new Map(
    site.posts.map((post, index) => [post as Entry, { previous: site.posts[index + 1], next: site.posts[index - 1] }]),
  )
  const renderLiquid = makeLiquid({
    config,
    site: siteForLiquid(site, config, data),
    highlighter,
    includes,
    textOf: path => texts.get(path),
    postAddress: name => byName.get(name) ?? byName.get(baseName(name)),
    fileAddress: path => bySource.get(path) ?? bySource.get(`${config.collections_dir}/${path}`),
    markdownify: async text =>
      (await renderBody({ source: sourcePath(''), original: text, line: 1, format: 'markdown', whole: { text, formulas: [] }, macros: {} }))
        .value.html,
  })
  const pageForLiquid = (entry: Entry): LiquidData => {
    const { previous, next } = neighbours.get(entry) ?? {}
    return {
      ...entryForLiquid(entry),
      ...(previous && { previous: entryForLiquid(previous) }),
      ...(next && { next: entryForLiquid(next) }),
    }
  }
  return { renderLiquid, pageForLiquid }
}

// `2024-01-31-title`, which `post_url` asks for.
function nameOf({ source }: Entry): string {
  const name = baseName(source)
  return name.slice(0, name.length - extensionOf(name).length)
}
