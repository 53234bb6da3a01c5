// What the writing of one body knows: markdown-it's side channel while tokens are written.

import type { Token } from 'markdown-it'
import type { Body, Frame, Link } from '../body.ts'
import { escapeAttribute, escapeHtml } from '../text/escape.ts'

export interface Writing {
  readonly body: Body
  readonly frame: Frame
  /** How many levels each heading goes down. */
  readonly headingShift: number
  /** Images that have been written so far. */
  images: number
  [key: string | symbol]: unknown
}

export function startWriting(body: Body, frame: Frame): Writing {
  return { body, frame, headingShift: headingShiftOf(body, frame), images: 0 }
}

/** markdown-it hands its side channel to its rules untyped; while tokens are written it is always the one made here. */
export function writingOf(env: unknown): Writing {
  return env as Writing
}

/** Where the deepest heading would go below the sixth level, all stay that much higher, so that no step of the outline is lost. */
export function headingShiftOf({ levels }: Body, { topHeading }: Frame): number {
  if (levels === undefined || topHeading === undefined) return 0
  const [shallowest, deepest] = levels
  return Math.min(topHeading - shallowest, 6 - deepest)
}

/** A token's attributes as they stand in a tag, each with a space in front; `change` may give one another value. */
export function attributesText(
  { attrs }: Pick<Token, 'attrs'>,
  change: (name: string, value: string) => string = (_, value) => value,
): string {
  return (attrs ?? []).map(([name, value]) => ` ${name}="${escapeAttribute(change(name, String(value)))}"`).join('')
}

/** The attributes with a class more in front of or behind their own. */
export function withClasses(
  attrs: Token['attrs'],
  { front = '', back = '' }: { readonly front?: string; readonly back?: string },
): Token['attrs'] {
  const own = (attrs ?? []).flatMap(([name, value]) => (name === 'class' ? [value] : []))
  const classes = [front, ...own, back].filter(name => name !== '')
  return classes.length === own.length ? attrs : [...(attrs ?? []).filter(([name]) => name !== 'class'), ['class', classes.join(' ')]]
}

/** The end of an element that has no inside; kramdown writes it as XML has it, which themes look for in a text. */
export function tagEnd({ codeMarkup }: Frame): '>' | ' />' {
  return codeMarkup === 'rouge' ? ' />' : '>'
}

/** An id as it stands in an attribute. */
export function idText(id: string, { frame }: Writing): string {
  return escapeHtml(frame.idPrefix + id)
}

/** The address of a place in the same text, as it stands in an attribute. */
export function localAddress(id: string, { frame }: Writing): string {
  return escapeHtml(frame.address({ url: `#${frame.idPrefix}${id}`, kind: 'link', line: 0 }))
}

/** The address of a link of the text, as it stands in a page. */
export function addressIn(link: Link, { frame }: Writing): string {
  return frame.address(
    link.url.startsWith('#') && frame.idPrefix !== '' ? { ...link, url: `#${frame.idPrefix}${link.url.slice(1)}` } : link,
  )
}
