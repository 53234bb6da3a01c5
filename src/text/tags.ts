// The tags of markup that an author wrote or a template made: the one place that looks for them. It reads as browsers do (HTML, §13.2.5):
// comments and the text of scripts, styles and the like hold no tags, an attribute's value may hold anything, and a tag that is not closed
// before the end is none.

import { unescapeHtml } from './escape.ts'

export interface Tag extends WrittenTag {
  /** Where it begins and ends in the markup, `<` and `>` included. */
  readonly start: number
  readonly end: number
}

/** A tag wherever it stands. */
export interface WrittenTag {
  /** As it is written, `<` and `>` included; the same string for all that are written alike. */
  readonly text: string
  /** In lower case. */
  readonly name: string
  readonly isClosing: boolean
  readonly attributes: readonly Attribute[]
}

export interface Attribute {
  /** In lower case. */
  readonly name: string
  /** Its value with entities decoded; empty where it has none. */
  readonly value: string
  /** Where the attribute begins and ends in the text of its tag, its name and quotes included. */
  readonly start: number
  readonly end: number
  /** Where the value as it is written begins and ends, quotes left out. */
  readonly valueStart: number
  readonly valueEnd: number
  readonly quote: '"' | "'" | ''
}

/** The element whose text is being passed over, for markup that comes in pieces; empty where tags count. */
export interface TagState {
  readonly inside: string
}

