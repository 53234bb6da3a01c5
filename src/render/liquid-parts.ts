// The site as Liquid in posts sees it, put together from its parts.

import type { Config } from '../config/config.ts'
import { entryForLiquid, type LiquidData, siteForLiquid } from '../liquid/context.ts'
import { makeLiquid, type RenderLiquid } from '../liquid/render-liquid.ts'
import { readKramdownOptions } from '../markdown/kramdown-options.ts'
import { smartify } from '../markdown/smartify.ts'
import { type Entry, type Frame, type Site, sourcePath } from '../model.ts'
import type { SiteInput } from '../site/site-input.ts'
import { baseName, decodePath, extensionOf } from '../text/url.ts'
import { sayIn } from '../words/words.ts'
import type { Markdown } from './memory.ts'

export interface LiquidParts {
  readonly renderLiquid: RenderLiquid
  readonly pageForLiquid: (entry: Entry) => LiquidData
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

export function makeLiquidParts(site: Site, { config, sources, includes, data }: SiteInput, markdown: Markdown): LiquidParts {
  const entries = [...site.posts, ...site.pages]
  const bySource = new Map<string, string>([...entries, ...site.files].map(({ source, permalink }) => [source, decodePath(permalink)]))
  const byName = new Map(site.posts.map(post => [nameOf(post), decodePath(post.permalink)]))
  const texts = new Map(sources.flatMap(({ path, content }) => (content.kind === 'text' ? [[String(path), content.text] as const] : [])))
  const neighbours = new Map(
    site.posts.map((post, index) => [post as Entry, { previous: site.posts[index + 1], next: site.posts[index - 1] }]),
  )
  const modified = new Map(sources.map(source => [source.path, source.modified]))
  const files = () =>
    site.files.filter(file => file.from === 'posts').map(file => ({ path: `/${file.source}`, modified: modified.get(file.source) ?? 0 }))
  const renderLiquid = makeLiquid({
    config,
    site: siteForLiquid(site, config, data, files),
    now: site.now,
    environment: 'production',
    highlighter: markdown.highlighter,
    includes,
    textOf: path => texts.get(path),
    postAddress: name => byName.get(name) ?? byName.get(baseName(name)),
    fileAddress: path =>
      bySource.get(path) ?? bySource.get(`${config.collections_dir}/${path}`) ?? bySource.get(importedPath(path, config)),
    markdownify: async text => {
      const whole = { text, formulas: [] }
      const body = await markdown.readBody({ source: sourcePath(''), original: text, line: 1, format: 'markdown', whole, macros: {} })
      return markdown.writeBody(body.value, asWritten)
    },
    smartify: text => smartify(text, readKramdownOptions(config.kramdown)),
    // A page that asks for a style sheet in passing is rare, and to bring a compiler of Sass for it would be dear.
    sassify: text => text,
    scssify: text => text,
  })
  const pageForLiquid = (entry: Entry): LiquidData => {
    const { previous, next } = neighbours.get(entry) ?? {}
    return Object.assign(entryForLiquid(entry), {
      ...(previous && { previous: entryForLiquid(previous) }),
      ...(next && { next: entryForLiquid(next) }),
    })
  }
  return { renderLiquid, pageForLiquid }
}

// `2024-01-31-title`, which `post_url` asks for.
function nameOf({ source }: Entry): string {
  const name = baseName(source)
  return name.slice(0, name.length - extensionOf(name).length)
}

// A blog that was imported names its files as they were called in Jekyll's folders.
function importedPath(path: string, { collections_dir }: Config): string {
  const below = collections_dir !== '' && path.startsWith(`${collections_dir}/`) ? path.slice(collections_dir.length + 1) : path
  return `posts/${below.replace(/(^|\/)_posts\//, '$1')}`
}
