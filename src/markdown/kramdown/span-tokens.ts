// Kramdown's spans as markdown-it's inline tokens.

import type { Token } from 'markdown-it'
import type { InlineCode } from '../rouge-classes.ts'
import type { Element } from './element.ts'
import { attributesOf, type Emitter, escapeText, tagsOf } from './emitter.ts'

export function spans(emitter: Emitter, elements: readonly Element[]): Token[] {
  const tokens: Token[] = []
  for (const element of elements) addSpan(emitter, element, tokens)
  return tokens
}

const spanTags: Partial<Record<Element['type'], string>> = { em: 'em', strong: 'strong', strike: 'del', a: 'a', abbreviation: 'abbr' }
const spanNames: Record<string, string> = { em: 'em', strong: 'strong', del: 's', a: 'link', abbr: 'abbr' }

function addSpan(emitter: Emitter, element: Element, tokens: Token[]): void {
  const tag = spanTags[element.type]
  if (tag !== undefined) addWrapped(emitter, element, tag, tokens)
  else if (element.type === 'html') addHtml(emitter, element, tokens)
  else tokens.push(leafOf(emitter, element))
}

function leafOf(emitter: Emitter, element: Element): Token {
  switch (element.type) {
    case 'text':
      return textToken(emitter, element.value)
    case 'code-span':
      return Object.assign(leaf(emitter, 'code_inline', 'code', element), { meta: codeMeta(emitter, element) })
    case 'task-box':
      return taskBox(emitter, element.value !== '')
    case 'br':
      return leaf(emitter, 'hardbreak', 'br', element)
    case 'math':
      return Object.assign(leaf(emitter, 'math_inline', 'span', element), { meta: mathMeta(emitter) })
    case 'img':
      return image(emitter, element)
    case 'too-deep':
      emitter.tooDeep ??= element
      return textToken(emitter, element.value)
    case 'footnote':
      return footnoteMark(emitter, element.value)
    default:
      return markup(emitter, element.value)
  }
}

function codeMeta({ document }: Emitter, element: Element): InlineCode {
  const { isColoured, rouge, defaultLanguage } = document.options
  const named = element.hasAttributes ? /(?:^|\s)language-(\S+)/.exec(element.attributes.get('class') ?? '')?.[1] : undefined
  return { isOff: rouge.isOffInLines || !isColoured, language: named ?? defaultLanguage, isNamed: named !== undefined }
}

/** What a formula keeps of the options. */
export function mathMeta({ document }: Emitter): { readonly isBare: true } | null {
  return document.options.isMathBare ? { isBare: true } : null
}

function taskBox(emitter: Emitter, isDone: boolean): Token {
  const token = emitter.makeToken('task_box', 'input', 0)
  token.meta = { isDone }
  return token
}

function addWrapped(emitter: Emitter, element: Element, tag: string, tokens: Token[]): void {
  const name = spanNames[tag] ?? tag
  const open = emitter.makeToken(`${name}_open`, tag, 1)
  open.attrs = attributesOf(emitter, element)
  if (tag === 'a') open.attrSet('href', safeUrl(String(open.attrGet('href') ?? '')))
  tokens.push(open)
  if (element.type === 'abbreviation') tokens.push(textToken(emitter, element.value))
  else for (const child of element.children) addSpan(emitter, child, tokens)
  tokens.push(emitter.makeToken(`${name}_close`, tag, -1))
}

// Characters that a URL must not hold; letters of all scripts may stay, and ends of lines, which browsers leave out.
function safeUrl(url: string): string {
  return url.replace(/[ "<>\\^`{|}]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

export function textToken(emitter: Emitter, text: string): Token {
  const token = emitter.makeToken('text', '', 0)
  token.content = text
  return token
}

function leaf(emitter: Emitter, type: string, tag: string, element: Element): Token {
  const token = emitter.makeToken(type, tag, 0)
  token.attrs = attributesOf(emitter, element)
  token.content = element.value
  return token
}

function image(emitter: Emitter, element: Element): Token {
  const token = leaf(emitter, 'image', 'img', element)
  const text = String(token.attrGet('alt') ?? '')
  token.attrSet('src', safeUrl(String(token.attrGet('src') ?? '')))
  // markdown-it writes the text of the children as the alternative.
  token.children = [textToken(emitter, text)]
  if (element.children.length > 0) token.meta = { caption: spans(emitter, element.children) }
  return token
}

export function markup(emitter: Emitter, text: string): Token {
  const token = emitter.makeToken('html_inline', '', 0)
  token.content = text
  return token
}

function addHtml(emitter: Emitter, element: Element, tokens: Token[]): void {
  const [open, close] = tagsOf(emitter, element)
  tokens.push(Object.assign(markup(emitter, open), { meta: close === '' ? { isVoid: true } : null }))
  for (const child of element.children) {
    if (element.content === 'raw' && child.type === 'text') tokens.push(markup(emitter, escapeText(child.value)))
    else addSpan(emitter, child, tokens)
  }
  if (close !== '') tokens.push(markup(emitter, close))
}

function footnoteMark(emitter: Emitter, label: string): Token {
  const mark = emitter.marks.get(label) ?? { index: emitter.marks.size, uses: 0 }
  emitter.marks.set(label, mark)
  const use = mark.uses++
  const token = emitter.makeToken('footnote_ref', '', 0)
  const { footnoteStart, footnotePrefix } = emitter.document.options
  token.meta = { label: footnotePrefix + label, use, number: mark.index + footnoteStart }
  return token
}
