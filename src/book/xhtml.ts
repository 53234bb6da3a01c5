// HTML of a text as the XHTML of a book: well formed, without scripts and frames, which a book has not, and without what HTML has given up and
// books never had. The only file that imports parse5, which reads any HTML as browsers do and knows nothing of XML: names and characters that
// XML does not allow pass through it.

import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { ownValue } from '../text/own-value.ts'
import { allowedForeign, allowedValue } from './allowed.ts'
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
  const text = drawnFromItself(withoutRepeatedIds(written.replace(/(<a) name="([^"]*)"/g, `$1 id="${chapter}-$2"`)), chapter)
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

// A drawing names its own parts, whose ids have that of the chapter in front of them.
function drawnFromItself(text: string, chapter: string): string {
  if (!text.includes('<svg')) return text
  const placeOf = (id: string): string | undefined => [`${chapter}-${id}`, id].find(place => text.includes(` id="${place}"`))
  return text
    .replace(/url\(#([^)"]*)\)/g, (_, id: string) => `url(#${placeOf(id) ?? id})`)
    .replace(/ xlink:href="#([^"]*)"/g, (_, id: string) => (placeOf(id) === undefined ? '' : ` xlink:href="#${placeOf(id)}"`))
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
  const name = nameOf(node, inner)
  if (tagName === 'picture' || !known.has(name)) return inner
  const written = attributesText(node, name)
  if (voids.has(name)) return `<${name}${written}/>`
  const whole = `<${name}${written}>${inner}</${name}>`
  return /^[uo]l$/.test(name) && /^[uo]l$/.test(node.parentNode?.nodeName ?? '') ? `<li>${whole}</li>` : whole
}

/** What holds lines only. HTML as browsers read it may have blocks in it, a book may not. */
const forLines =
  /^(?:p|h[1-6]|pre|span|b|i|em|strong|u|s|small|sub|sup|abbr|cite|code|kbd|samp|var|q|dfn|mark|time|data|bdi|bdo|ruby|summary)$/
const block = /<(?:address|article|aside|blockquote|details|div|dl|figure|footer|h[1-6]|header|hr|nav|ol|p|pre|section|table|ul)[\s/>]/

/** Elements that mean something in their own parent only. */
const parents: Readonly<Record<string, RegExp>> = {
  li: /^[uo]l$/,
  dt: /^(?:dl|div)$/,
  dd: /^(?:dl|div)$/,
  summary: /^details$/,
  figcaption: /^figure$/,
  rt: /^ruby$/,
  rp: /^ruby$/,
  caption: /^table$/,
}

// A caption by itself is a line of text, and a list of words without one to explain is none.
function nameOf(element: Element, inner: string): string {
  const { tagName, parentNode } = element
  const parent = parentNode === null ? '' : parentNode.nodeName
  const home = ownValue(parents, tagName)
  if (home !== undefined && !(home.test(parent) && isInPlace(element))) return /^r[tp]$/.test(tagName) ? 'span' : 'div'
  if (tagName === 'data' && !element.attrs.some(({ name }) => name === 'value')) return block.test(inner) ? 'div' : 'span'
  // Its summary may have become something else.
  if (tagName === 'details' && !/^\s*<summary[\s>]/.test(inner)) return 'div'
  if (/^(?:dl|ruby)$/.test(tagName) && !holdsOwn(element)) return tagName === 'ruby' ? 'span' : 'div'
  const name = ownValue(renamed, tagName) ?? tagName
  // A heading may be a summary.
  const held = name === 'summary' ? inner.replace(/<h[1-6][\s>]/g, '') : inner
  return forLines.test(name) && block.test(held) ? 'div' : name
}

function elementsIn({ childNodes }: Pick<Element, 'childNodes'>): readonly Element[] {
  return childNodes.filter((child): child is Element => 'tagName' in child)
}

// A summary comes first, a caption first or last, and a list of words begins with one.
function isInPlace(element: Element): boolean {
  const { tagName, parentNode } = element
  if (parentNode === null || !/^(?:summary|figcaption|dt|dd)$/.test(tagName)) return true
  const siblings = elementsIn(parentNode)
  if (tagName === 'summary') return parentNode.childNodes.find(child => !isBlank(child)) === element
  if (tagName === 'figcaption') {
    const first = siblings.find(sibling => sibling.tagName === 'figcaption')
    return first === element && (siblings[0] === element || siblings.at(-1) === element)
  }
  return siblings.find(({ tagName: name }) => name === 'dt' || name === 'dd' || name === 'div')?.tagName !== 'dd'
}

// White space, and comments.
function isBlank(node: Node): boolean {
  return node.nodeName === '#text' ? /^\s*$/.test((node as DefaultTreeAdapterTypes.TextNode).value) : !('tagName' in node)
}

function holdsOwn(element: Element): boolean {
  const names = elementsIn(element).map(({ tagName }) => tagName)
  if (element.tagName === 'ruby') return names.includes('rt')
  return names.length === 0 || names[0] !== 'dd'
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
    .map(({ name: attribute, value }) => {
      const allowed = allowedValue(name, attribute, value)
      return allowed === undefined ? '' : ` ${attribute}="${escaped(allowed)}"`
    })
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

// Formulas and drawings, as they are but for what a book may not have in them.
function writeForeign(node: Element, pictureAt: PictureAt): string {
  const name = allowedForeign(node.tagName)
  if (name === undefined) return ''
  const isRoot = name === 'math' || name === 'svg'
  const names = node.attrs.filter(
    ({ name: attribute, value }) =>
      !/^(?:xmlns|on)/.test(attribute) && !/^\s*javascript:/i.test(value) && /^[a-z_][\w.-]*$/i.test(attribute) && attribute !== 'href',
  )
  // What a drawing takes from itself.
  const uses = node.attrs.find(({ name: attribute, value }) => attribute === 'href' && value.startsWith('#') && name !== 'g')
  const written = names.map(({ name: attribute, value, prefix }) => (prefix ? '' : ` ${attribute}="${escaped(value)}"`)).join('')
  const inner = node.childNodes.map(child => write(child, pictureAt)).join('')
  const used = uses === undefined ? '' : ` xlink:href="${escaped(uses.value)}" xmlns:xlink="http://www.w3.org/1999/xlink"`
  return `<${name}${isRoot ? ` xmlns="${node.namespaceURI}"` : ''}${written}${used}>${inner}</${name}>`
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
