// Abbreviations: wherever a name that the text defines stands as a word of its own, it shows what it is short for.

import { type Element, makeElement } from './element.ts'
import type { Parser } from './parser.ts'

/** Puts abbreviations in place of their names in all texts below `root`. */
export function replaceAbbreviations(parser: Parser, root: Element): void {
  if (parser.abbreviations.size === 0) return
  const names = namesOf(parser.abbreviations.keys())
  const replace = (element: Element): void => {
    element.children = element.children.flatMap(child => {
      if (child.type !== 'text') replace(child)
      else if (element.content !== 'raw') return abbreviated(parser, child, names)
      return [child]
    })
  }
  replace(root)
}

/** The names by their characters, so that a text is compared with all of them at once. */
interface Names {
  readonly next: Map<string, Names>
  isWhole: boolean
}

function namesOf(names: Iterable<string>): Names {
  const root: Names = { next: new Map(), isWhole: false }
  for (const name of names) {
    let node = root
    for (const unit of name.split('')) {
      const next = node.next.get(unit) ?? { next: new Map(), isWhole: false }
      node.next.set(unit, next)
      node = next
    }
    node.isWhole = true
  }
  return root
}

function abbreviated(parser: Parser, text: Element, names: Names): Element[] {
  const { value } = text
  const elements: Element[] = []
  let from = 0
  for (let at = 0; at < value.length; at++) {
    const length = isWord(value[at - 1]) ? 0 : longestAt(value, at, names)
    if (length === 0) continue
    elements.push(makeElement('text', value.slice(from, at), text.line), abbreviation(parser, value.slice(at, at + length), text.line))
    from = at + length
    at = from - 1
  }
  return elements.length === 0 ? [text] : [...elements, makeElement('text', value.slice(from), text.line)]
}

// The longest name that stands here and ends where a word may end.
function longestAt(text: string, from: number, names: Names): number {
  let longest = 0
  let node: Names | undefined = names
  for (let at = from; node !== undefined; at++) {
    if (node.isWhole && !isWord(text[at])) longest = at - from
    node = node.next.get(text[at] ?? '')
  }
  return longest
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[A-Za-z0-9_]/.test(character)
}

function abbreviation(parser: Parser, name: string, line: number): Element {
  const element = makeElement('abbreviation', name, line)
  const definition = parser.abbreviations.get(name)
  for (const [key, value] of definition?.end.attributes ?? []) element.attributes.set(key, value)
  if (definition && definition.title !== '') element.attributes.set('title', definition.title)
  return element
}
