// An image that is a paragraph by itself and has a title becomes a figure on a page, with the title as its caption. A line in italics below an
// image is its caption too, as many have written them for Jekyll.

import type { Token } from 'markdown-it'
import { escapeHtml } from '../../text/escape.ts'
import type { Extension } from '../extension.ts'
import { type Markup, titleOfImage } from '../markup.ts'
import { attributesText, type Writing, withClasses } from '../writing.ts'

export const figures: Extension = {
  name: 'figures',
  write: {
    paragraph_open: (tokens, index, writing, renderer) => {
      const open = tokens[index] as Token
      if (writing.frame.dress === 'page' && hasCaptionBelow(tokens[index + 1]?.children ?? []))
        return `<p${attributesText({ attrs: withClasses(open.attrs, { back: 'captioned' }) })}>`
      if (captionOf(open, tokens[index + 1], writing) === undefined) return renderer.renderToken(tokens as Token[], index, {} as never)
      const isWide = [open, imageOf(tokens[index + 1]?.children ?? [])].some(token =>
        /\bwide\b/.test(String(token?.attrGet('class') ?? '')),
      )
      return `<figure class="lectern-wrap${isWide ? ' wide' : ''}"><p${attributesText(open)}>`
    },
    paragraph_close: (tokens, index, writing, renderer) => {
      const caption = captionOf(tokens[index - 2], tokens[index - 1], writing)
      if (caption === undefined) return renderer.renderToken(tokens as Token[], index, {} as never)
      return `</p><figcaption class="lectern-add">${escapeHtml(caption)}</figcaption></figure>\n`
    },
  },
}

// An image and, on the next line, nothing but words in italics.
function hasCaptionBelow(children: readonly Token[]): boolean {
  const line = children.findIndex(isBreak)
  const caption = children.slice(line).filter(token => !isBreak(token))
  let depth = 0
  const end = caption.findIndex(({ nesting }) => {
    depth += nesting
    return depth === 0
  })
  const isCaption = caption[0]?.type === 'em_open' && end === caption.length - 1
  return line > 0 && isCaption && imageOf(children.slice(0, line))?.type === 'image'
}

function isBreak({ type, content }: Token): boolean {
  return type === 'softbreak' || type === 'hardbreak' || (type === 'text' && content === '\n')
}

// With its number, where it has a label: then what stands in its brackets is a caption too.
function captionOf(open: Token | undefined, line: Token | undefined, { frame }: Writing): string | undefined {
  if (frame.dress !== 'page' || line?.type !== 'inline') return undefined
  const number = open?.meta?.['number'] as string | undefined
  const title = titleOf(line.children ?? [])
  if (number === undefined) return title
  const image = line.children?.[0]
  const caption = title ?? (image?.content || (image?.children ?? []).map(({ content }) => content).join(''))
  return `${frame.say('figure')}\u00a0${frame.through?.prefix ?? ''}${number}${caption === '' ? '' : `: ${caption}`}`
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
