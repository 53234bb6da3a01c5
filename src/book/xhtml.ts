// HTML of a text as the XHTML of a book: well formed, without scripts and frames, which a book has not, and without what HTML has given up and
// books never had. The only file that imports parse5, which reads any HTML as browsers do and knows nothing of XML: names and characters that
// XML does not allow pass through it.

import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { ownValue } from '../text/own-value.ts'
import { setAsidePlainMath } from './plain-mathml.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

export interface Xhtml {
  readonly text: string
  readonly hasMath: boolean
  readonly hasSvg: boolean
}

/** `chapter` stands in front of the ids of the text; `pictureAt` answers where a picture stands in the book, or undefined for one that is not in it. */
export function toXhtml(html: string, chapter: string, pictureAt: (address: string) => string | undefined): Xhtml {
  const aside = setAsidePlainMath(html)
  const { childNodes } = parseFragment(aside.text)
  const written = aside.into(childNodes.map(node => write(node, pictureAt)).join(''))
  const text = withoutRepeatedIds(written.replace(/(<a) name="([^"]*)"/g, `$1 id="${chapter}-$2"`))
  return { text, hasMath: text.includes('<math'), hasSvg: text.includes('<svg') }
}

// Browsers go to the first of several, and a book must have one only.
function withoutRepeatedIds(text: string): string {
  const seen = new Set<string>()
  return text.replace(/(<[^<>]*?) id="([^"]*)"/g, (whole, before: string, id: string) => {
    if (seen.has(id)) return before
    seen.add(id)
    return whole
  })
}

type PictureAt = (address: string) => string | undefined

const dropped = new Set([
  'script',
  'style',
  'template',
  'form',
  'input',
  'button',
  'select',
  'textarea',
  'noscript',
  'link',
  'meta',
  'base',
])
/** What plays or shows something from elsewhere: a book has the way there. */
const framed = new Set(['iframe', 'video', 'audio', 'embed', 'object'])
const voids = new Set(['area', 'br', 'col', 'hr', 'img', 'track', 'wbr'])
const renamed: Readonly<Record<string, string>> = {
  center: 'div',
  font: 'span',
  tt: 'code',
  strike: 's',
  big: 'span',
  acronym: 'abbr',
  nobr: 'span',
  marquee: 'div',
}
const known = new Set(
  (
    'a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn div dl dt em figcaption figure ' +
    'footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark nav ol p picture pre q rp rt ruby s samp section small source span strong sub ' +
    'summary sup table tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
)
const attributes = /^(?:id|class|lang|dir|title|role|aria-[a-z]+)$/
const attributesOf: Readonly<Record<string, RegExp>> = {
  // The name of a place, as it was given before there were ids.
  a: /^(?:href|name)$/,
  img: /^(?:src|alt|width|height)$/,
  ol: /^(?:start|reversed)$/,
  li: /^value$/,
  td: /^(?:colspan|rowspan)$/,
  th: /^(?:colspan|rowspan|scope)$/,
  time: /^datetime$/,
  data: /^value$/,
  q: /^cite$/,
  blockquote: /^cite$/,
}

function write(node: Node, pictureAt: PictureAt): string {
  if (node.nodeName === '#text') return escaped((node as DefaultTreeAdapterTypes.TextNode).value)
  if (!('tagName' in node)) return ''
  if (node.namespaceURI !== 'http://www.w3.org/1999/xhtml') return writeForeign(node, pictureAt)
  const { tagName } = node
  if (dropped.has(tagName)) return ''
  if (framed.has(tagName)) return writeFramed(node)
  if (tagName === 'img') return writePicture(node, pictureAt)
  // The best of several pictures is no use without the others; the last stands for all.
  if (tagName === 'source') return ''
  const inner = node.childNodes.map(child => write(child, pictureAt)).join('')
  const name = nameOf(node)
  if (tagName === 'picture' || !known.has(name)) return inner
  const written = attributesText(node, name)
  if (voids.has(name)) return `<${name}${written}/>`
  const whole = `<${name}${written}>${inner}</${name}>`
  return /^[uo]l$/.test(name) && /^[uo]l$/.test(node.parentNode?.nodeName ?? '') ? `<li>${whole}</li>` : whole
}

// A caption by itself is a line of text.
function nameOf({ tagName, parentNode }: Element): string {
  if (tagName === 'figcaption' && parentNode?.nodeName !== 'figure') return 'div'
  return ownValue(renamed, tagName) ?? tagName
}

function isLinked({ parentNode }: Element): boolean {
  if (parentNode === null || !('tagName' in parentNode)) return false
  return parentNode.tagName === 'a' || isLinked(parentNode)
}

function attributesText({ attrs }: Element, name: string): string {
  return attrs
    .filter(({ name: attribute }) => attributes.test(attribute) || ownValue(attributesOf, name)?.test(attribute) === true)
    .filter(
      ({ name: attribute, value }) => !(attribute === 'href' && !isWay(value)) && !(/^(?:id|name)$/.test(attribute) && /\s|^$/.test(value)),
    )
    .filter(({ name: attribute }) => attribute !== 'name' || attrs.every(({ name: other }) => other !== 'id'))
    .map(({ name: attribute, value }) => ` ${attribute}="${escaped(value)}"`)
    .join('')
}

// A place in the book, or an address in full; what leads into a site that does not know where it stands leads nowhere.
function isWay(address: string): boolean {
  return /^(?:#|https?:|mailto:|[\w-]+\.xhtml(?:#|$))/i.test(address)
}

function writePicture(element: Element, pictureAt: PictureAt): string {
  const value = (name: string): string => element.attrs.find(attribute => attribute.name === name)?.value ?? ''
  const [address, alt] = [value('src'), value('alt')]
  const picture = pictureAt(address)
  if (picture !== undefined) {
    const sizes = ['width', 'height'].filter(name => /^\d+$/.test(value(name))).map(name => ` ${name}="${value(name)}"`)
    return `<img src="${escaped(picture)}" alt="${escaped(alt)}"${sizes.join('')}/>`
  }
  const leads = /^https?:/i.test(address) && !isLinked(element)
  return leads ? `<a href="${escaped(address)}">${escaped(alt || address)}</a>` : escaped(alt)
}

function writeFramed(element: Element): string {
  const { attrs } = element
  const address = attrs.find(({ name }) => name === 'src' || name === 'data')?.value ?? ''
  const title = attrs.find(({ name }) => name === 'title')?.value || address
  return /^https?:/i.test(address) && !isLinked(element) ? `<a href="${escaped(address)}">${escaped(title)}</a>` : ''
}

// Formulas and drawings, as they are.
function writeForeign(node: Element, pictureAt: PictureAt): string {
  if (node.tagName === 'script' || node.tagName === 'foreignObject') return ''
  const isRoot = node.tagName === 'math' || node.tagName === 'svg'
  const names = node.attrs.filter(
    ({ name, value }) => !/^(?:xmlns|on)/.test(name) && !/^\s*javascript:/i.test(value) && /^[a-z_][\w.-]*$/i.test(name),
  )
  const written = names.map(({ name, value, prefix }) => (prefix ? '' : ` ${name}="${escaped(value)}"`)).join('')
  const inner = node.childNodes.map(child => write(child, pictureAt)).join('')
  return `<${node.tagName}${isRoot ? ` xmlns="${node.namespaceURI}"` : ''}${written}>${inner}</${node.tagName}>`
}

/** For XML, which also knows characters that no text may hold. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
