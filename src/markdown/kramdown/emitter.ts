// What the writers of tokens share: where they write to, and what they must remember between blocks.

import type { StateCore, Token } from 'markdown-it'
import { escapeHtml } from '../../text/escape.ts'
import type { Element } from './element.ts'
import { decodeEntities } from './entities.ts'
import type { Document } from './finish.ts'
import { voidElements } from './html.ts'

/** Makes an empty token. */
export type MakeToken = (type: string, tag: string, nesting: -1 | 0 | 1) => Token

/**
 * Makes what `new Token` makes: markdown-it's constructor defines its fields one by one, which took a twentieth of a build; here they are
 * assigned.
 */
export function tokenMaker({ prototype }: StateCore['Token']): MakeToken {
  function Quick(this: Token, type: string, tag: string, nesting: -1 | 0 | 1): void {
    this.type = type
    this.tag = tag
    this.attrs = null
    this.map = null
    this.nesting = nesting
    this.level = 0
    this.children = null
    this.content = ''
    this.markup = ''
    this.info = ''
    this.meta = null
    this.block = false
    this.hidden = false
  }
  Quick.prototype = prototype
  const Constructor = Quick as unknown as StateCore['Token']
  return (type, tag, nesting) => new Constructor(type, tag, nesting)
}

export interface Emitter {
  readonly state: StateCore
  readonly makeToken: MakeToken
  readonly document: Document
  readonly tokens: Token[]
  /** Footnotes in the order of their first mark, with their numbers, counted from 0, and how often each has been marked. */
  readonly marks: Map<string, { readonly index: number; uses: number }>
  /** The first element that is nested too deeply, if there is one. */
  tooDeep: Element | undefined
  /** Only the first list that asks for it becomes the list of contents. */
  hasContents: boolean
  /** Inside HTML that is left alone. */
  inRaw: boolean
  /** Inside an element whose text is meant to the letter: code, a script. */
  inLiteral: boolean
}

export function push(emitter: Emitter, type: string, tag: string, nesting: -1 | 0 | 1, element?: Element): Token {
  const token = emitter.makeToken(type, tag, nesting)
  token.block = true
  if (element) {
    token.map = [element.line, element.line + 1]
    if (nesting !== -1) token.attrs = attributesOf(emitter, element)
  }
  emitter.tokens.push(token)
  return token
}

/** An element's attributes with their entities decoded, as tokens hold them: null where there are none. An empty id is none. */
export function attributesOf({ state }: Emitter, element: Element): [string, string][] | null {
  if (!element.hasAttributes) return null
  const attributes = [...element.attributes].filter(([name, value]) => name !== 'id' || value.trim() !== '')
  return attributes.map(([name, value]) => [name, decodeEntities(value, { decodeEntity: state.md.utils.unescapeAll })])
}

/** The same as they stand in a tag, each with a space in front. */
export function attributeText(emitter: Emitter, element: Element): string {
  return (attributesOf(emitter, element) ?? []).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('')
}

/** The opening and closing tag of an element that stands in the text itself. */
export function tagsOf(emitter: Emitter, element: Element): [open: string, close: string] {
  const isVoid = voidElements.has(element.value)
  return [`<${element.value}${attributeText(emitter, element)}>`, isVoid ? '' : `</${element.value}>`]
}

/** Escapes the text of HTML that is left alone; what looks like an entity in it is one. */
export function escapeText(text: string): string {
  return text
    .replace(/&(?![\w:][-\w.:]*;|#\d+;|#x[0-9a-fA-F]+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
