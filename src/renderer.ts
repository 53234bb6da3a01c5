// What pages use to render themselves: bodies through Markdown, once each, and templates.

import type { Config } from './config/config.ts'
import type { Diagnostic } from './diagnostic.ts'
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
  readonly templates: Templates
  /** Receives the complaints of whatever is rendered. */
  readonly report: (diagnostics: readonly Diagnostic[]) => void
}

export function makeRenderer({ config, siteData, addresses, renderBody, templates, report }: RendererParts): Renderer {
  const helpers = makeHelpers(config)
  const bodies = new Map<Entry, Promise<Rendered>>()

  const render = async (entry: Entry): Promise<Rendered> => {
    const body = {
      source: entry.source,
      text: entry.body,
      line: entry.bodyLine,
      format: entry.format,
      excerptSeparator: entry.excerptSeparator,
    }
    const rendered = await renderBody(body)
    const resolved = resolveLinks(entry, rendered.value, addresses)
    report([...rendered.diagnostics, ...resolved.diagnostics])
    return resolved.value
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
