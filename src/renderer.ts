// What pages use to render themselves: bodies through Markdown, once each, and templates.

import type { Config } from './config/config.ts'
import type { Checked, Diagnostic } from './diagnostic.ts'
import type { LiquidData } from './liquid/context.ts'
import { hasLiquid, type RenderLiquid } from './liquid/render-liquid.ts'
import { closeTags, excerptOf } from './markdown/excerpt.ts'
import type { RenderBody } from './markdown/render-body.ts'
import { type Entry, html, type Rendered, type Renderer } from './model.ts'
import { type Addresses, resolveLinks } from './site/resolve-links.ts'
import type { SiteData } from './templates/contract.ts'
import type { Templates } from './templates/engine.ts'
import { makeHelpers } from './templates/helpers.ts'

export interface RendererParts {
  readonly config: Config
  readonly siteData: SiteData
  readonly addresses: Addresses
  readonly renderBody: RenderBody
  readonly renderLiquid: RenderLiquid
  /** A post or page as Liquid sees it, with its neighbours. */
  readonly pageForLiquid: (entry: Entry) => LiquidData
  readonly templates: Templates
  /** Receives the complaints of whatever is rendered. */
  readonly report: (diagnostics: readonly Diagnostic[]) => void
}

export function makeRenderer({
  config,
  siteData,
  addresses,
  renderBody,
  renderLiquid,
  pageForLiquid,
  templates,
  report,
}: RendererParts): Renderer {
  const helpers = makeHelpers(config)
  const bodies = new Map<Entry, Promise<Rendered>>()

  const render = async (entry: Entry): Promise<Rendered> => {
    const excerpt = excerptOf(entry.body, entry.excerptSeparator)
    const text = await fillLiquid(entry, entry.body)
    // The excerpt is a part of the text, so what is wrong with it has been told.
    const head = excerpt === undefined ? {} : { excerpt: (await fillLiquid(entry, closeTags(excerpt))).value }
    const rendered = await renderBody({ source: entry.source, text: text.value, line: entry.bodyLine, format: entry.format, ...head })
    const resolved = resolveLinks(entry, rendered.value, addresses)
    report([...text.diagnostics, ...rendered.diagnostics, ...resolved.diagnostics])
    return resolved.value
  }

  // As in Jekyll, `render_with_liquid: false` leaves a text alone.
  const fillLiquid = async (entry: Entry, text: string): Promise<Checked<string>> => {
    if (!hasLiquid(text) || entry.data['render_with_liquid'] === false) return { value: text, diagnostics: [] }
    return renderLiquid(text, entry.source, pageForLiquid(entry))
  }

  return {
    body: entry => {
      const known = bodies.get(entry) ?? render(entry)
      bodies.set(entry, known)
      return known
    },
    fill: (template, page) => {
      const filled = templates.fill(template, { site: siteData, page, ...helpers }, String(page['url'] ?? template))
      if (typeof filled === 'string') return filled
      report([filled])
      return html('')
    },
  }
}
