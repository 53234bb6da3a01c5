// `{::name options}body{:/name}`: comments, text that is no Markdown, and options, among blocks and within a line alike.

import { readKramdownOptions } from '../kramdown-options.ts'
import { makeAttributeList, readAttributes } from './attributes.ts'
import type { Cursor } from './cursor.ts'
import { makeElement } from './element.ts'
import { ahead } from './memory.ts'
import { addBlock, type Parser } from './parser.ts'
import { idName, listChars, space, upToThree } from './patterns.ts'

const opening = `\\{::(\\w+)(?:${space}(${listChars}{0,1000}?)|)(\\/)?\\}`
const anyClosing = `\\{:\\/(${idName})?\\}`

/** Groups: name, options, self-closing, name of a closing tag. */
export const extensionTag = `(?:${opening}|${anyClosing})`

const names: ReadonlySet<string> = new Set(['comment', 'nomarkdown', 'options'])

/** Reads the extension that `match` opens; false where it is none, and the cursor has not moved. */
export function readExtension(parser: Parser, match: RegExpExecArray, place: 'block' | 'span'): boolean {
  const { cursor } = parser
  const [whole, name, options = '', closed] = match
  if (name === undefined || !names.has(name)) return false
  const before = cursor.at
  cursor.at += whole.length
  const body = closed === undefined ? takeBody(cursor, name, place) : undefined
  if ((closed === undefined && body === undefined) || !apply(parser, name, options, body, place)) {
    cursor.at = before
    return false
  }
  return true
}

const blockEnd = (name: string): RegExp => new RegExp(`^${upToThree}\\{:\\/(?:${name})?\\}${space}*?\\n`, 'gm')
const spanEnd = (name: string): RegExp => new RegExp(`\\{:\\/(?:${name})?\\}`, 'g')
const endings = { block: byName(blockEnd), span: byName(spanEnd) }

function byName(make: (name: string) => RegExp): Readonly<Record<string, RegExp>> {
  return Object.fromEntries([...names].map(name => [name, make(name)]))
}

function takeBody(cursor: Cursor, name: string, place: 'block' | 'span'): string | undefined {
  const found = ahead(cursor, endings[place][name] as RegExp, cursor.at)
  if (!found) return undefined
  const body = cursor.text.slice(cursor.at, found.index)
  cursor.at = found.index + found[0].length
  return place === 'block' ? body.replace(/\n$/, '') : body
}

function apply(parser: Parser, name: string, options: string, body: string | undefined, place: 'block' | 'span'): boolean {
  if (name === 'comment') {
    if (body !== undefined)
      parser.tree.children.push(Object.assign(makeElement('comment', `<!-- ${body} -->`, 0), { isSpan: place === 'span' }))
    return true
  }
  if (name === 'nomarkdown') {
    const list = makeAttributeList()
    readAttributes(options, list)
    const types = (list.attributes.get('type') ?? '').split(/\s+/).filter(type => type !== '')
    if (body !== undefined && (types.length === 0 || types.includes('html')))
      parser.tree.children.push(Object.assign(makeElement('markup', body, 0), { isSpan: place === 'span' }))
    return true
  }
  if (name !== 'options') return false
  const list = makeAttributeList()
  readAttributes(options, list)
  parser.options = readKramdownOptions(Object.fromEntries(list.attributes), parser.options)
  if (place === 'block') addBlock(parser, 'end', '', 0).meaning = 'extension'
  return true
}
