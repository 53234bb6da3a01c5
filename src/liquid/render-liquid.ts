// Liquid in a text, read as Ruby's Liquid reads it for Jekyll. It is written here, and not taken from a library, because what authors'
// texts rely on is how Ruby prints, divides, compares and forgives, and there is no part of that that a library of JavaScript shares.

import type { Checked, Diagnostic } from '../diagnostic.ts'
import type { SourcePath } from '../model.ts'
import { lazily } from '../text/lazily.ts'
import { positionsIn } from '../text/position.ts'
import type { LiquidData } from './context.ts'
import { filters } from './filters.ts'
import type { Engine, Run, Template } from './nouns.ts'
import { protect, restore } from './protect.ts'
import { renderAuthors } from './running/author.ts'
import { sourceLines } from './running/lines.ts'
import { workLimit } from './running/run.ts'
import { diagnosticOf, templateOf } from './running/template.ts'
import type { LiquidPlugins, LiquidSite } from './site.ts'
import { pluginFilter, pluginTag } from './tags/plugin.ts'
import { tags } from './tags.ts'
import { drop, type Reach } from './values/kinds.ts'

/** What a template can see beside `site`: `page`, and in layouts `content`, `layout` and `paginator`. */
export interface LiquidScope {
  readonly page: LiquidData
  readonly [name: string]: unknown
}

export interface LiquidText extends Checked<string> {
  /** The line of the template that a line of the result comes from; both are counted from 1. */
  readonly sourceLine: (line: number) => number
}

/** How a text is rendered, and for whom. */
export interface LiquidManner {
  /** Tells an author's Markdown, whose code and formulas are left alone, from layouts and all other files. */
  readonly kind?: 'markdown' | 'other'
  /** All other texts, by default. */
  readonly reach?: Reach
  /** What the tags of plugins write about. */
  readonly subject?: object
}

export type RenderLiquid = (text: string, file: SourcePath, scope: LiquidScope, manner?: LiquidManner) => Promise<LiquidText>

/** True for a text that has anything for Liquid to do. */
export function hasLiquid(text: string): boolean {
  return text.includes('{{') || text.includes('{%')
}

// Each pass brings values that the one before had to do without.
const passes = 10
const everything: Reach = { contents: Number.POSITIVE_INFINITY, excerpts: Number.POSITIVE_INFINITY, outputs: 0 }

export function makeLiquid(site: LiquidSite): RenderLiquid {
  const engine = makeEngine(site)
  const jekyll = drop({ version: '4.4.1', environment: site.environment }, () => 'Jekyll::Drops::JekyllDrop')
  return async (text, file, scope, { kind = 'markdown', reach = everything, subject } = {}) => {
    const isMarkdown = kind === 'markdown'
    const rendering = {}
    const template = isMarkdown ? readMarkdown(text, engine) : templateOf(text, engine)
    for (let pass = 1; ; pass += 1) {
      const run = makeRun(
        engine,
        { jekyll, site: site.site, ...scope },
        { frame: { file, text, at: 0, length: 1 }, turn: { of: rendering }, isMarkdown, reach, subject },
      )
      renderAuthors(run, template.body)
      if (run.pending.length === 0 || pass === passes) return result(run, template, text, file)
      await Promise.all(run.pending)
    }
  }
}

function makeEngine(site: LiquidSite): Engine {
  return {
    site,
    clock: { now: site.now, zone: site.config.zone },
    tags: site.plugins === undefined ? tags : withPluginTags(site.plugins.tags),
    filters: site.plugins === undefined ? filters : withPluginFilters(site.plugins.filters),
    templates: new Map(),
    conditions: new Map(),
    expressions: new Map(),
    written: new WeakMap(),
    addresses: new Map(),
    languages: new Set(),
    settled: new WeakMap(),
    converted: new Map(),
    cached: new Map(),
    identities: new WeakMap(),
  }
}

function withPluginTags(added: LiquidPlugins['tags']): Engine['tags'] {
  return new Map([...tags, ...[...added].map(([name, write]) => [name, pluginTag(name, write)] as const)])
}

function withPluginFilters(added: LiquidPlugins['filters']): Engine['filters'] {
  return new Map([...filters, ...[...added].map(([name, change]) => [name, pluginFilter(change)] as const)])
}

// What Liquid cannot read in code and formulas is no Liquid.
function readMarkdown(text: string, engine: Engine): Template {
  const template = templateOf(protect(text), engine)
  if (template.problems.length === 0) return template
  return templateOf(
    protect(
      text,
      template.problems.map(({ at }) => at),
    ),
    engine,
  )
}

interface RunOf extends Pick<Run, 'turn' | 'isMarkdown' | 'reach' | 'subject'> {
  readonly frame: Run['frames'][number]
}

function makeRun(engine: Engine, environment: LiquidData, { frame, ...how }: RunOf): Run {
  return {
    engine,
    ...how,
    environment,
    scopes: [new Map()],
    counters: new Map(),
    cycles: new Map(),
    offsets: new Map(),
    loops: [],
    frames: [frame],
    out: '',
    captures: 0,
    changed: undefined,
    interrupt: undefined,
    work: workLimit,
    holds: new Map(),
    held: 0,
    diagnostics: [],
    said: new Map(),
    positionAt: positionsIn(frame.text),
    marks: [],
    pending: [],
  }
}

function result(run: Run, template: Template, text: string, file: SourcePath): LiquidText {
  const found = template.problems.map(problem =>
    diagnosticOf(problem, run.engine, { file, position: run.positionAt(problem.at, problem.length) }),
  )
  const lines = lazily(() => sourceLines(run.out, run.marks, text))
  return { value: restore(run.out), diagnostics: distinct([...found, ...run.diagnostics]), sourceLine: line => lines()[line - 1] ?? line }
}

// A loop complains every time round.
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const known = new Map(diagnostics.map(one => [`${one.position?.line} ${one.position?.column} ${one.message}`, one]))
  return [...known.values()].sort((a, b) => (a.position?.line ?? 0) - (b.position?.line ?? 0))
}