// Quotes enclose something behind `=` only: `<a title="x"">` ends where it seems to.
const tagPattern = /<(\/?)([a-z][^\s/>]*)((?:[^>=]|=\s*(?:"[^"]*"|'[^']*'|(?!\s|["'])))*)>/iy
const attributePattern = /([^\s"'<>/=]+)(?:(\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g
const rawElements = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noframes'])

/** Every tag, in order. */
export function tagsIn(markup: string): Tag[] {
  return readTags(markup, { inside: '' }).tags
}

/** The ids of its elements, in order. */
export function idsIn(markup: string): string[] {
  return tagsWithId(markup).flatMap(tag => attributeOf(tag, 'id') ?? [])
}

/** What a link may lead to in it, in order: ids, and names of anchors (HTML, §7.4.6.4). */
export function placesIn(markup: string): string[] {
  return tagsOfPlaces(markup).flatMap(placesOf)
}

/** What a link may lead to at this tag. */
export function placesOf(tag: Tag): string[] {
  return [attributeOf(tag, 'id'), tag.name === 'a' ? attributeOf(tag, 'name') : undefined].filter(place => place !== undefined)
}

/**
 * Finds the tags in which `sign` stands: the begin of a tag, `<` included, or of an attribute with the white space in front of it.
 * Others may be among them. Measured, the page of a course, with 190,000 tags of which 22,800 count, is read in a third of the time
 * that it takes to look at each, and the ids of a thousand posts are found in a third too.
 */
export function makeTagFinder(sign: RegExp): (markup: string) => Tag[] {
  const signs = new RegExp(`<!--|</?(?:${[...rawElements].join('|')})(?=[\\s/>])|${valueWithTag}|${sign.source}`, 'gi')
  return markup => tagsAtSigns(markup, signs) ?? tagsIn(markup)
}

// What looks like a tag may be a part of an attribute's value then.
const valueWithTag = '=\\s*(?:"[^"<]*<|\'[^\'<]*<)'
const tagsWithId = makeTagFinder(/\sid\s*=/)
const tagsOfPlaces = makeTagFinder(/\s(?:id|name)\s*=/)

// Undefined where it takes all that stands before to know what is a tag.
function tagsAtSigns(markup: string, signs: RegExp): Tag[] | undefined {
  const tags: Tag[] = []
  const readTag = makeTagReader(markup)
  for (let at: number | undefined = 0; at !== undefined && at < markup.length; ) {
    signs.lastIndex = at
    // `test` makes nothing that is thrown away: the page of a course has 22,800 signs.
    if (!signs.test(markup)) break
    const end = signs.lastIndex
    const start = markup.lastIndexOf('<', end - 1)
    if (end === start + 4 && markup.startsWith('<!--', start)) {
      at = endOfComment(markup, start)
      continue
    }
    // What ends with `<` is a value that holds one.
    const tag = start < 0 || start === end - 1 ? undefined : readTag(start)
    if (tag === undefined || tag.end < end) return undefined
    tags.push(tag)
    at = isRaw(tag) ? closingOf(tag.name, markup, tag.end) : tag.end
  }
  return tags
}

/** Every tag of a piece of markup, and how the next piece begins. */
export function readTags(markup: string, { inside }: TagState): { readonly tags: Tag[]; readonly state: TagState } {
  const tags: Tag[] = []
  const readTag = makeTagReader(markup)
  let open = inside
  for (let at: number | undefined = 0; at !== undefined && at < markup.length; ) {
    at = open === '' ? placeOf('<', markup, at) : closingOf(open, markup, at)
    if (at === undefined) break
    if (open === '' && markup.startsWith('<!--', at)) {
      at = endOfComment(markup, at)
      continue
    }
    const tag = readTag(at)
    if (tag === undefined) {
      if (isTagStart(markup, at)) break
      at += 1
      continue
    }
    tags.push(tag)
    open = isRaw(tag) ? tag.name : ''
    at = tag.end
  }
  return { tags, state: { inside: open } }
}

function isTagStart(markup: string, at: number): boolean {
  return /[a-z]/i.test(markup.charAt(at + (markup[at + 1] === '/' ? 2 : 1)))
}

function isRaw({ name, isClosing }: Tag): boolean {
  return !isClosing && rawElements.has(name)
}

function placeOf(text: string, markup: string, from: number): number | undefined {
  const place = markup.indexOf(text, from)
  return place < 0 ? undefined : place
}

function endOfComment(markup: string, at: number): number | undefined {
  const end = placeOf('-->', markup, at + 4)
  return end === undefined ? undefined : end + 3
}

function closingOf(name: string, markup: string, from: number): number | undefined {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  closing.lastIndex = from
  return closing.exec(markup)?.index
}

/**
 * Reads the tag that begins at a place. Those that are written alike, as most of a formula's are, are read once: what a tag is does not
 * depend on what follows it. Measured, the policy of a course's page takes 100 ms of work for 240.
 */
function makeTagReader(markup: string): (at: number) => Tag | undefined {
  const known = new Map<string, WrittenTag>()
  return at => {
    const close = isTagStart(markup, at) ? markup.indexOf('>', at) : -1
    if (close < 0) return undefined
    const same = known.get(markup.slice(at, close + 1)) ?? readTag(markup, at)
    if (same === undefined) return undefined
    known.set(same.text, same)
    const { text, name, isClosing, attributes } = same
    return { text, name, isClosing, attributes, start: at, end: at + text.length }
  }
}

function readTag(markup: string, at: number): WrittenTag | undefined {
  tagPattern.lastIndex = at
  const match = tagPattern.exec(markup)
  if (match === null) return undefined
  const [text, slash = '', name = '', rest = ''] = match
  const isClosing = slash !== ''
  return { text, name: name.toLowerCase(), isClosing, attributes: isClosing || rest === '' ? [] : attributesIn(rest, 1 + name.length) }
}

function attributesIn(text: string, offset: number): Attribute[] {
  const attributes: Attribute[] = []
  attributePattern.lastIndex = 0
  for (let match = attributePattern.exec(text); match !== null; match = attributePattern.exec(text)) {
    const [whole, name = '', equals = '', double, single, bare] = match
    const written = double ?? single ?? bare ?? ''
    const quote = double !== undefined ? '"' : single !== undefined ? "'" : ''
    const start = offset + match.index
    const valueStart = start + name.length + equals.length + quote.length
    attributes.push({
      name: name.toLowerCase(),
      value: written.includes('&') ? unescapeHtml(written) : written,
      start,
      end: start + whole.length,
      valueStart,
      valueEnd: valueStart + written.length,
      quote,
    })
  }
  return attributes
}

/** The value of an attribute, decoded; undefined where the tag has none of that name. */
export function attributeOf({ attributes }: WrittenTag, name: string): string | undefined {
  return attributes.find(attribute => attribute.name === name)?.value
}
