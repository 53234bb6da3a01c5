// The text of an entry, read: its formulas set aside, its Liquid run, and the rest read as Markdown.

import { type Config, dialectOf } from '../config/config.ts'
import { asksForMath, macrosOf, mathModeOf } from '../config/math.ts'
import type { Checked, Diagnostic } from '../diagnostic.ts'
import { hasLiquid } from '../liquid/render-liquid.ts'
import { closeTags, excerptOf } from '../markdown/excerpt.ts'
import type { PreparedText } from '../markdown/markdown.ts'
import { putBack, setAsideMath, type WithoutMath } from '../markdown/math/set-aside.ts'
import type { Body, Entry } from '../model.ts'
import { below, positionAt } from '../text/position.ts'
import type { Say } from '../words/words.ts'
import type { LiquidParts } from './liquid-parts.ts'
import type { Markdown, SiteMemory } from './memory.ts'

export interface TextReader {
  /** What we say ourselves, in a language. */
  readonly sayIn: (language: string) => Say
  readonly config: Config
  readonly markdown: Markdown
  /** Made for the first text that has Liquid in it. */
  readonly liquid: () => LiquidParts
  readonly memory: SiteMemory
}

/** Reads a body; one without Liquid is read once, however often the site is loaded. */
export function readText(entry: Entry, reader: TextReader): Promise<Checked<Body>> {
  const read = (): Promise<Checked<Body>> => readAnew(entry, reader)
  return hasLiquid(entry.body) ? read() : reader.memory.bodies(entry, read)
}

async function readAnew(entry: Entry, reader: TextReader): Promise<Checked<Body>> {
  const head = excerptOf(entry.body, entry.excerptSeparator)
  const whole = await prepare(entry, entry.body, reader)
  // The excerpt is a part of the text, so what is wrong with it has been told.
  const excerpt = head === undefined ? {} : { excerpt: (await prepare(entry, closeTags(head), reader, whole.value.asked)).value }
  const { source, body: original, bodyLine: line, format } = entry
  const macros = macrosOf(reader.config, entry.data)
  const read = await reader.markdown.readBody({ source, original, line, format, whole: whole.value, ...excerpt, macros })
  return { value: read.value, diagnostics: [...whole.diagnostics, ...read.diagnostics] }
}

// As in Jekyll, `render_with_liquid: false` leaves a text alone.
async function prepare(entry: Entry, written: string, { config, liquid }: TextReader, asks = false): Promise<Checked<WithoutMath>> {
  const { text, formulas, asked } = setAside(entry, written, config, asks)
  if (!hasLiquid(text) || entry.data['render_with_liquid'] === false) return { value: { text, formulas, asked }, diagnostics: [] }
  const { renderLiquid, pageForLiquid } = liquid()
  const filled = await renderLiquid(text, entry.source, { page: pageForLiquid(entry) })
  const diagnostics = filled.diagnostics.map(diagnostic => placedInFile(diagnostic, { text, formulas }, entry))
  return { value: { text: filled.value, formulas, asked }, diagnostics }
}

// `asks` where it is known already that dollars are math: an excerpt takes them as its text does.
function setAside(entry: Entry, text: string, config: Config, asks: boolean): WithoutMath {
  if (mathModeOf(config) !== 'build' || entry.format === 'html') return { text, formulas: [], asked: false }
  return setAsideMath(text, { asked: asks || asksForMath(config, entry.data), doubleDollars: dialectOf(config) === 'commonmark' })
}

// Liquid saw the body only, in which formulas stood as their numbers.
function placedInFile(diagnostic: Diagnostic, { text, formulas }: PreparedText, { body, bodyLine }: Entry): Diagnostic {
  const { position } = diagnostic
  if (position === undefined) return diagnostic
  const lines = text.split('\n', position.line)
  const before = [...lines.slice(0, -1), lines.at(-1)?.slice(0, position.column - 1)].join('\n')
  return { ...diagnostic, position: below(positionAt(body, putBack(before, formulas).length, position.length), bodyLine) }
}
