// The list of contents that stands where a list has the attribute `{:toc}`.

import { escapeHtml } from '../../text/escape.ts'
import type { Element } from './element.ts'
import { attributeText, type Emitter } from './emitter.ts'
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

// kramdown's list of contents: `markdown-toc` by default, and the ids of its links made from that.
export function contentsList(emitter: Emitter, element: Element): string {
  const id = element.attributes.get('id') ?? 'markdown-toc'
  element.attributes.set('id', id)
  const list = (items: readonly ContentsItem[], extra = ''): string =>
    items.length === 0
      ? ''
      : `<${element.type}${extra}>\n${items.map(item => `<li>${contentsLink(emitter, item.heading, id)}${list(item.items)}</li>\n`).join('')}</${element.type}>\n`
  return list(nest(emitter.document.headings), attributeText(emitter, element))
}

function contentsLink(emitter: Emitter, heading: Element, id: string): string {
  const target = escapeHtml(heading.attributes.get('id') ?? '')
  const text = emitter.state.md.renderer.renderInline(
    spans(emitter, withoutLinks(heading.children)),
    emitter.state.md.options,
    emitter.state.env,
  )
  return `<a href="#${target}" id="${escapeHtml(id)}-${target}">${text}</a>`
}

function withoutLinks(elements: readonly Element[]): Element[] {
  return elements
    .filter(element => element.type !== 'footnote')
    .flatMap(element => {
      const children = withoutLinks(element.children)
      return element.type === 'a' ? children : [{ ...element, children }]
    })
}
