// Liquid over a small site, without the rest of a build.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { readConfig } from '../../src/config/config.ts'
import { type LiquidScope, type LiquidText, makeLiquid } from '../../src/liquid/render-liquid.ts'
import type { LiquidSite } from '../../src/liquid/site.ts'
import { makeHighlighter } from '../../src/markdown/highlighter.ts'
import { sourcePath } from '../../src/model.ts'

export const page = parse(readFileSync(join(import.meta.dirname, '..', 'liquid', 'page.yml'), 'utf8'))

export interface LiquidParts extends Partial<LiquidSite> {
  readonly scope?: LiquidScope
  readonly kind?: 'markdown' | 'other'
}

/** Fills the templates of one site, one after the other. */
export function liquidOf({ scope = { page }, kind = 'other', ...parts }: LiquidParts = {}): (template: string) => Promise<LiquidText> {
  const config = readConfig([], 'jekyll').value
  const unchanged = (text: string): string => text
  const compiled = async (text: string) => ({ value: text, diagnostics: [] })
  const render = makeLiquid({
    config: { ...config, url: 'https://example.org', baseurl: '/notes' },
    site: {},
    now: { epoch: Date.UTC(2026, 0, 15, 12), offset: 0 },
    environment: 'production',
    highlighter: makeHighlighter(),
    codeMarkup: 'lectern',
    includes: new Map(),
    textOf: () => undefined,
    postAddress: () => undefined,
    fileAddress: () => undefined,
    markdownify: unchanged,
    smartify: unchanged,
    sassify: compiled,
    scssify: compiled,
    ...parts,
  })
  return template => render(template, sourcePath('page.md'), scope, { kind })
}

/** What there is to complain about, as `line:column message`. */
export function complaints({ diagnostics }: LiquidText): string[] {
  return diagnostics.map(({ position, message }) => `${position?.line}:${position?.column} ${message}`)
}
