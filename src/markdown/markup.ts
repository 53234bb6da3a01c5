// HTML as an author wrote it, cut where a frame has a say: at addresses, ids, images, headings, tables and boxes of code. What lies between is
// written as it is.

import { noAltText } from '../diagnostics/advice.ts'
import { escapeHtml } from '../text/escape.ts'
import { ownValue } from '../text/own-value.ts'
import { below, positionOnLine } from '../text/position.ts'
import { type Attribute, attributeOf, readTags, type Tag } from '../text/tags.ts'
import { closeBox, closeHeading, openBox, openHeading } from './boxes.ts'
import type { MarkdownEnv } from './env.ts'
import { type Image, sizesGiven, writeImage } from './picture.ts'
import { addressIn, idText, type Writing } from './writing.ts'

export type Markup = readonly Piece[]

type Piece =
  | string
  | { readonly kind: 'address'; readonly link: number; readonly written: string; readonly quote: string }
  | { readonly kind: 'id'; readonly id: string }
  | {
      readonly kind: 'image'
      readonly tag: Markup
      readonly link: number
      readonly sizes: Pick<Image, 'width' | 'height'>
      readonly isLazy: boolean
      readonly hasSources: boolean
      readonly title: string
    }
  | { readonly kind: 'heading'; readonly level: number; readonly id: string; readonly attributes: Markup | undefined }
  | { readonly kind: 'table'; readonly tag: Markup; readonly isClosing: boolean }
  | { readonly kind: 'code'; readonly attributes: Markup }

/** Which elements a piece of markup begins in, since a text may come in many pieces. */
export interface Inside {
  /** An element whose text is no markup, or empty. */
  readonly raw: string
  readonly picture: number
  readonly table: number
  /** The id of the heading. */
  readonly heading: string
}

export const nowhere: Inside = { raw: '', picture: 0, table: 0, heading: '' }

export interface Cut {
  readonly env: MarkdownEnv
  readonly line: number
  readonly inside: Inside
}

const anyTag = /<[/a-z]/i

/** The pieces of `content`, none if all of it is written as it is; links and levels are added to `env`. */
export function cutMarkup(content: string, cut: Cut): { readonly pieces: Markup; readonly inside: Inside } {
  if (cut.inside.raw === '' && !anyTag.test(content)) return { pieces: [], inside: cut.inside }
  const { tags, state } = readTags(content, { inside: cut.inside.raw })
  const pieces: Piece[] = []
  let [inside, at] = [cut.inside, 0]
  for (const tag of tags) {
    const piece = pieceOf(tag, { ...cut, inside })
    inside = insideAfter(tag, inside)
    if (piece === undefined) continue
    pieces.push(content.slice(at, tag.start), ...piece)
    at = tag.end
  }
  if (pieces.length > 0) pieces.push(content.slice(at))
  return { pieces, inside: { ...inside, raw: state.inside } }
}

function insideAfter(tag: Tag, inside: Inside): Inside {
  const step = tag.isClosing ? -1 : 1
  if (tag.name === 'picture') return { ...inside, picture: Math.max(0, inside.picture + step) }
  if (tag.name === 'table') return { ...inside, table: Math.max(0, inside.table + step) }
  if (isHeading(tag)) return { ...inside, heading: tag.isClosing ? '' : (attributeOf(tag, 'id') ?? '') }
  return inside
}

function isHeading({ name }: Tag): boolean {
  return /^h[1-6]$/.test(name)
}

// Undefined for a tag that is written as it is.
function pieceOf(tag: Tag, { env, line, inside }: Cut): Markup | undefined {
  if (isHeading(tag)) return [headingPiece(tag, env, line, inside)]
  if (tag.name === 'table' && inside.table === (tag.isClosing ? 1 : 0))
    return [{ kind: 'table', tag: tagPieces(tag, env, line), isClosing: tag.isClosing }]
  if (tag.isClosing) return undefined
  if (tag.name === 'pre' && attributeOf(tag, 'tabindex') === undefined)
    return [{ kind: 'code', attributes: attributePieces(tag, env, line) }]
  if (tag.name === 'img') return [imagePiece(tag, env, line, inside)]
  const pieces = tagPieces(tag, env, line)
  return pieces.length > 1 ? pieces : undefined
}

function headingPiece(tag: Tag, env: MarkdownEnv, line: number, inside: Inside): Piece {
  const level = Number(tag.name.slice(1))
  if (tag.isClosing) return { kind: 'heading', level, id: inside.heading, attributes: undefined }
  env.levels.push(level)
  return { kind: 'heading', level, id: attributeOf(tag, 'id') ?? '', attributes: attributePieces(tag, env, line) }
}

function imagePiece(tag: Tag, env: MarkdownEnv, line: number, inside: Inside): Piece {
  const url = attributeOf(tag, 'src') ?? ''
  if (attributeOf(tag, 'alt') === undefined) complainOfImage(env, line, url)
  env.figures += 1
  const has = (name: string): boolean => attributeOf(tag, name) !== undefined
  const link = env.links.length
  return {
    kind: 'image',
    tag: tagPieces(tag, env, line),
    link: attributeOf(tag, 'src') === undefined ? -1 : link,
    sizes: sizesGiven(name => attributeOf(tag, name)),
    isLazy: has('loading'),
    hasSources: inside.picture > 0 || has('srcset'),
    title: attributeOf(tag, 'title') ?? '',
  }
}

