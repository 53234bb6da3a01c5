// Links and images: `[text](address "title")`, `[text][label]`, `[label]`, and the same after an exclamation mark.

import { deepest } from '../../nesting.ts'
import { addressAt } from '../addresses.ts'
import { applyAttributes } from '../attributes.ts'
import { linkId } from '../blocks/definitions.ts'
import { type Cursor, check, scan, sticky } from '../cursor.ts'
import { type Element, makeElement } from '../element.ts'
import { ahead, memoryOf } from '../memory.ts'
import { addText, type Parser, type SpanRule } from '../parser.ts'
import { space } from '../patterns.ts'
import { isWithin, within } from '../surroundings.ts'

const bracket = sticky('(\\])|!?\\[')
const closing = /\]/g
const label = sticky(`${space}*?\\[([^\\]]+)?\\]`)
const angle = sticky('\\(<')
const closingAngle = /[>\n]/g
const closingParen = sticky('\\)')
const quote = sticky(`${space}*?(["'])(?=[^])`)
const closingQuotes: Record<string, RegExp> = { '"': new RegExp(`"${space}*?\\)`, 'g'), "'": new RegExp(`'${space}*?\\)`, 'g') }

export const link: SpanRule = {
  name: 'link',
  start: sticky('!?\\[(?=[^^])'),
  read(parser, [opening]) {
    const { cursor, tree, around } = parser
    const from = cursor.at + opening.length
    const element = makeElement(opening.startsWith('!') ? 'img' : 'a', '', 0)
    const ends = memoryOf(cursor).closings(within(around, 'a'))
    // Images may stand in a link or an image, links in neither.
    const isAllowed = element.type === 'img' || !isWithin(around, 'a')
    if (isAllowed && mayEnd(parser, from, ends) && readText(parser, element, from, ends) && readTarget(parser, element, from))
      tree.children.push(element)
    else {
      cursor.at = from
      addText(tree, opening)
    }
    return true
  },
}

// What is known of a bracket saves reading the text behind it.
function mayEnd(parser: Parser, from: number, ends: ReadonlyMap<number, number>): boolean {
  const { cursor } = parser
  const end = ends.get(from)
  if (end === undefined) return ahead(cursor, closing, from) !== null
  cursor.at = end
  return end >= 0 && readTarget(parser, makeElement('a', '', 0), from)
}

// The brackets within must come in pairs; those of images are taken up by the images.
function readText(parser: Parser, element: Element, from: number, ends: Map<number, number>): boolean {
  const { cursor } = parser
  const open = [from]
  let looked = 0
  const takeUpImages = (): void => {
    for (; looked < element.children.length; looked++) if (element.children[looked]?.type === 'img') open.pop()
  }
  const accept = (match: RegExpExecArray): 'yes' | 'no' | 'never' => {
    takeUpImages()
    // Where a bracket within is never closed, those around it are not either.
    if (ends.get(open.at(-1) ?? from) === -1) return 'never'
    const opened = match[1] === undefined ? undefined : open.pop()
    if (match[1] === undefined) open.push(cursor.at + match[0].length)
    else if (opened !== undefined) ends.set(opened, cursor.at)
    return open.length === 0 ? 'yes' : 'no'
  }
  cursor.at = from
  if (parser.readSpans(element, { expression: bracket, accept, isLocal: false })) return true
  takeUpImages()
  if (parser.depth < deepest) for (const place of open) ends.set(place, -1)
  return false
}

function readTarget(parser: Parser, element: Element, from: number): boolean {
  const { cursor } = parser
  const text = { from, to: cursor.at }
  scan(cursor, bracket)
  const named = scan(cursor, label)
  if (named || cursor.text[cursor.at] !== '(') return readDefined(parser, element, named?.[1], text)
  const address = takeAddress(cursor)
  if (address === undefined) return false
  const { from: start, to, isWhole } = address
  const url = (): string => cursor.text.slice(start, to).trim()
  if (isWhole) return finish(parser, element, url(), undefined, text)
  const title = takeTitle(cursor)
  return title === undefined ? false : finish(parser, element, url(), title, text)
}

interface Range {
  readonly from: number
  readonly to: number
}

function readDefined(parser: Parser, element: Element, id: string | undefined, text: Range): boolean {
  if (parser.links.size === 0 || (id === undefined && text.to - text.from > longestLabel)) return false
  const definition = parser.links.get(linkId(id ?? textOf(parser, text)))
  if (definition === undefined) return false
  if (definition.end?.list) applyAttributes(element.attributes, definition.end.list, parser.namedLists)
  return finish(parser, element, definition.url, definition.title, text)
}

// Brackets within brackets would each be looked up as a label, however long.
const longestLabel = 1000

function textOf({ cursor }: Parser, { from, to }: Range): string {
  return cursor.text.slice(from, to).replace(/\\([\\.*_+`<>()[\]{}#!:|"'$=-])/g, '$1')
}

// In angle brackets, or up to the parenthesis that closes the first or to the white space before a title.
function takeAddress(cursor: Cursor): (Range & { readonly isWhole: boolean }) | undefined {
  const inAngles = scan(cursor, angle)
  const from = cursor.at
  if (inAngles !== null) {
    const close = ahead(cursor, closingAngle, from)
    if (close?.[0] === '>') {
      cursor.at = close.index + 1
      return { from, to: close.index, isWhole: scan(cursor, closingParen) !== null }
    }
    cursor.at = from - inAngles[0].length
  }
  const start = cursor.at + 1
  const address = addressAt(cursor, cursor.at)
  if (address === undefined) return undefined
  cursor.at = address.end
  return { from: start, to: address.end - 1, isWhole: address.isWhole }
}

function takeTitle(cursor: Cursor): string | undefined {
  const opening = check(cursor, quote)
  if (opening === null) return undefined
  const from = cursor.at + opening[0].length
  const close = ahead(cursor, closingQuotes[opening[1] ?? ''] as RegExp, from + 1)
  if (close === null) return undefined
  cursor.at = close.index + close[0].length
  return cursor.text.slice(from, close.index)
}

function finish(parser: Parser, element: Element, url: string, title: string | undefined, text: Range): true {
  element.attributes.set(element.type === 'a' ? 'href' : 'src', url)
  if (element.type === 'img') {
    element.attributes.set('alt', textOf(parser, text))
    // What is more than words is shown where they are the caption of a figure.
    if (element.children.every(({ type }) => type === 'text')) element.children = []
  }
  if (title !== undefined) element.attributes.set('title', title)
  return true
}
