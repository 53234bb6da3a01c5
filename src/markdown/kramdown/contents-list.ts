// The list of contents that stands where a list has the attribute `{:toc}`.

import { escapeHtml } from '../../text/escape.ts'
import { markTag } from '../kramdown-space.ts'
import type { Element } from './element.ts'
import { attributeText, type Emitter, push } from './emitter.ts'
import { spans } from './span-tokens.ts'

interface ContentsItem {
  readonly heading: Element
  readonly items: ContentsItem[]
}

// A heading stands below the nearest one above it that is shallower.
function nest(headings: readonly Element[]): ContentsItem[] {
  const top: ContentsItem[] = []
  const open: ContentsItem[] = []
  for (const heading of headings) {
    while ((open.at(-1)?.heading.level ?? 0) >= (heading.level ?? 1)) open.pop()
    const item = { heading, items: [] }
    const list = open.at(-1)?.items ?? top
    list.push(item)
    open.push(item)
  }
  return top
}

// kramdown's list of contents: `markdown-toc` by default, and the ids of its links made from that. It repeats what the headings say, so its
// lines are tokens as theirs are.
export function emitContents(emitter: Emitter, element: Element): void {
  const id = element.attributes.get('id') ?? 'markdown-toc'
  element.attributes.set('id', id)
  const tag = (content: string, steps: 1 | -1): void => {
    const token = push(emitter, 'html_block', '', 0)
    token.content = content
    markTag(token, steps)
  }
  const list = (items: readonly ContentsItem[], extra = ''): void => {
    if (items.length === 0) return
    tag(`<${element.type}${extra}>\n`, 1)
    for (const { heading, items: inner } of items) {
      const target = escapeHtml(heading.attributes.get('id') ?? '')
      tag(`<li><a href="#${target}" id="${escapeHtml(id)}-${target}">`, 1)
      emitRepeated(emitter, heading)
      push(emitter, 'html_block', '', 0).content = '</a>'
      list(inner)
      tag('</li>\n', -1)
    }
    tag(`</${element.type}>\n`, -1)
  }
  list(nest(emitter.document.headings), attributeText(emitter, element))
}

function emitRepeated(emitter: Emitter, heading: Element): void {
  const line = push(emitter, 'inline', '', 0)
  line.children = spans(emitter, withoutLinks(heading.children))
  line.meta = { isRepeated: true }
}

function withoutLinks(elements: readonly Element[]): Element[] {
  return elements
    .filter(element => element.type !== 'footnote')
    .flatMap(element => {
      const children = withoutLinks(element.children)
      return element.type === 'a' ? children : [{ ...element, children }]
    })
}
