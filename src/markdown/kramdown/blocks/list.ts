// Bullet and numbered lists. What belongs to an item is settled by its indentation, line by line, before its blocks are read;
// whether its first paragraph is written as one, by the blank lines around it.

import { listOf, readAttributes } from '../attributes.ts'
import { type Cursor, check, isAtEnd, lineOf, scan, sticky } from '../cursor.ts'
import { type Element, makeElement } from '../element.ts'
import type { BlockRule, Parser } from '../parser.ts'
import {
  attributeList,
  blankExpression,
  blockTagStart,
  blockTagStop,
  endMarkerExpression,
  idName,
  listTail,
  listText,
  space,
} from '../patterns.ts'
import { ruleExpression } from './rules.ts'

/** An item while its lines are gathered; a nested list that begins without a blank line above it is read apart. */
export interface ItemLines {
  readonly element: Element
  readonly texts: string[]
  readonly line: number
}

/** How the lines below an item's first are read, by how far its text stands to the right. */
export interface ItemPatterns {
  readonly indentation: number
  /** A line indented as far as the item's text. */
  readonly content: RegExp
  /** A line that goes on although it is not. */
  readonly lazy: RegExp
  readonly indent: RegExp
}

const itemAttributes = new RegExp(`^${space}*(?:\\{:(?!(?:${idName})?:|\\/)(${listText})\\})${space}*`)
const onlyAttributes = new RegExp(`^(?:${space}*\\{:(?!(?:${idName})?:|\\/)${listText}\\}${space}*)?${space}*\\n`)
const patternsOf = new Map<number, ItemPatterns>()

function patternsFor(indentation: number): ItemPatterns {
  const known = patternsOf.get(indentation)
  if (known !== undefined) return known
  const [tabs, rest] = [Math.floor(indentation / 4), indentation % 4]
  const filled = '[^\\n]*[^ \\t\\r\\n\\f\\v][^\\n]*\\n'
  const outdented = ` {0,${Math.min(indentation, 3)}}`
  const made = {
    indentation,
    content: sticky(`(?:(?:\\t| {4}){${tabs}} {${rest}}|(?:\\t| {4}){${tabs + 1}})${filled}`),
    lazy: sticky(`(?!${outdented}(?:${attributeList}|${blockTagStop}|${blockTagStart}))${filled}`),
    indent: new RegExp(`^ {${indentation}}`),
  }
  patternsOf.set(indentation, made)
  return made
}

/** The text of an item's first line, and how the following ones are read. `width` is that of its marker. */
export function readFirstLine(width: number, rest: string): { readonly text: string; readonly patterns: ItemPatterns } {
  let [text, indentation] = [rest, width]
  if (onlyAttributes.test(text)) indentation = 4
  else {
    text = text.replace(/^[ \t]+/, white => ' '.repeat(columnsOf(white, width)))
    indentation += text.length - text.replace(/^ */, '').length
  }
  return { text: text.replace(/^[ \t\r\n\f\v]*/, ''), patterns: patternsFor(indentation) }
}

// Tabs reach to the next fourth column, the marker included.
function columnsOf(white: string, width: number): number {
  let column = width
  for (const character of white) column += character === '\t' ? 4 - (column % 4) : 1
  return column - width
}

/** Takes the attribute list off an item's text. */
export function takeItemAttributes(element: Element, text: string): string {
  return text.replace(itemAttributes, (_, list: string) => {
    readAttributes(list, listOf(element))
    return ''
  })
}

const markers = { ul: '[+*-]', ol: '\\d+\\.', dl: ':' }
const startsOf = new Map<string, RegExp>()

/** Where the next item begins, below one whose text stands `indentation` to the right. */
export function itemStart(type: keyof typeof markers, indentation: number): RegExp {
  const width = indentation >= 1 && indentation <= 3 ? indentation - 1 : 3
  const key = `${type}${width}`
  const start = startsOf.get(key) ?? sticky(`( {0,${width}}${markers[type]})(${listTail})`)
  startsOf.set(key, start)
  return start
}

const anyStart = /^ {0,3}(?:[+*-]|\d+\.)[\t| ][^\n]*?\n/

export const list: BlockRule = parser => {
  const { cursor } = parser
  const type = check(cursor, itemStart('ul', 4)) ? 'ul' : check(cursor, itemStart('ol', 4)) ? 'ol' : undefined
  if (type === undefined) return false
  const element = makeElement(type, '', lineOf(cursor))
  if (parser.pending) element.list = parser.pending
  parser.pending = undefined
  const { items, isEnded } = gather(cursor, type)
  parser.tree.children.push(element)
  element.children = items.map(item => item.element)
  const last = readItems(parser, element, items, isEnded)
  if (parser.options.isGfm) markTasks(element)
  if (last && !isEnded) parser.tree.children.push(last)
  return true
}

