// Kramdown's two loops: blocks from a text, and spans from the text of a block.

import { blockRules } from './blocks.ts'
import { type Cursor, check, isAtEnd, makeCursor, scan, search } from './cursor.ts'
import { type Element, makeElement } from './element.ts'
import { addText, type KramdownOptions, type Parser, type SpanRule, takeCharacter } from './parser.ts'
import { lineExpression } from './patterns.ts'
import { spanRules } from './spans.ts'

export function makeParser(options: KramdownOptions, decodeEntity: (entity: string) => string): Parser {
  const parser: Parser = {
    options,
    decodeEntity,
    cursor: makeCursor('', 0),
    tree: makeElement('root', '', 0),
    pending: undefined,
    stack: [],
    startsOrStops: new Map(),
    namedLists: new Map(),
    links: new Map(),
    footnotes: new Map(),
    abbreviations: new Map(),
    readBlocks: (element, text) => readBlocks(parser, element, text),
    readSpans: (element, stop, accept, rules) => readSpans(parser, element, stop, accept, rules ?? spanRules),
  }
  return parser
}

function readBlocks(parser: Parser, element: Element, text: { readonly text: string; readonly line: number } | undefined): boolean {
  const { tree, cursor, pending } = parser
  parser.tree = element
  parser.pending = undefined
  if (text !== undefined) parser.cursor = makeCursor(text.text, text.line)
  let found = false
  while (!found && !isAtEnd(parser.cursor)) {
    const result = readBlock(parser)
    found = result === 'closed'
  }
  parser.tree = tree
  parser.cursor = cursor
  parser.pending = pending
  return found
}

function readBlock(parser: Parser): 'read' | 'closed' {
  for (const rule of blockRules) {
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

function readSpans(
  parser: Parser,
  element: Element,
  stop: RegExp | undefined,
  accept: ((match: RegExpExecArray) => boolean) | undefined,
  rules: readonly SpanRule[],
): boolean {
  const { tree, cursor } = parser
  parser.stack.push(tree)
  parser.tree = element
  const start = stop === undefined ? anySpan : startOrStop(parser, stop)
  let found = false
  while (!isAtEnd(cursor)) {
    const next = search(cursor, start)
    if (next === null) {
      if (stop === undefined) addText(element, takeRest(cursor))
      break
    }
    addText(element, cursor.text.slice(cursor.at, next.index))
    cursor.at = next.index
    const stopped = stop === undefined ? null : check(cursor, stop)
    if (stopped && (accept === undefined || accept(stopped))) {
      found = true
      break
    }
    readSpan(parser, rules)
  }
  parser.tree = tree
  parser.stack.pop()
  return found
}

function readSpan(parser: Parser, rules: readonly SpanRule[]): void {
  for (const rule of rules) {
    const match = check(parser.cursor, rule.start)
    if (match === null) continue
    rule.read(parser, match)
    return
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
