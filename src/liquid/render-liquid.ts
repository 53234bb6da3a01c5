// Liquid in a text, as Jekyll runs it before Markdown. The only file that imports liquidjs, whose traps are:
// - it is as large as the rest of the program, so it is loaded when the first text needs it;
// - an include that includes itself, or a loop to a billion, goes on until the machine gives in, so its limits are set;
// - a tag nobody registered fails the whole text, so those are found first and stand as they are written.

import type { Liquid } from 'liquidjs'
import type { Checked, Diagnostic, Place } from '../diagnostic.ts'
import { liquidFails, unknownTag } from '../diagnostics.ts'
import type { SourcePath } from '../model.ts'
import { nearest } from '../text/nearest.ts'
import { positionAt } from '../text/position.ts'
import type { LiquidData } from './context.ts'
import { registerFilters } from './filters.ts'
import { protect, restore } from './protect.ts'
import { fileKey, type LiquidSite, reportKey } from './site.ts'
import { registerTags, tagNames } from './tags.ts'

export type RenderLiquid = (text: string, file: SourcePath, page: LiquidData) => Promise<Checked<string>>

/** True for a text that has anything for Liquid to do. */
export function hasLiquid(text: string): boolean {
  return text.includes('{{') || text.includes('{%')
}

export function makeLiquid(site: LiquidSite): RenderLiquid {
  let engine: Promise<Liquid> | undefined
  return async (text, file, page) => {
    engine ??= makeEngine(site)
    const liquid = await engine
    const diagnostics: Diagnostic[] = []
    const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
    const known = withoutUnknownTags(text, file, report)
    const value = await render(liquid, known, file, { site: site.site, page, [reportKey]: report, [fileKey]: file }, report)
    return { value, diagnostics }
  }
}

async function makeEngine(site: LiquidSite): Promise<Liquid> {
  const { Liquid } = await import('liquidjs')
  const engine = new Liquid({
    jekyllInclude: true,
    jekyllWhere: true,
    dynamicPartials: false,
    templates: Object.fromEntries(site.includes),
    ownPropertyOnly: true,
    renderLimit: 5000,
    memoryLimit: 20_000_000,
    parseLimit: 50_000_000,
  })
  registerFilters(engine, site)
  registerTags(engine, site)
  return engine
}

// First as Jekyll would; if that fails, with code and math kept out of it; if that fails too, the text stays as it is.
async function render(
  liquid: Liquid,
  text: string,
  file: SourcePath,
  scope: LiquidData,
  report: (diagnostic: Diagnostic) => void,
): Promise<string> {
  for (const what of ['nonsense', 'code and math'] as const) {
    const safe = protect(text, what)
    try {
      return restore(await liquid.parseAndRender(safe, scope))
    } catch (error) {
      if (what === 'nonsense') report(liquidFails(placeOf(error, text, file), messageOf(error)))
    }
  }
  return text
}

function placeOf(error: unknown, text: string, file: SourcePath): Place {
  const match = /line:(\d+)(?:, col:(\d+))?/.exec(String(error))
  if (!match) return { file }
  const offset = text
    .split('\n')
    .slice(0, Number(match[1]) - 1)
    .join('\n').length
  return { file, position: positionAt(text, Math.min(text.length, offset + (Number(match[1]) > 1 ? 1 : 0) + Number(match[2] ?? 1) - 1)) }
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/, file:.*|, line:.*/s, '')
}

const tagStart = /\{%-?\s*(\w+)([^%]*?)-?%\}/g

// The tag of a plugin stands in the page as it is written, so that nothing is lost and nobody is misled.
function withoutUnknownTags(text: string, file: SourcePath, report: (diagnostic: Diagnostic) => void): string {
  const outside = text.replace(/\{%-?\s*raw\s*-?%\}[\s\S]*?\{%-?\s*endraw\s*-?%\}/g, block => block.replace(/[^\n]/g, ' '))
  const unknown = [...outside.matchAll(tagStart)].filter(([, name = '']) => !tagNames.has(name.replace(/^end/, '')))
  return unknown.reverse().reduce((shown, match) => {
    const name = match[1] ?? ''
    if (!name.startsWith('end'))
      report(unknownTag({ file, position: positionAt(text, match.index, match[0].length) }, name, nearest(name, tagNames)))
    return `${shown.slice(0, match.index)}{% raw %}<code>${match[0].replaceAll('<', '&lt;')}</code>{% endraw %}${shown.slice(match.index + match[0].length)}`
  }, text)
}
