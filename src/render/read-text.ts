// The text of an entry, read: its formulas set aside, its Liquid run, and the rest read as Markdown.

import type { Body } from '../body.ts'
import { fromScholar } from '../citing/scholar.ts'
import { type Config, dialectOf } from '../config/config.ts'
import { asksForMath, macrosOf, mathModeOf } from '../config/math.ts'
import { type Checked, type Diagnostic, hasErrors } from '../diagnostic.ts'
import { hasLiquid } from '../liquid/render-liquid.ts'
import { excerptOf } from '../markdown/excerpt.ts'
import { prepareLecture } from '../markdown/lecture/prepare.ts'
import type { PreparedText, Text } from '../markdown/markdown.ts'
import { putBack, setAsideMath, type WithoutMath } from '../markdown/math/set-aside.ts'
import type { Entry } from '../model.ts'
import { below, lineStartsIn, positionOnLine, positionsIn } from '../text/position.ts'
import type { Say } from '../words/words.ts'
import type { LiquidParts } from './liquid-parts.ts'
import type { Markdown, SiteMemory } from './memory.ts'
import type { Sheets } from './sheets.ts'

export interface TextReader {
  /** What we say ourselves, in a language. */
  readonly sayIn: (language: string) => Say
  readonly config: Config
  /** The site is a Jekyll site with layouts of its own. */
  readonly isOwnLook: boolean
  /** True for a text that has a bibliography to cite from. */
  readonly cites: (entry: Entry) => boolean
  /** True for a text that lists works, whatever it cites. */
  readonly lists: (entry: Entry) => boolean
  readonly markdown: Markdown
  /** Made for the first text that has Liquid in it. */
  readonly liquid: () => LiquidParts
  /** Made for the first style sheet. */
  readonly sheets: () => Sheets
  readonly memory: SiteMemory
}

/** Reads a body; one without Liquid is read once, however often the site is loaded. */
export function readText(entry: Entry, reader: TextReader): Promise<Checked<Body>> {
  const read = (): Promise<Checked<Body>> => readAnew(entry, reader)
  return hasLiquid(entry.body) ? read() : reader.memory.bodies(entry, read)
}

/** The excerpt of a text by itself, for lists that Liquid writes. It has no excerpt of its own, and finds others as they are written. */
export async function readExcerpt(entry: Entry, reader: TextReader): Promise<Body> {
  const { source, body: original, bodyLine: line } = entry
  const text = entry.excerptFrom ?? entry.body
  const { value: whole } = await prepare(entry, excerptOf(text, entry.excerptSeparator) ?? text, reader, { part: 'excerpt' })
  const format = formatOf(entry)
  const macros = macrosOf(reader.config, entry.data)
  return (
    await reader.markdown.readBody({
      source,
      original,
      line,
      format,
      whole,
      macros,
      hasBlocks: !reader.isOwnLook,
      cites: reader.cites(entry),
    })
  ).value
}

// What has the name of a page, or no ending, is HTML.
function formatOf({ format, output }: Entry): Text['format'] {
  if (format === 'markdown') return format
  return /\.x?html?$|(?:^|\/)[^./]+$/.test(output) ? 'html' : 'plain'
}

async function readAnew(entry: Entry, reader: TextReader): Promise<Checked<Body>> {
  const head = reader.isOwnLook ? undefined : excerptOf(entry.body, entry.excerptSeparator)
  const whole = await prepare(entry, entry.body, reader)
  // The excerpt is a part of the text, so what is wrong with it has been told.
  const excerpt = head === undefined ? {} : { excerpt: (await prepare(entry, head, reader, { asks: whole.value.asked })).value }
  const { source, body: original, bodyLine: line } = entry
  const format = formatOf(entry)
  const macros = macrosOf(reader.config, entry.data)
  const asked = { macros, hasBlocks: !reader.isOwnLook, cites: reader.cites(entry), lists: reader.lists(entry) }
  const read = await reader.markdown.readBody({ source, original, line, format, whole: whole.value, ...excerpt, ...asked })
  const { value, diagnostics } = whole.sourceLine === undefined ? read : inAuthorsLines(read, entry, whole.sourceLine)
  return { value, diagnostics: [...whole.diagnostics, ...diagnostics] }
}

