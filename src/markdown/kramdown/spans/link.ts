// Links and images: `[text](address "title")`, `[text][label]`, `[label]`, and the same after an exclamation mark.

import { applyAttributes } from '../attributes.ts'
import { linkId } from '../blocks/definitions.ts'
import { check, scan, search, sticky } from '../cursor.ts'
import { type Element, makeElement } from '../element.ts'
import { addText, type LinkDefinition, type Parser, type SpanRule } from '../parser.ts'
import { space } from '../patterns.ts'

const bracket = sticky('(\\])|!?\\[')
const label = sticky(`${space}*?\\[([^\\]]+)?\\]`)
const paren = sticky('\\(')
const inAngles = sticky('\\(<([^\\n]*?)>')
const closingParen = sticky('\\)')
const title = sticky(`${space}*?(["'])([^]+?)\\1${space}*?\\)`)
const parenOrTitle = new RegExp(`(\\()|(\\))|${space}(?=['"])`, 'g')

export const link: SpanRule = {
  name: 'link',
  start: sticky('!?\\[(?=[^^])'),
  read(parser, [opening]) {
    const { cursor, tree, stack } = parser
    const from = cursor.at + opening.length
    cursor.at = from
    const type = opening.startsWith('!') ? 'img' : 'a'
    const isNested = type === 'a' && [tree, ...stack].some(element => element.type === 'img' || element.type === 'a')
    const element = makeElement(type, '', 0)
    if (isNested || !readText(parser, element) || !readTarget(parser, element, from)) {
      cursor.at = from
      addText(tree, opening)
    } else tree.children.push(element)
  },
}

// The brackets within must come in pairs; those of images are taken up by the images.
function readText(parser: Parser, element: Element): boolean {
  let depth = 1
  return parser.readSpans(element, bracket, match => {
    depth += match[1] === undefined ? 1 : -1
    return depth - element.children.filter(child => child.type === 'img').length === 0
  })
}

function readTarget(parser: Parser, element: Element, from: number): boolean {
  const { cursor } = parser
  const text = cursor.text.slice(from, cursor.at).replace(/\\([\\.*_+`<>()[\]{}#!:|"'$=-])/g, '$1')
  scan(cursor, bracket)
  const named = scan(cursor, label)
  if (named || !check(cursor, paren)) return readDefined(parser, element, named?.[1] ?? text, text)
  const angled = scan(cursor, inAngles)
  const address = angled ? { url: angled[1] ?? '', isWhole: scan(cursor, closingParen) !== null } : takeAddress(parser)
  if (address.isWhole) return finish(element, address.url, undefined, text)
  const titled = scan(cursor, title)
  return titled ? finish(element, address.url, titled[2], text) : false
}

function readDefined(parser: Parser, element: Element, id: string, text: string): boolean {
  const definition = parser.links.get(linkId(id))
  if (definition === undefined) return false
  addDefinition(parser, element, definition)
  return finish(element, definition.url, definition.title, text)
}

function addDefinition(parser: Parser, element: Element, { end }: LinkDefinition): void {
  if (end.list) applyAttributes(element.attributes, end.list, parser.namedLists)
}

// Up to the parenthesis that closes the first, or to the white space before a title.
function takeAddress({ cursor }: Parser): { readonly url: string; readonly isWhole: boolean } {
  const from = cursor.at
  let depth = 0
  for (let match = search(cursor, parenOrTitle); match; match = search(cursor, parenOrTitle)) {
    cursor.at = match.index + match[0].length
    if (match[2] !== undefined) depth--
    else if (match[1] !== undefined) depth++
    if (depth === 0 || (match[1] === undefined && match[2] === undefined)) break
  }
  return { url: cursor.text.slice(from + 1, cursor.at - 1).trim(), isWhole: depth === 0 }
}

function finish(element: Element, url: string, title: string | undefined, text: string): true {
  element.attributes.set(element.type === 'a' ? 'href' : 'src', url)
  if (element.type === 'img') {
    element.attributes.set('alt', text)
    element.children = []
  }
  if (title !== undefined) element.attributes.set('title', title)
  return true
}
