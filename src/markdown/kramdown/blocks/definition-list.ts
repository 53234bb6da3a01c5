// Definition lists: the paragraph above becomes the terms, a line each, and what stands after a colon the definition.

import { type Cursor, check, isAtEnd, lineOf, scan } from '../cursor.ts'
import { type Element, makeElement } from '../element.ts'
import { addText, type BlockRule, type Parser } from '../parser.ts'
import { blankExpression, endMarkerExpression } from '../patterns.ts'
import { itemStart, readFirstLine, takeItemAttributes } from './list.ts'

interface Definition {
  readonly element: Element
  text: string
}

export const definitionList: BlockRule = parser => {
  if (!check(parser.cursor, itemStart('dl', 4))) return false
  const { children } = parser.tree
  const [beforeLast, last] = [children.at(-2), children.at(-1)]
  const isDirect = last?.type === 'paragraph'
  const isApart = last?.type === 'blank' && last.value === '\n' && beforeLast?.type === 'paragraph'
  if (!isDirect && !isApart) return false
  const blank = isApart ? children.pop() : undefined
  const paragraph = children.pop() as Element
  const element = makeElement('dl', '', paragraph.line)
  if (paragraph.list) element.list = paragraph.list
  parser.pending = undefined
  element.children = termsOf(paragraph)
  const definitions = gather(parser.cursor, blank !== undefined)
  const trailing = readDefinitions(parser, definitions)
  for (const definition of definitions) element.children.push(definition.element)
  place(children, element)
  if (trailing) children.push(trailing)
  return true
}

function termsOf(paragraph: Element): Element[] {
  return (paragraph.children[0]?.value ?? '')
    .split('\n')
    .filter(term => term !== '')
    .map(term => {
      const element = makeElement('dt', '', paragraph.line)
      addText(element, takeItemAttributes(element, term), 'raw')
      return element
    })
}

function gather(cursor: Cursor, isApart: boolean): Definition[] {
  const definitions: Definition[] = []
  let [keepsParagraph, wasBlank, start] = [isApart, false, itemStart('dl', 4)]
  let patterns: ReturnType<typeof readFirstLine>['patterns'] | undefined
  while (!isAtEnd(cursor)) {
    const line = lineOf(cursor)
    const match = scan(cursor, start)
    const current = definitions.at(-1)
    if (match) {
      const element = makeElement('dd', '', line)
      element.keepsParagraph = keepsParagraph
      const first = readFirstLine(match[1]?.length ?? 1, match[2] ?? '')
      patterns = first.patterns
      definitions.push({ element, text: takeItemAttributes(element, first.text) })
      start = itemStart('dl', patterns.indentation)
      keepsParagraph = wasBlank = false
      continue
    }
    if (check(cursor, endMarkerExpression)) break
    const more = patterns && (scan(cursor, patterns.content) ?? (wasBlank ? null : scan(cursor, patterns.lazy)))
    if (more && patterns && current) {
      current.text += more[0].replace(/^\t+/, tabs => ' '.repeat(4 * tabs.length)).replace(patterns.indent, '')
      keepsParagraph = wasBlank = false
      continue
    }
    const blanks = scan(cursor, blankExpression)
    if (!blanks || !current) break
    current.text += blanks[0]
    keepsParagraph = wasBlank = true
  }
  return definitions
}

function readDefinitions(parser: Parser, definitions: readonly Definition[]): Element | undefined {
  let last: Element | undefined
  for (const { element, text } of definitions) {
    parser.readBlocks(element, { text, line: element.line })
    const { children } = element
    if (children.length === 0) continue
    last = children.at(-1)?.type === 'blank' ? children.pop() : undefined
    const first = children[0]
    if (first?.type !== 'paragraph' || element.keepsParagraph) continue
    if (children.length > 1 && first.children[0]) first.children[0].value += '\n'
    first.transparent = true
  }
  return last
}

// Two lists with no more than a blank line between them are one.
function place(children: Element[], element: Element): void {
  const [beforeLast, last] = [children.at(-2), children.at(-1)]
  if (last?.type === 'dl') moveChildren(element, last)
  else if (last?.type === 'blank' && beforeLast?.type === 'dl') {
    children.pop()
    moveChildren(element, beforeLast)
  } else children.push(element)
}

function moveChildren(from: Element, to: Element): void {
  for (const child of from.children) to.children.push(child)
}