// Markdown saw the text as Liquid left it, with lines that includes and loops have added.
function inAuthorsLines({ value, diagnostics }: Checked<Body>, { body, bodyLine }: Entry, sourceLine: LineFinder): Checked<Body> {
  const lineOf = (line: number): number => sourceLine(line - bodyLine + 1) + bodyLine - 1
  const placed = (diagnostic: Diagnostic): Diagnostic => {
    const { position } = diagnostic
    if (position === undefined || lineOf(position.line) === position.line) return diagnostic
    return { ...diagnostic, position: below(positionOnLine(body, sourceLine(position.line - bodyLine + 1)), bodyLine) }
  }
  return {
    value: {
      ...value,
      links: value.links.map(link => ({ ...link, line: lineOf(link.line) })),
      citations: value.citations.map(each => ({ ...each, line: lineOf(each.line) })),
      namedLinks: value.namedLinks.map(each => ({ ...each, line: lineOf(each.line) })),
    },
    diagnostics: diagnostics.map(placed),
  }
}

type LineFinder = (line: number) => number

/** What Liquid has filled in, and the line of the author's text, from 1, that a line of it comes from. */
interface Filled<Value> extends Checked<Value> {
  readonly sourceLine?: LineFinder
}

// As in Jekyll, `render_with_liquid: false` leaves a text alone.
interface PartOfText {
  readonly part?: 'text' | 'excerpt'
  /** It is known already that dollars are math. */
  readonly asks?: boolean
}

async function prepare(
  entry: Entry,
  written: string,
  reader: TextReader,
  { part = 'text', asks = false }: PartOfText = {},
): Promise<Filled<WithoutMath>> {
  const cited = reader.cites(entry) ? fromScholar(written) : written
  const text = reader.isOwnLook || entry.format !== 'markdown' ? cited : prepareLecture(cited)
  const aside = setAside(entry, text, reader.config, asks)
  const filled = await fill(entry, aside, reader, part)
  if (entry.format !== 'sass') return { ...filled, value: { ...aside, text: filled.value } }
  const sheet = await reader.sheets().compileEntry(entry, filled.value)
  return { value: { ...aside, text: sheet.value }, diagnostics: [...filled.diagnostics, ...sheet.diagnostics] }
}

async function fill(
  entry: Entry,
  { text, formulas }: PreparedText,
  { liquid }: TextReader,
  part: 'text' | 'excerpt',
): Promise<Filled<string>> {
  if (!hasLiquid(text) || entry.data['render_with_liquid'] === false) return { value: text, diagnostics: [] }
  const { renderLiquid, scopeOf, subjectOf, reachOf } = liquid()
  const kind = entry.format === 'markdown' ? 'markdown' : 'other'
  const filled = await renderLiquid(text, entry.source, scopeOf(entry, part), {
    kind,
    reach: reachOf(entry, part),
    subject: subjectOf(entry),
  })
  const place = placingInFile({ text, formulas }, entry)
  const diagnostics = filled.diagnostics.map(place)
  // It may have written millions of characters, of which nobody will read the page.
  const isLost = filled.value.length > longestLost && hasErrors(diagnostics)
  return { value: isLost ? '' : filled.value, diagnostics, sourceLine: filled.sourceLine }
}

/** How much of a text whose Liquid has no end is still read, for a preview has nothing else to show. */
const longestLost = 200_000

// `asks` where it is known already that dollars are math: an excerpt takes them as its text does.
function setAside(entry: Entry, text: string, config: Config, asks: boolean): WithoutMath {
  if (mathModeOf(config) !== 'build' || entry.format !== 'markdown') return { text, formulas: [], asked: false }
  return setAsideMath(text, { asked: asks || asksForMath(config, entry.data), doubleDollars: dialectOf(config) === 'commonmark' })
}

// Liquid saw the body only, in which formulas stood as their numbers.
function placingInFile({ text, formulas }: PreparedText, { body, bodyLine }: Entry): (diagnostic: Diagnostic) => Diagnostic {
  const [position, start] = [positionsIn(body), lineStartsIn(text)]
  // Where the offset stands that the last place had, and the same in the body: places mostly come in their order.
  let [last, lastInBody] = [0, 0]
  const offsetInBody = (offset: number): number => {
    if (offset < last) [last, lastInBody] = [0, 0]
    lastInBody += putBack(text.slice(last, offset), formulas).length
    last = offset
    return lastInBody
  }
  return diagnostic => {
    const { position: found } = diagnostic
    if (found === undefined) return diagnostic
    const offset = offsetInBody(start(found.line) + found.column - 1)
    return { ...diagnostic, position: below(position(offset, found.length), bodyLine) }
  }
}
