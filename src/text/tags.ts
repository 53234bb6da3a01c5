// The tags of markup that an author wrote or a template made: the one place that looks for them. It reads as browsers do (HTML, §13.2.5):
// comments and the text of scripts, styles and the like hold no tags, an attribute's value may hold anything, and a tag that is not closed
// before the end is none.

import { unescapeHtml } from './escape.ts'

export interface Tag {
  /** In lower case. */
  readonly name: string
  readonly isClosing: boolean
  /** Where it begins and ends in the markup, `<` and `>` included. */
  readonly start: number
  readonly end: number
  readonly attributes: readonly Attribute[]
}

export interface Attribute {
  /** In lower case. */
  readonly name: string
  /** Its value with entities decoded; empty where it has none. */
  readonly value: string
  /** Where the attribute begins and ends, its name and quotes included. */
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

/** Every tag, in order; of a page of formulas, which are thousands, better those only that `like` matches as they are written. */
export function tagsIn(markup: string, like?: RegExp): Tag[] {
  return readTags(markup, { inside: '' }, like).tags
}

/** The ids of its elements, in order. Of a thousand posts they are found in a third of the time that it takes to read every tag. */
export function idsIn(markup: string): string[] {
  if (hidesTags.test(markup)) return idsOf(tagsIn(markup, idAttribute))
  const tags: Tag[] = []
  for (const { index } of markup.matchAll(idAttributes)) {
    const start = markup.lastIndexOf('<', index)
    const found = start < 0 ? null : matchAt(markup, start)
    // It is text, or the tag has a `<` in a value.
    if (found === null || start + found[0].length <= index) return idsOf(tagsIn(markup, idAttribute))
    if (tags.at(-1)?.start !== start) tags.push(tagOf(found, start))
  }
  return idsOf(tags)
}

const idAttribute = /\sid\s*=/i
const idAttributes = new RegExp(idAttribute, 'gi')
const hidesTags = /<(?:!--|script|style|textarea|title|xmp|noframes)/i

function idsOf(tags: readonly Tag[]): string[] {
  return tags.flatMap(tag => attributeOf(tag, 'id') ?? [])
}

/** Every tag of a piece of markup, and how the next piece begins. */
export function readTags(markup: string, { inside }: TagState, like?: RegExp): { readonly tags: Tag[]; readonly state: TagState } {
  const tags: Tag[] = []
  let open = inside
  for (let at = 0; at >= 0 && at < markup.length; ) {
    at = open === '' ? markup.indexOf('<', at) : closingOf(open, markup, at)
    if (at < 0) break
    if (open === '' && markup.startsWith('<!--', at)) {
      at = endOfComment(markup, at)
      continue
    }
    const found = matchAt(markup, at)
    if (found === null) {
      if (isTagStart(markup, at)) break
      at += 1
      continue
    }
    const [whole, slash = '', name = ''] = found
    if (like === undefined || like.test(whole)) tags.push(tagOf(found, at))
    open = slash === '' && rawElements.has(name.toLowerCase()) ? name.toLowerCase() : ''
    at += whole.length
  }
  return { tags, state: { inside: open } }
}

function isTagStart(markup: string, at: number): boolean {
  return /[a-z]/i.test(markup.charAt(at + (markup[at + 1] === '/' ? 2 : 1)))
}

function endOfComment(markup: string, at: number): number {
  const end = markup.indexOf('-->', at + 4)
  return end < 0 ? -1 : end + 3
}

function closingOf(name: string, markup: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  closing.lastIndex = from
  return closing.exec(markup)?.index ?? -1
}

function matchAt(markup: string, at: number): RegExpExecArray | null {
  tagPattern.lastIndex = at
  return tagPattern.exec(markup)
}

function tagOf([whole, slash = '', name = '', rest = '']: RegExpExecArray, at: number): Tag {
  return {
    name: name.toLowerCase(),
    isClosing: slash !== '',
    start: at,
    end: at + whole.length,
    attributes: slash !== '' || rest === '' ? [] : attributesIn(rest, at + 1 + name.length),
  }
}

function attributesIn(text: string, offset: number): Attribute[] {
  return [...text.matchAll(attributePattern)].map(match => {
    const [whole, name = '', equals = '', double, single, bare] = match
    const written = double ?? single ?? bare ?? ''
    const quote = double !== undefined ? '"' : single !== undefined ? "'" : ''
    const start = offset + match.index
    const valueStart = start + name.length + equals.length + quote.length
    return {
      name: name.toLowerCase(),
      value: unescapeHtml(written),
      start,
      end: start + whole.length,
      valueStart,
      valueEnd: valueStart + written.length,
      quote,
    }
  })
}

/** The value of an attribute, decoded; undefined where the tag has none of that name. */
export function attributeOf({ attributes }: Tag, name: string): string | undefined {
  return attributes.find(attribute => attribute.name === name)?.value
}
