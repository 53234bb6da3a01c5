// Images that do not make the page jump: width and height as the file has them, loaded when they come near (the first at once, since it may be
// in view), and smaller files for smaller screens where the original is large. All of it is the page's; elsewhere a tag stays as it was.

import { escapeHtml } from '../text/escape.ts'
import type { Picture } from '../text/picture.ts'
import type { Writing } from './writing.ts'

export interface Image {
  readonly address: string
  /** As the author gave them. */
  readonly width: string | undefined
  readonly height: string | undefined
  /** When it is loaded, and from which files, is the author's decision already. */
  readonly isLazy: boolean
  readonly hasSources: boolean
  /** True for one that may lead to its full size: nothing else leads anywhere from it, and it is called something. */
  readonly mayLead: boolean
  /** The page of a PDF file that it is a picture of. */
  readonly slide?: Slide
}

export interface Slide {
  /** Of the page itself. */
  readonly address: string
  /** What it shows, or what its file is called, as HTML. */
  readonly words: string
  /** True for one that leads elsewhere already. */
  readonly isLinked: boolean
}

/** The text column's width; a picture is never shown wider unless its author says so. */
const sizes = '(min-width: 44rem) 41rem, 92vw'

/** In pixels; a picture that has more is made smaller to fit into the text. */
const widest = 800

/** `tag` is the image as it stands elsewhere. */
export function writeImage(tag: string, image: Image, writing: Writing): string {
  const { slide } = image
  // Nobody has drawn it, and few browsers show a PDF file as an image.
  if (slide !== undefined && slide.address === image.address)
    return slide.isLinked ? slide.words : `<a href="${escapeHtml(slide.address)}">${slide.words}</a>`
  if (writing.frame.dress !== 'page') return tag
  writing.images += 1
  const picture = writing.frame.picture(image.address)
  const added = [
    ...(writing.images > 1 && !image.isLazy ? ['loading="lazy" decoding="async"'] : []),
    ...(picture === undefined ? [] : sizeOf(image, picture)),
  ]
  const shown = added.length === 0 ? tag : `<img ${added.join(' ')}${tag.slice('<img'.length)}`
  const whole = image.hasSources || picture === undefined || picture.sources.length === 0 ? shown : withSources(shown, picture)
  if (!image.mayLead) return whole
  if (slide !== undefined) return `<a class="slide lectern-wrap" href="${escapeHtml(slide.address)}">${whole}</a>`
  return (picture?.width ?? 0) > widest ? `<a class="enlarge lectern-wrap" href="${escapeHtml(image.address)}">${whole}</a>` : whole
}

// A size that the author gave counts; of one side the other follows.
function sizeOf(image: Image, { width, height }: Picture): string[] {
  if (image.width === undefined && image.height === undefined) return [`width="${width}" height="${height}"`]
  const [wide, high] = [pixelsOf(image.width), pixelsOf(image.height)]
  if (image.width === undefined && high > 0) return [`width="${Math.round((high * width) / height)}"`]
  if (image.height === undefined && wide > 0) return [`height="${Math.round((wide * height) / width)}"`]
  return []
}

/** Zero for what is not told in pixels. */
function pixelsOf(written = ''): number {
  return Number(/^\s*(\d+(?:\.\d+)?)\s*(?:px)?\s*$/i.exec(written)?.[1] ?? 0)
}

/** The sizes that an author gave by attributes, and a height given by a style: the file's own width beside that would distort the picture. */
export function sizesGiven(attribute: (name: string) => string | undefined): Pick<Image, 'width' | 'height'> {
  const [, most, styled] = /(?:^|;)\s*(max-)?height\s*:([^;]*)/i.exec(attribute('style') ?? '') ?? []
  return { width: attribute('width'), height: attribute('height') ?? (most === undefined ? styled : 'at most') }
}

function withSources(tag: string, { sources }: Picture): string {
  const elements = sources.map(({ type, files }) => {
    const srcset = files.map(({ url, width }) => `${escapeHtml(url)} ${width}w`).join(', ')
    return `<source class="lectern-add" type="${type}" srcset="${srcset}" sizes="${sizes}">`
  })
  return `<picture class="lectern-wrap">${elements.join('')}${tag}</picture>`
}
