// Kramdown's two loops: blocks from a text, and spans from the text of a block.

import { blockRules } from './blocks.ts'
import { type Cursor, check, isAtEnd, makeCursor, scan, search } from './cursor.ts'
import { type Element, makeElement } from './element.ts'
import { memoryOf } from './memory.ts'
import { addText, isTooDeep, type KramdownOptions, nothingAdded, type Parser, type SpanRule, type Stop, takeCharacter } from './parser.ts'
import { lineExpression } from './patterns.ts'
import { spanRules } from './spans.ts'
import { isTentative, nowhere, within } from './surroundings.ts'

export function makeParser(options: KramdownOptions, decodeEntity: (entity: string) => string, added = nothingAdded): Parser {
  const parser: Parser = {
    options,
    blockRules: added.blocks.length === 0 ? blockRules : [...added.blocks, ...blockRules],
    added,
    decodeEntity,
    cursor: makeCursor('', 0),
    tree: makeElement('root', '', 0),
    pending: undefined,
    depth: 0,
    around: nowhere,
    startsOrStops: new Map(),
    namedLists: new Map(),
    links: new Map(options.links),
    footnotes: new Map(),
    abbreviations: new Map(),
    readBlocks: (element, text) => readBlocks(parser, element, text),
    readSpans: (element, stop, rules) => readSpans(parser, element, stop, rules ?? spanRules),
  }
  return parser
}

function readBlocks(parser: Parser, element: Element, text: { readonly text: string; readonly line: number } | undefined): boolean {
  const { tree, cursor, pending } = parser
  parser.tree = element
  parser.pending = undefined
  if (text !== undefined) parser.cursor = makeCursor(text.text, text.line)
  const found = !isTooDeep(parser, element) && readUntilClosed(parser)
  parser.tree = tree
  parser.cursor = cursor
  parser.pending = pending
  return found
}

function readUntilClosed(parser: Parser): boolean {
  let found = false
  parser.depth++
  while (!found && !isAtEnd(parser.cursor)) found = readBlock(parser) === 'closed'
  parser.depth--
  return found
}

function readBlock(parser: Parser): 'read' | 'closed' {
  for (const rule of parser.blockRules) {
    const result = rule(parser)
    if (result === 'closed') return 'closed'
    if (result) return 'read'
  }
  // A last line without an end, as only a nested text can have.
  addText(parser.tree, scan(parser.cursor, lineExpression)?.[0] ?? takeRest(parser.cursor), 'raw')
  return 'read'
}

function takeRest(cursor: Cursor): string {
  const rest = cursor.text.slice(cursor.at)
  cursor.at = cursor.text.length
  return rest
}

// Where a span may begin: the characters of all rules' starts. `[^\\]?["']` begins one before its quote.
const anySpan = /[*_`<&$\\]|!?\[|\{:|--|\.\.\.|(?:\\| )?(?:<<|>>)|(?: {2})(?=\n)|~~|[^\\]?["']/gu

function readSpans(parser: Parser, element: Element, stop: Stop | undefined, rules: readonly SpanRule[]): boolean {
  if (isTooDeep(parser, element)) return false
  const { tree, around } = parser
  parser.tree = element
  parser.around = within(around, element.type)
  parser.depth++
  const found = stop === undefined ? readToEnd(parser, rules) : readToStop(parser, stop, rules)
  parser.depth--
  parser.tree = tree
  parser.around = around
  return found
}

function readToEnd(parser: Parser, rules: readonly SpanRule[]): false {
  const { cursor, tree } = parser
  while (!isAtEnd(cursor)) {
    if (readTextUpTo(parser, anySpan)) readSpan(parser, rules)
    else addText(tree, takeRest(cursor))
  }
  return false
}

function readToStop(parser: Parser, stop: Stop, rules: readonly SpanRule[]): boolean {
  const { cursor, tree } = parser
  const start = startOrStop(parser, stop.expression)
  const dead = stop.isLocal && isTentative(parser.around) ? deadEnds(parser, stop, rules === spanRules) : undefined
  const passed: number[] = []
  while (!isAtEnd(cursor)) {
    // An emphasis must not be empty, so for the first place it may matter where it began.
    if (dead !== undefined && tree.children.length > 0) {
      if (dead.has(cursor.at)) break
      passed.push(cursor.at)
    }
    if (!readTextUpTo(parser, start)) break
    const stopped = check(cursor, stop.expression)
    const answer = stopped === null ? 'no' : (stop.accept?.(stopped) ?? 'yes')
    if (answer === 'yes') return true
    if (answer === 'never') break
    readSpan(parser, rules)
  }
  for (const place of passed) dead?.add(place)
  return false
}

function deadEnds(parser: Parser, { expression }: Stop, readsAll: boolean): Set<number> {
  return memoryOf(parser.cursor).deadEnds(`${expression.source} ${readsAll} ${parser.around}`)
}

function readTextUpTo({ cursor, tree }: Parser, start: RegExp): boolean {
  const next = search(cursor, start)
  if (next === null) return false
  addText(tree, cursor.text.slice(cursor.at, next.index))
  cursor.at = next.index
  return true
}

function readSpan(parser: Parser, rules: readonly SpanRule[]): void {
  for (const rule of rules) {
    const match = check(parser.cursor, rule.start)
    if (match !== null && rule.read(parser, match)) return
  }
  takeCharacter(parser)
}

// Compiling an expression for each emphasis cost more than reading it.
function startOrStop({ startsOrStops }: Parser, stop: RegExp): RegExp {
  const name = stop.source + stop.flags
  const made = startsOrStops.get(name) ?? new RegExp(`${stop.source}|${anySpan.source}`, stop.flags.includes('i') ? 'giu' : 'gu')
  startsOrStops.set(name, made)
  return made
}
