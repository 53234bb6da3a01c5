// `*emphasis*` and `**strong**`, with asterisks or underscores; an underscore within a word is none.

import { check, scan, sticky } from '../cursor.ts'
import { type Element, makeElement } from '../element.ts'
import { addText, type Parser, type SpanRule } from '../parser.ts'
import { isWithin } from '../surroundings.ts'

const white = /[ \t\r\n\f\v]/
const wordBefore = /\p{Alphabetic}-?\p{Alphabetic}*$/u
const wordAfter = /^[\p{L}\p{M}\p{N}]/u

export const emphasis: SpanRule = {
  name: 'emphasis',
  start: sticky('\\*\\*?|__?'),
  read(parser, [delimiter]) {
    const { cursor, tree, around } = parser
    const type = delimiter.length === 2 ? 'strong' : 'em'
    const sign = delimiter.charAt(0)
    const from = cursor.at
    const next = cursor.text[from + delimiter.length] ?? ''
    const isInWord = sign === '_' && wordBefore.test(cursor.text.slice(Math.max(0, from - 40), from))
    const isNested = isWithin(around, type)
    cursor.at += delimiter.length
    if (isInWord || white.test(next) || isNested) {
      addText(tree, delimiter)
      return true
    }
    let element = tryRead(parser, delimiter, type)
    if (!element && type === 'strong' && tree.type !== 'em') {
      cursor.at = from + 1
      element = tryRead(parser, sign, 'em')
    }
    if (element) tree.children.push(element)
    else {
      cursor.at = from + delimiter.length
      addText(tree, delimiter)
    }
    return true
  },
}

const stops: Record<string, RegExp> = { '*': sticky('\\*'), '**': sticky('\\*\\*'), _: sticky('_'), __: sticky('__') }
const doubled: Record<string, RegExp> = { '*': sticky('\\*\\*(?!\\*)'), _: sticky('__(?!_)') }

function tryRead(parser: Parser, delimiter: string, type: 'em' | 'strong'): Element | undefined {
  const { cursor } = parser
  const element = makeElement(type, '', 0)
  const stop = stops[delimiter] as RegExp
  const endsHere = (): boolean => {
    if (white.test(cursor.text[cursor.at - 1] ?? '') || element.children.length === 0) return false
    if (type === 'em' && check(cursor, doubled[delimiter] as RegExp)) return false
    return !delimiter.startsWith('_') || !wordAfter.test(cursor.text.slice(cursor.at + delimiter.length, cursor.at + delimiter.length + 2))
  }
  if (!parser.readSpans(element, { expression: stop, accept: () => (endsHere() ? 'yes' : 'no'), isLocal: true })) return undefined
  scan(cursor, stop)
  return element
}
