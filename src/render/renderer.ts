// What pages use to render themselves: bodies through Markdown, once each, and templates.

import { type Config, dialectOf } from '../config/config.ts'
import { asksForMath, macrosOf, mathModeOf } from '../config/math.ts'
import type { Checked, Diagnostic } from '../diagnostic.ts'
import { hasLiquid } from '../liquid/render-liquid.ts'
import { closeTags, excerptOf } from '../markdown/excerpt.ts'
import { putBack, setAsideMath } from '../markdown/math/set-aside.ts'
import type { BodyText, RenderBody } from '../markdown/render-body.ts'
import { type Entry, html, type Rendered, type Renderer } from '../model.ts'
import { type Addresses, resolveLinks } from '../site/resolve-links.ts'
import type { SiteData } from '../templates/contract.ts'
import type { Templates } from '../templates/engine.ts'
import { makeHelpers } from '../templates/helpers.ts'
import { below, positionAt } from '../text/position.ts'
import type { LiquidParts } from './liquid-parts.ts'
import type { SiteMemory } from './memory.ts'
import { makeSecurePage, type ScriptHashes } from './security-policy.ts'

export interface RendererParts {
  readonly config: Config
  readonly siteData: SiteData
  readonly addresses: () => Addresses
  readonly renderBody: RenderBody
  /** Made for the first text that has Liquid in it. */
  readonly liquid: () => LiquidParts
  readonly templates: Templates
  readonly picture: Renderer['picture']
  readonly scripts: ScriptHashes
  readonly memory: SiteMemory
  /** Receives the complaints of whatever is rendered. */
  readonly report: (diagnostics: readonly Diagnostic[]) => void
}

export function makeRenderer({
  config,
  siteData,
  addresses,
  renderBody,
  liquid,
  templates,
  picture,
  scripts,
  memory,
  report,
}: RendererParts): Renderer {
  const helpers = makeHelpers(config)
  const securePage = makeSecurePage(scripts)
  const bodies = new Map<Entry, Promise<Rendered>>()

  const buildsMath = mathModeOf(config) === 'build'
  const setAside = (entry: Entry, text: string): BodyText => {
    if (!buildsMath || entry.format === 'html') return { text, formulas: [] }
    return setAsideMath(text, { asked: asksForMath(config, entry.data), doubleDollars: dialectOf(config) === 'commonmark' })
  }

  // As in Jekyll, `render_with_liquid: false` leaves a text alone.
  const prepare = async (entry: Entry, written: string): Promise<Checked<BodyText>> => {
    const { text, formulas } = setAside(entry, written)
    if (!hasLiquid(text) || entry.data['render_with_liquid'] === false) return { value: { text, formulas }, diagnostics: [] }
    const { renderLiquid, pageForLiquid } = liquid()
    const filled = await renderLiquid(text, entry.source, pageForLiquid(entry))
    const diagnostics = filled.diagnostics.map(diagnostic => placedInFile(diagnostic, { text, formulas }, entry))
    return { value: { text: filled.value, formulas }, diagnostics }
  }

  // Everything of a body but its links, which the whole site decides.
  const renderAlone = async (entry: Entry): Promise<Checked<Rendered>> => {
    const head = excerptOf(entry.body, entry.excerptSeparator)
    const whole = await prepare(entry, entry.body)
    // The excerpt is a part of the text, so what is wrong with it has been told.
    const excerpt = head === undefined ? {} : { excerpt: (await prepare(entry, closeTags(head))).value }
    const { source, body: original, bodyLine: line, format } = entry
    const macros = macrosOf(config, entry.data)
    const rendered = await renderBody({ source, original, line, format, whole: whole.value, ...excerpt, macros })
    return { value: rendered.value, diagnostics: [...whole.diagnostics, ...rendered.diagnostics] }
  }

  const render = async (entry: Entry): Promise<Rendered> => {
    const alone = await (hasLiquid(entry.body) ? renderAlone(entry) : memory.rendered(entry, () => renderAlone(entry)))
    const resolved = resolveLinks(entry, alone.value, addresses)
    report([...alone.diagnostics, ...resolved.diagnostics])
    return resolved.value
  }

  return {
    body: entry => {
      const known = bodies.get(entry) ?? render(entry)
      bodies.set(entry, known)
      return known
    },
    forget: entry => void bodies.delete(entry),
    fill: (template, page) => {
      const filled = templates.fill(template, { site: siteData, page, ...helpers }, String(page['url'] ?? template))
      if (typeof filled === 'string') return config.security_policy ? html(securePage(filled)) : filled
      report([filled])
      return html('')
    },
    picture,
  }
}

// Liquid saw the body only, in which formulas stood as their numbers.
function placedInFile(diagnostic: Diagnostic, { text, formulas }: BodyText, { body, bodyLine }: Entry): Diagnostic {
  const { position } = diagnostic
  if (position === undefined) return diagnostic
  const lines = text.split('\n', position.line)
  const before = [...lines.slice(0, -1), lines.at(-1)?.slice(0, position.column - 1)].join('\n')
  return { ...diagnostic, position: below(positionAt(body, putBack(before, formulas).length, position.length), bodyLine) }
}