/** An image without a text for those who do not see it; an empty one is a decision. */
export function complainOfImage(env: MarkdownEnv, line: number, url: string): void {
  const position = below(positionOnLine(env.lines(), line - env.bodyLine + 1, url), env.bodyLine)
  env.diagnostics.push(noAltText({ file: env.file, position }, url))
}

/** The elements that an address belongs to by the name of its attribute. */
const addresses: Readonly<Record<string, ReadonlySet<string>>> = {
  href: new Set(['a', 'area', 'link', 'image']),
  src: new Set(['img', 'source', 'video', 'audio', 'iframe', 'embed', 'track', 'script', 'input']),
  poster: new Set(['video']),
  data: new Set(['object']),
}
const ids = new Set(['id', 'for', 'headers', 'list', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'popovertarget'])

// The whole tag; one string where there is nothing in it to decide.
function tagPieces(tag: Tag, env: MarkdownEnv, line: number): Markup {
  return join([tag.text.slice(0, nameEnd(tag)), ...attributePieces(tag, env, line), '>'])
}

function nameEnd({ name, isClosing }: Tag): number {
  return name.length + (isClosing ? 2 : 1)
}

// What stands between the name and the `>`. The address of an image comes first among the links, whatever the order of its attributes.
function attributePieces(tag: Tag, env: MarkdownEnv, line: number): Markup {
  const pieces = new Map<Attribute, Markup>()
  const inOrder = tag.attributes.toSorted((one, other) => Number(other.name === 'src') - Number(one.name === 'src'))
  for (const attribute of inOrder) {
    const piece = attributePiece(tag, attribute, env, line)
    if (piece !== undefined) pieces.set(attribute, piece)
  }
  let at = nameEnd(tag)
  const parts: Piece[] = []
  for (const attribute of tag.attributes) {
    const found = pieces.get(attribute)
    if (found === undefined) continue
    parts.push(tag.text.slice(at, attribute.valueStart), ...found)
    at = attribute.valueEnd
  }
  return join([...parts, tag.text.slice(at, -1)])
}

function attributePiece(tag: Tag, attribute: Attribute, env: MarkdownEnv, line: number): Markup | undefined {
  const { name, value, quote } = attribute
  const written = tag.text.slice(attribute.valueStart, attribute.valueEnd)
  if (value === '') return undefined
  if (ids.has(name) || (name === 'name' && tag.name === 'a')) return [{ kind: 'id', id: value }]
  const kind = tag.name === 'img' ? 'image' : tag.name === 'a' || tag.name === 'area' ? 'link' : 'resource'
  const shown = kind === 'image' ? { text: attributeOf(tag, 'alt') ?? '' } : {}
  const add = (url: string): number => env.links.push({ url, kind, line, ...shown }) - 1
  if (ownValue(addresses, name)?.has(tag.name)) return [{ kind: 'address', link: add(value), written, quote }]
  if (name !== 'srcset') return undefined
  // `small.png 640w, large.png 1280w`
  return written.split(/([^\s,]\S*[^\s,](?=\s|,|$))/).map((part, index) => {
    const isAddress = index % 2 === 1 && !/^[\d.]+[wxh]$/.test(part)
    return isAddress ? { kind: 'address', link: add(part), written: part, quote } : part
  })
}

function join(pieces: readonly Piece[]): Markup {
  return pieces.reduce<Piece[]>((joined, piece) => {
    const last = joined.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece
    else joined.push(piece)
    return joined
  }, [])
}

/** The title of an image that is all there is of a piece of markup; else undefined. */
export function titleOfImage(markup: Markup): string | undefined {
  const [piece, ...others] = markup.filter(piece => piece !== '')
  return others.length === 0 && typeof piece === 'object' && piece.kind === 'image' ? piece.title : undefined
}

export function writeMarkup(markup: Markup, writing: Writing): string {
  return markup.map(piece => (typeof piece === 'string' ? piece : writePiece(piece, writing))).join('')
}

function writePiece(piece: Exclude<Piece, string>, writing: Writing): string {
  switch (piece.kind) {
    case 'address':
      return writeAddress(piece, writing)
    case 'id':
      return idText(piece.id, writing)
    case 'heading':
      return piece.attributes === undefined
        ? closeHeading(piece.level, piece.id, writing)
        : openHeading(piece.level, writeMarkup(piece.attributes, writing), writing.frame.idPrefix + piece.id, writing)
    case 'table':
      return piece.isClosing ? `</table>${closeBox(writing)}` : openBox(writing) + writeMarkup(piece.tag, writing)
    case 'code':
      return `<pre${writeMarkup(piece.attributes, writing)}${writing.frame.dress === 'page' ? ' tabindex="0"' : ''}>`
    case 'image':
      return writeTagOfImage(piece, writing)
  }
}

// An address that stays is written as it was; one that does not needs quotes.
function writeAddress({ link, written, quote }: Extract<Piece, { kind: 'address' }>, writing: Writing): string {
  const [was, is] = [writing.body.links[link], addressOfLink(link, writing)]
  if (was === undefined || is === was.url) return written
  return quote === '' ? `"${escapeHtml(is)}"` : escapeHtml(is)
}

function addressOfLink(link: number, writing: Writing): string {
  const found = writing.body.links[link]
  return found === undefined ? '' : addressIn(found, writing)
}

function writeTagOfImage({ tag, link, sizes, isLazy, hasSources }: Extract<Piece, { kind: 'image' }>, writing: Writing): string {
  return writeImage(
    writeMarkup(tag, writing),
    { address: addressOfLink(link, writing), ...sizes, isLazy, hasSources, mayLead: false },
    writing,
  )
}
