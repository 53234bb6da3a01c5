// What a rule of kramdown works on: the text under the cursor, the element being filled, and what was defined on the way.

import { deepest } from '../nesting.ts'
import type { RougeOptions } from '../rouge-classes.ts'
import { type Cursor, lineOf } from './cursor.ts'
import { type AttributeList, type Element, type ElementType, makeElement } from './element.ts'
import type { Surroundings } from './surroundings.ts'

export interface KramdownOptions {
  /** The dialect of GitHub, which Jekyll reads by; without it kramdown's own. */
  readonly isGfm: boolean
  /** A line end in a paragraph breaks the line. */
  readonly hardWrap: boolean
  readonly autoIds: boolean
  readonly autoIdPrefix: string
  /** Ids are made of what is read, not of what is written; in GFM they always are. */
  readonly autoIdStripping: boolean
  /** How many levels headings go down. */
  readonly headerOffset: number
  /** Markdown in block and in span elements of HTML, without being asked. */
  readonly parseBlockHtml: boolean
  readonly parseSpanHtml: boolean
  /** Levels of headings that `{:toc}` lists. */
  readonly tocLevels: readonly number[]
  /** The four signs for '' and "", opening and closing. */
  readonly smartQuotes: readonly [string, string, string, string]
  /** Signs that an author has others for: `hellip`, `ndash`, `mdash`, `laquo`, `raquo`, `laquo_space`, `raquo_space`. */
  readonly typographicSigns: Readonly<Record<string, string>>
  /** Dashes, ellipses and guillemets are made of the signs for them. */
  readonly isTypographic: boolean
  /** Formulas are marked for a script of the site's own, and stand between dollars. */
  readonly isMathBare: boolean
  /** Two lines of Chinese or Japanese follow each other without a space. */
  readonly joinsCjkLines: boolean
  readonly footnoteStart: number
  /** The words of the way back from a note; empty for none. */
  readonly footnoteBackLink: string
  /** The way back may stand within the last block of a note, however deep. */
  readonly footnoteBackLinkInline: boolean
  readonly footnotePrefix: string
  readonly defaultLanguage: string
  /** Code is coloured at all. */
  readonly isColoured: boolean
  readonly rouge: RougeOptions
  /** Links that any text may ask for by their labels. */
  readonly links: ReadonlyMap<string, Omit<LinkDefinition, 'end'>>
  /** The lines that a paragraph does not run on into, besides the blocks of all dialects. */
  readonly gfmParagraphEnd: boolean
}

export interface LinkDefinition {
  readonly url: string
  readonly title: string | undefined
  /** Carries the attribute list that may stand below the definition; one of the configuration has none. */
  readonly end?: Element
}

/** What kramdown itself does not have. */
export interface AddedRules {
  /** Tried before its own. */
  readonly blocks: readonly BlockRule[]
  /** Spans besides code and HTML whose pipes make no row of a table of their line. */
  readonly pipes: readonly SpanRule[]
  /** Elements whose inside is read as a line. */
  readonly elements: ReadonlySet<string>
}

export const nothingAdded: AddedRules = { blocks: [], pipes: [], elements: new Set() }

export interface Parser {
  /** Those of the configuration, until the text itself sets others. */
  options: KramdownOptions
  readonly blockRules: readonly BlockRule[]
  readonly added: AddedRules
  /** Decodes one entity. */
  readonly decodeEntity: (entity: string) => string
  cursor: Cursor
  tree: Element
  /** An attribute list that stands before the block it is meant for. */
  pending: AttributeList | undefined
  /** How many readings are under way, each within the one before. */
  depth: number
  /** Of `tree` and the elements around it while spans are read, those that matter to how they are read. */
  around: Surroundings
  /** Where spans are read until something: the expressions for what begins or ends one, by what ends it. */
  readonly startsOrStops: Map<string, RegExp>
  readonly namedLists: Map<string, AttributeList>
  readonly links: Map<string, LinkDefinition>
  readonly footnotes: Map<string, { readonly content: Element; readonly end: Element }>
  readonly abbreviations: Map<string, { readonly title: string; readonly end: Element }>
  /** Reads blocks from `text`, or from the cursor on, into `element`; true if a closing tag of that element ended it. */
  readonly readBlocks: (element: Element, text?: { readonly text: string; readonly line: number }) => boolean
  /** Reads spans from the cursor on into `element`, until `stop` matches and accepts it; true if it did. */
  readonly readSpans: (element: Element, stop?: Stop, rules?: readonly SpanRule[]) => boolean
}

/** What ends an element within a line. */
export interface Stop {
  readonly expression: RegExp
  /** Whether it ends here, or never will. */
  readonly accept?: (match: RegExpExecArray) => 'yes' | 'no' | 'never'
  /** True where it depends on the place alone, not on what was read before, whether the element ends there. */
  readonly isLocal: boolean
}

/**
 * Reads a block where the cursor stands and adds it to the tree, or leaves both as they are and answers false.
 * `closed` means the closing tag of the element whose blocks are read.
 */
export type BlockRule = (parser: Parser) => boolean | 'closed'

export interface SpanRule {
  readonly name: string
  /** Matches where the rule may apply. */
  readonly start: RegExp
  /** Reads what begins there, or leaves the cursor where it is and answers false. */
  readonly read: (parser: Parser, match: RegExpExecArray) => boolean
}

/** Adds a block to the tree, with the attribute list that was waiting for one. */
export function addBlock(parser: Parser, type: ElementType, value: string, line: number): Element {
  const element = makeElement(type, value, line)
  if (parser.pending !== undefined) {
    element.list = parser.pending
    parser.pending = undefined
  }
  parser.tree.children.push(element)
  return element
}

/** Adds text to an element, to its last text if it ends in one. */
export function addText(element: Element, text: string, type: 'text' | 'raw' = 'text'): void {
  const last = element.children.at(-1)
  if (last?.type === type) last.value += text
  else if (text !== '') element.children.push(makeElement(type, text, element.line))
}

export function takeCharacter(parser: Parser): void {
  const character = String.fromCodePoint(parser.cursor.text.codePointAt(parser.cursor.at) ?? 0)
  parser.cursor.at += character.length
  addText(parser.tree, character)
}

/** True where nothing may be nested deeper; then the rest of the text under the cursor is put into `element` as it stands. */
export function isTooDeep({ cursor, depth }: Parser, element: Element): boolean {
  if (depth < deepest) return false
  element.children.push(makeElement('too-deep', cursor.text.slice(cursor.at), lineOf(cursor)))
  cursor.at = cursor.text.length
  return true
}

/** True where a block may begin that needs a blank line, or nothing, above it. */
export function isAfterBoundary(parser: Parser): boolean {
  const last = parser.tree.children.at(-1)
  return last === undefined || last.type === 'blank' || (last.type === 'end' && last.meaning === undefined) || parser.pending !== undefined
}
