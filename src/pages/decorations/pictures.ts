// Images that do not make the page jump: width and height as the file has them, loaded when they come near (the first at once,
// since it may be in view), and smaller files for smaller screens where the original is large.

import type { Picture } from '../../model.ts'
import { escapeHtml, unescapeHtml } from '../../text/escape.ts'
import type { Decoration } from '../decorate.ts'

const image = /<img\b(?:[^>"']|"[^"]*"|'[^']*')*>/g

/** The text column's width; a picture is never shown wider unless its author says so. */
const sizes = '(min-width: 44rem) 41rem, 92vw'

export const pictures: Decoration = (markup, { renderer }) => {
  let count = 0
  return markup.replace(image, (tag, at: number) => {
    count += 1
    const address = /\ssrc="([^"]*)"/.exec(tag)?.[1]
    const picture = address === undefined ? undefined : renderer.picture(unescapeHtml(address))
    const sized = picture === undefined ? tag : withSize(tag, picture)
    const shown = count > 1 ? lazy(sized) : sized
    return isInPicture(markup, at) ? shown : withSources(shown, picture)
  })
}

function isInPicture(markup: string, at: number): boolean {
  return markup.lastIndexOf('<picture', at) > markup.lastIndexOf('</picture', at)
}

function lazy(tag: string): string {
  return /\sloading=/.test(tag) ? tag : tag.replace('<img', '<img loading="lazy" decoding="async"')
}

// A size that the author gave counts; of one side the other follows.
function withSize(tag: string, { width, height }: Picture): string {
  const [ownWidth, ownHeight] = [sideOf(tag, 'width'), sideOf(tag, 'height')]
  if (ownWidth === undefined && ownHeight === undefined) return tag.replace('<img', `<img width="${width}" height="${height}"`)
  if (ownHeight === undefined && Number(ownWidth) > 0)
    return tag.replace('<img', `<img height="${Math.round((Number(ownWidth) * height) / width)}"`)
  return tag
}

function sideOf(tag: string, side: 'width' | 'height'): string | undefined {
  return new RegExp(`\\s${side}=["']?([^\\s"'>]*)`).exec(tag)?.[1]
}

function withSources(tag: string, picture: Picture | undefined): string {
  if (picture === undefined || picture.sources.length === 0 || /\ssrcset=/.test(tag)) return tag
  const sources = picture.sources.map(({ type, files }) => {
    const srcset = files.map(({ url, width }) => `${escapeHtml(url)} ${width}w`).join(', ')
    return `<source class="lectern-add" type="${type}" srcset="${srcset}" sizes="${sizes}">`
  })
  return `<picture class="lectern-wrap">${sources.join('')}${tag}</picture>`
}
