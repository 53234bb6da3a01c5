// An image that is a paragraph by itself and has a title becomes a figure on a page, with the title as its caption. A line in italics below an
// image is its caption too, as many have written them for Jekyll.

import type { Renderer, Token } from 'markdown-it'
import { escapeHtml } from '../../text/escape.ts'
import type { Extension } from '../extension.ts'
import { captionText } from '../lecture/floats.ts'
import { type Markup, titleOfImage } from '../markup.ts'
import { attributesText, type Writing, withClasses } from '../writing.ts'
import { isPicture } from './wikilinks.ts'

export const figures: Extension = {
  name: 'figures',
  write: {
    paragraph_open: (tokens, index, writing, renderer) => {
      const open = tokens[index] as Token
      if (hasCaptionBelow(open, tokens[index + 1], writing))
        return `<p${attributesText({ attrs: withClasses(open.attrs, { back: 'captioned' }) })}>`
      if (captionOf(open, tokens[index + 1], writing, renderer) === undefined)
        return renderer.renderToken(tokens as Token[], index, {} as never)
      const isWide = [open, imageOf(tokens[index + 1]?.children ?? [])].some(token =>
        /\bwide\b/.test(String(token?.attrGet('class') ?? '')),
      )
      return `<figure class="lectern-wrap${isWide ? ' wide' : ''}"><p${attributesText(open)}>`
    },
    paragraph_close: (tokens, index, writing, renderer) => {
      // Also one that a tight list would hide.
      if (hasCaptionBelow(tokens[index - 2], tokens[index - 1], writing)) return '</p>\n'
      const caption = captionOf(tokens[index - 2], tokens[index - 1], writing, renderer)
      if (caption === undefined) return renderer.renderToken(tokens as Token[], index, {} as never)
      return `</p><figcaption class="lectern-add">${caption}</figcaption></figure>\n`
    },
  },
}

// An image and, on the next line, nothing but words in italics. What has a number has its caption from elsewhere.
function hasCaptionBelow(open: Token | undefined, text: Token | undefined, writing: Writing): boolean {
  if (writing.frame.dress !== 'page' || open?.meta?.['number'] !== undefined) return false
  const children = text?.children ?? []
  const line = children.findIndex(isBreak)
  if (line < 1 || !isImage(imageOf(children.slice(0, line)), writing)) return false
  const caption = children.slice(line).filter(token => !isBreak(token))
  let depth = 0
  const end = caption.findIndex(({ nesting }) => {
    depth += nesting
    return depth === 0
  })
  return caption[0]?.type === 'em_open' && end === caption.length - 1
}

// Written in Markdown, in HTML, or by the name that it has.
function isImage(token: Token | undefined, { body, frame }: Writing): boolean {
  const link = token?.type === 'wikilink' ? body.namedLinks[Number(token.meta?.['index'])] : undefined
  if (link !== undefined) return isPicture(link) && frame.named(link) !== undefined
  return token?.type === 'image' || titleOfImage((token?.meta?.['markup'] ?? []) as Markup) !== undefined
}

function isBreak({ type, content }: Token): boolean {
  return type === 'softbreak' || type === 'hardbreak' || (type === 'text' && content === '\n')
}

// With its number, where it has a label.
function captionOf(open: Token | undefined, line: Token | undefined, writing: Writing, renderer: Renderer): string | undefined {
  if (writing.frame.dress !== 'page' || line?.type !== 'inline') return undefined
  if (open?.meta?.['number'] !== undefined) return captionText(open, 'figure', writing, renderer)
  const [image, title] = [imageOf(line.children ?? []), titleOf(line.children ?? [])]
  const words = image?.meta?.['title'] as Token[] | undefined
  return words === undefined ? title && escapeHtml(title) : renderer.renderInline(words, {} as never, writing)
}

// The one image of a line, which may be a link.
function imageOf(children: readonly Token[]): Token | undefined {
  return children.length === 3 && children[0]?.type === 'link_open' ? children[1] : children.length === 1 ? children[0] : undefined
}

function titleOf(children: readonly Token[]): string | undefined {
  const image = imageOf(children)
  const title = image?.type === 'image' ? image.attrGet('title') : image && titleOfImage((image.meta?.['markup'] ?? []) as Markup)
  return title ? String(title) : undefined
}
