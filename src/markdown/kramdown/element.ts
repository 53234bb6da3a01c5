// The tree that kramdown's rules build. It is changed while it is built, and nobody outside this folder sees it.

import type { Opening } from '../lecture/opening.ts'

/** Attributes of an attribute list, in order, and the names of lists it refers to. */
export interface AttributeList {
  readonly attributes: Map<string, string>
  readonly references: string[]
}

export type ElementType =
  | 'root'
  | 'blank'
  | 'end'
  | 'paragraph'
  | 'heading'
  | 'blockquote'
  | 'code'
  | 'rule'
  | 'ul'
  | 'ol'
  | 'li'
  | 'dl'
  | 'dt'
  | 'dd'
  | 'block'
  | 'block-title'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tfoot'
  | 'tr'
  | 'td'
  | 'math-block'
  | 'html'
  | 'comment'
  | 'markup'
  | 'raw'
  | 'text'
  | 'em'
  | 'strong'
  | 'strike'
  | 'code-span'
  | 'a'
  | 'img'
  | 'br'
  | 'math'
  | 'footnote'
  // Its value is empty until the task is done.
  | 'task-box'
  | 'abbreviation'
  // What stands deeper than anything is read.
  | 'too-deep'

export interface Element {
  type: ElementType
  /** Text of a leaf, name of an HTML element, label of a footnote. */
  value: string
  /** Made when they are first asked for: most elements have none, and making them all took a twentieth of the memory of a build. */
  readonly attributes: Map<string, string>
  readonly hasAttributes: boolean
  children: Element[]
  /** The line of the post on which it begins, from 0. */
  readonly line: number
  /** Attributes that a list in the text adds, once references are known. */
  list?: AttributeList
  /** A paragraph whose tags are not written, as in a tight list. */
  transparent?: boolean
  /** Level of a heading. */
  level?: number
  /** How the inside of an HTML element is read, and whether it stands among blocks or within a line. */
  content?: 'raw' | 'block' | 'span'
  isSpan?: boolean
  isClosed?: boolean
  /** What an `end` element stands for; the text goes on behind a definition, but not behind a bare marker. */
  meaning?: 'link' | 'abbreviation' | 'footnote' | 'attributes' | 'extension'
  /** Alignment of a table's columns. */
  columns?: ('left' | 'right' | 'center' | undefined)[]
  /** What stands behind the fence of a box of code, where it is more than a language. */
  info?: string
  /** How a block of a lecture was opened. */
  opening?: Opening
  /** A definition that stands apart from its term keeps its paragraph. */
  keepsParagraph?: boolean
}

class LazyElement implements Element {
  type: ElementType
  value: string
  children: Element[] = []
  readonly line: number
  private made: Map<string, string> | undefined = undefined

  constructor(type: ElementType, value: string, line: number) {
    this.type = type
    this.value = value
    this.line = line
  }

  get attributes(): Map<string, string> {
    this.made ??= new Map()
    return this.made
  }

  get hasAttributes(): boolean {
    return this.made !== undefined && this.made.size > 0
  }
}

export function makeElement(type: ElementType, value: string, line: number): Element {
  return new LazyElement(type, value, line)
}
