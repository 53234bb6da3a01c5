// Tables. Any line with a pipe may be a row; a line of hyphens ends the head or sets bodies apart, one of `=` begins the foot.

import { makeAhead } from '../../../text/ahead.ts'
import { check, isAtEnd, lineOf, makeCursor, scan, sticky } from '../cursor.ts'
import { type Element, type ElementType, makeElement } from '../element.ts'
import { addText, type BlockRule, isAfterBoundary, type Parser, type SpanRule } from '../parser.ts'
import { boundaryExpression, lineExpression, upToThree } from '../patterns.ts'
import { codeSpan } from '../spans/code-span.ts'
import { spanHtml } from '../spans/span-html.ts'
import { nowhere } from '../surroundings.ts'

const pipe = '(?:\\||[^\\n]*?[^\\\\\\n]\\|)'
const rowLine = sticky(`${pipe}[^\\n]*?\\n`)
const start = sticky(`${upToThree}(?=[^ \\t\\r\\n\\f\\v])${pipe}[^\\n]*?\\n`)
const separator = sticky('(?=[+|: \\t]*-)([+|: \\t-]*)\\n')
const footSeparator = sticky('(?=[+|: \\t]*=)[+|: \\t=]*\\n')
const hasPipe = new RegExp(`^${pipe}`)

export const table: BlockRule = parser => {
  const { cursor } = parser
  if (!isAfterBoundary(parser) || !check(cursor, start)) return false
  const from = cursor.at
  const element = makeElement('table', '', lineOf(cursor))
  // The list is used up even if the lines turn out to be no table.
  if (parser.pending) element.list = parser.pending
  parser.pending = undefined
  const rest = readRows(parser, element)
  const isTable = check(cursor, boundaryExpression) !== null && pipesAreMeant(parser, cursor.text.slice(from, cursor.at - 1))
  if (isTable) addPart(element, rest.hasFoot ? 'tfoot' : 'tbody', rest.rows)
  if (!isTable || !element.children.some(part => part.type === 'tbody')) {
    cursor.at = from
    return false
  }
  fillRows(element)
  parser.tree.children.push(element)
  return true
}

function addPart(element: Element, type: ElementType, rows: Element[]): void {
  if (rows.length === 0) return
  const part = makeElement(type, '', rows[0]?.line ?? element.line)
  part.children = rows
  element.children.push(part)
}

function readRows(parser: Parser, element: Element): { rows: Element[]; hasFoot: boolean } {
  const { cursor } = parser
  const leadingPipe = /^[ \t]*\|/.test(check(cursor, rowLine)?.[0] ?? '')
  scan(cursor, separator)
  let rows: Element[] = []
  let hasFoot = false
  while (!isAtEnd(cursor) && check(cursor, rowLine)) {
    const line = lineOf(cursor)
    const head = scan(cursor, separator)
    if (head) {
      if (rows.length === 0) continue
      const isHead = element.columns === undefined && !hasFoot
      if (isHead) element.columns = alignments(head[1] ?? '')
      if (isHead || !hasFoot) {
        addPart(element, isHead ? 'thead' : 'tbody', rows)
        rows = []
      }
    } else if (scan(cursor, footSeparator)) {
      addPart(element, 'tbody', rows)
      rows = []
      hasFoot = true
    } else rows.push(rowOf(parser, scan(cursor, lineExpression)?.[0] ?? '', leadingPipe, line))
  }
  return { rows, hasFoot }
}

function alignments(text: string): NonNullable<Element['columns']> {
  return [...text.matchAll(/[ \t]?(:?)-+(:?)[ \t]?/g)].map(([, left, right]) =>
    left && right ? 'center' : left ? 'left' : right ? 'right' : undefined,
  )
}

function rowOf(parser: Parser, text: string, leadingPipe: boolean, line: number): Element {
  const row = makeElement('tr', '', line)
  const cells = cellsOf(parser, text)
  if (leadingPipe && cells[0]?.trim() === '') cells.shift()
  if (cells.at(-1)?.trim() === '') cells.pop()
  row.children = cells.map(cell => {
    const element = makeElement('td', '', line)
    addText(element, cell.trim(), 'raw')
    return element
  })
  return row
}

// A pipe in code is no border, whether the code is in backticks or in an element, and none in a link by name.
function cellsOf(parser: Parser, text: string): string[] {
  const cells: string[] = []
  const append = (piece: string): void => {
    if (cells.length === 0) cells.push(piece)
    else cells[cells.length - 1] += piece
  }
  splitAtCode(text).forEach((part, index) => {
    if (index % 2 === 1) {
      append(part)
      return
    }
    for (const span of spansOf(parser, part, [codeSpan, ...parser.added.pipes])) {
      if (span.type === 'text') {
        const [first = '', ...more] = span.value.split(/(?<!\\)\|/).map(piece => piece.replaceAll('\\|', '|'))
        append(first)
        for (const cell of more) cells.push(cell)
      } else append(span.type === 'html' ? span.value : inBackticks(span.value))
    }
  })
  return cells
}

const codeStart = /<code/g
const tagEnd = />/g
const codeEnd = /<\/code>/g

// The text, of which every second part is an element of code.
function splitAtCode(text: string): string[] {
  const next = makeAhead(text)
  const parts: string[] = []
  let from = 0
  for (;;) {
    const open = next(codeStart, from)
    const tag = open && next(tagEnd, open.index)
    const close = tag && next(codeEnd, tag.index + 1)
    if (!close) return [...parts, text.slice(from)]
    const end = close.index + close[0].length
    parts.push(text.slice(from, open.index), text.slice(open.index, end))
    from = end
  }
}

function inBackticks(code: string): string {
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map(ticks => ticks.length))
  const delimiter = '`'.repeat(longest + 1)
  const gap = delimiter.length > 1 ? ' ' : ''
  return delimiter + gap + code + gap + delimiter
}

function spansOf(parser: Parser, text: string, rules: readonly SpanRule[]): Element[] {
  const { cursor, around } = parser
  const root = makeElement('root', '', 0)
  parser.cursor = makeCursor(text, 0)
  parser.around = nowhere
  parser.readSpans(root, undefined, rules)
  parser.cursor = cursor
  parser.around = around
  return root.children
}

// Every line needs a pipe that is not part of code or of an element; else the text only looks like a table.
function pipesAreMeant(parser: Parser, text: string): boolean {
  let pipeOnLine = false
  for (const span of spansOf(parser, text, [codeSpan, spanHtml, ...parser.added.pipes])) {
    if (span.type === 'html') continue
    const lines = span.value.split('\n')
    while (lines.length > 0 && lines.at(-1) === '') lines.pop()
    if (span.type === 'code-span') {
      if (lines.length > 2 || (lines.length === 2 && !pipeOnLine)) return pipeOnLine
      if (lines.length === 2) pipeOnLine = false
    } else {
      if (lines.length > 1 && !pipeOnLine && !hasPipe.test(lines[0] ?? '')) return pipeOnLine
      pipeOnLine = (lines.length > 1 ? false : pipeOnLine) || hasPipe.test(lines.at(-1) ?? '')
    }
  }
  return pipeOnLine
}

// One long row among many short ones would make more cells than the text has characters, by far.
const mostFilled = 100_000

function fillRows(element: Element): void {
  const rows = element.children.flatMap(part => part.children)
  const width = rows.reduce((most, row) => Math.max(most, row.children.length), 0)
  let left = mostFilled
  for (const row of rows) for (; row.children.length < width && left > 0; left--) row.children.push(makeElement('td', '', row.line))
  element.columns = Array.from({ length: width }, (_, index) => element.columns?.[index])
}