interface Gathering {
  item: ItemLines | undefined
  patterns: ItemPatterns | undefined
  start: RegExp
  hasNested: boolean
  wasBlank: boolean
}

function gather(cursor: Cursor, type: 'ul' | 'ol'): { items: ItemLines[]; isEnded: boolean } {
  const items: ItemLines[] = []
  const state: Gathering = { item: undefined, patterns: undefined, start: itemStart(type, 4), hasNested: false, wasBlank: false }
  while (!isAtEnd(cursor)) {
    if (state.wasBlank && check(cursor, ruleExpression)) break
    if (scan(cursor, endMarkerExpression)) return { items, isEnded: true }
    const line = lineOf(cursor)
    const start = scan(cursor, state.start)
    if (start) {
      items.push(beginItem(state, type, start, line))
      continue
    }
    const match = state.patterns && (scan(cursor, state.patterns.content) ?? (state.wasBlank ? null : scan(cursor, state.patterns.lazy)))
    if (match && state.patterns) addLine(state, state.patterns, match[0])
    else {
      const blanks = scan(cursor, blankExpression)
      if (!blanks) break
      state.hasNested = true
      state.wasBlank = true
      append(state, blanks[0])
    }
  }
  return { items, isEnded: false }
}

function beginItem(state: Gathering, type: 'ul' | 'ol', [, marker = '', rest = '']: RegExpExecArray, line: number): ItemLines {
  const element = makeElement('li', '', line)
  const { text, patterns } = readFirstLine(marker.length, rest)
  const value = takeItemAttributes(element, text)
  state.item = { element, texts: [value], line }
  state.patterns = patterns
  state.start = itemStart(type, patterns.indentation)
  state.hasNested = anyStart.test(value)
  state.wasBlank = false
  return state.item
}

function addLine(state: Gathering, patterns: ItemPatterns, found: string): void {
  const spaced = found.replace(/^\t+/, tabs => ' '.repeat(4 * tabs.length))
  const isIndented = patterns.indent.test(spaced)
  let text = spaced.replace(patterns.indent, '')
  if (anyStart.test(text)) {
    if (!state.hasNested && isIndented) {
      state.item?.texts.push('')
      state.hasNested = true
    } else if (state.hasNested && !isIndented) text = ' '.repeat(patterns.indentation + 4) + text
  }
  append(state, text)
  state.wasBlank = false
}

function append(state: Gathering, text: string): void {
  const texts = state.item?.texts
  if (texts) texts[texts.length - 1] += text
}

// Answers the blank lines at the end of the last item, which belong behind the list.
function readItems(parser: Parser, element: Element, items: readonly ItemLines[], isEnded: boolean): Element | undefined {
  let last: Element | undefined
  for (const item of items) {
    let { line } = item
    for (const text of item.texts) {
      parser.readBlocks(item.element, { text, line })
      line += text.split('\n').length - 1
    }
  }
  for (const { element: item } of items) {
    const { children } = item
    if (children.length === 0) continue
    if (children[0]?.type === 'paragraph' && children[1]?.type === 'end' && children[0].list) children.splice(1, 1)
    if (isTight(element, item, isEnded)) {
      const first = children[0] as Element
      if (children.length > 1 && children[1]?.type !== 'blank' && first.children[0]) first.children[0].value += '\n'
      first.transparent = true
    }
    last = children.at(-1)?.type === 'blank' ? children.pop() : undefined
  }
  return last
}

// An item's first paragraph has no tags of its own if no blank line follows it; the last item is as the ones before it.
function isTight(element: Element, item: Element, isEnded: boolean): boolean {
  const { children } = item
  if (children[0]?.type !== 'paragraph') return false
  const isLast = item === element.children.at(-1)
  const standsAlone = children.length < 2 || children[1]?.type !== 'blank' || (isLast && children.length === 2 && !isEnded)
  if (!standsAlone) return false
  if (!isLast || element.children.length === 1) return true
  return element.children.some(
    other => other !== item && (other.children[0]?.type !== 'paragraph' || other.children[0].transparent === true),
  )
}

// GFM's boxes: from the first that is found on, every item of the list is one of tasks.
function markTasks(element: Element): void {
  let isTaskList = false
  for (const item of element.children) {
    const paragraph = item.children[0]?.type === 'paragraph' ? item.children[0] : undefined
    const text = paragraph?.children[0]
    if (paragraph === undefined || text === undefined) continue
    const box = /^[ \t\r\n\f\v]*\[([ xX])\][ \t\r\n\f\v]+/.exec(text.value)
    if (box) {
      text.value = text.value.slice(box[0].length)
      paragraph.children.unshift(makeElement('task-box', box[1] === ' ' ? '' : 'done', text.line))
      isTaskList = true
    }
    if (isTaskList) item.attributes.set('class', 'task-list-item')
  }
  if (isTaskList) element.attributes.set('class', 'task-list')
}
