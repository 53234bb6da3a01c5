// The last step of a page: a Content-Security-Policy that allows what the page holds, as its author wrote it, and nothing else. What
// an attacker adds later, or a careless script, has no rights. Style attributes are what KaTeX and many authors need and what such a
// policy forbids, so they become classes in one style element, which the policy names by its hash (CSP level 3, §6.7.3). The theme
// loads its sheets by `@import` in such an element, and its scripts carry their hashes, so that the policy can be checked without a
// server, as the Nu validator does.

import { hash } from 'node:crypto'
import { type Attribute, attributeOf, makeTagFinder, type Tag } from '../text/tags.ts'

/** Hashes of the theme's scripts (`sha256-…`, as the integrity attribute wants them) by address. */
export type ScriptHashes = ReadonlyMap<string, string>

/** A page with its policy, if it is a whole document that has none yet. */
export type SecurePage = (page: string) => string

/** Policies that were found, by what they speak of: most pages of a site hold the same. */
type Policies = Map<string, Policy>
const mostPolicies = 1000

export function makeSecurePage(scripts: ScriptHashes): SecurePage {
  const policies: Policies = new Map()
  return page => securePage(page, scripts, policies)
}

function securePage(page: string, scripts: ScriptHashes, policies: Policies): string {
  const end = page.indexOf('</head>')
  const head = page.slice(0, end)
  if (end < 0 || /http-equiv=["']?content-security-policy/i.test(head)) return page
  const tags = tagsThatCount(page)
  const { body, style } = hoistStyles(page, end, tags)
  const policy = policyFor({ elements: elementsIn(page, tags), style, searches: page.includes('data-search', end) }, scripts, policies)
  const sheet = style === '' ? '' : `<style>${style}</style>\n`
  // Behind what the head itself loads, which is the theme's: a policy speaks of what follows it.
  return `${withIntegrity(head, scripts)}${sheet}<meta http-equiv="Content-Security-Policy" content="${policy}">\n${body}`
}

function withIntegrity(markup: string, scripts: ScriptHashes): string {
  return [...scripts].reduce(
    (text, [address, hash]) => text.replace(`<script src="${address}"`, `<script src="${address}" integrity="${hash}"`),
    markup,
  )
}

// Each different style becomes one class. `:not()` with an id in it gives the class the weight that the attribute had over the rules
// of style sheets, and browsers still find the rule by its class. What the head holds, up to `from`, is the theme's. What is added piece by piece V8
// copies once, when the page is written: a course of 30 lectures takes 45 ms less than with an array that is joined.
function hoistStyles(page: string, from: number, tags: readonly Tag[]): { readonly body: string; readonly style: string } {
  const classes = new Map<string, string>()
  const changed = new Map<string, string | undefined>()
  const change = (tag: Tag): string | undefined => {
    const declarations = attributeOf(tag, 'style')?.trim()
    if (declarations === undefined || /[{}<]/.test(declarations)) return undefined
    const name = declarations === '' ? undefined : (classes.get(declarations) ?? `l${classes.size}`)
    if (name !== undefined) classes.set(declarations, name)
    return withClassFor(tag, name)
  }
  let body = ''
  let written = from
  for (const tag of tags) {
    if (tag.start < from) continue
    if (!changed.has(tag.text)) changed.set(tag.text, change(tag))
    const text = changed.get(tag.text)
    if (text === undefined) continue
    body += page.slice(written, tag.start) + text
    written = tag.end
  }
  const style = [...classes].map(([declarations, name]) => `.${name}:not(#l){${declarations}}`).join('')
  return { body: body + page.slice(written), style }
}

// The tag without its style, and with a class in its place; all else in it stays as it was.
function withClassFor({ text, name, attributes }: Tag, added: string | undefined): string {
  const nameEnd = 1 + name.length
  const hasClass = attributes.some(attribute => attribute.name === 'class')
  let [changed, written] = [text.slice(0, nameEnd) + (added === undefined || hasClass ? '' : ` class="${added}"`), nameEnd]
  for (const attribute of attributes) {
    if (attribute.name !== 'style' && (attribute.name !== 'class' || added === undefined)) continue
    // With the space in front of it.
    changed += text.slice(written, attribute.start - 1)
    if (attribute.name === 'class')
      changed += ` class="${text.slice(attribute.valueStart, attribute.valueEnd).replaceAll('"', '&quot;')} ${added}"`
    written = attribute.end
  }
  return changed + text.slice(written)
}

// Validators take the white space around a text for none of it, browsers do not; so where there is some, both have their hash.
function hashesOf(texts: readonly string[]): string {
  return [...new Set(texts.flatMap(text => [text, text.trim()]))].map(text => ` 'sha256-${hash('sha256', text, 'base64')}'`).join('')
}

interface PolicySubject {
  readonly elements: readonly Element[]
  /** The styles that were taken from attributes. */
  readonly style: string
  /** Search runs WebAssembly. */
  readonly searches: boolean
}

function policyFor({ elements, style, searches }: PolicySubject, known: ScriptHashes, policies: Policies): string {
  // What a script of the author's fetches cannot be known, so its page keeps only the rules that no such script needs to break.
  if (elements.some(element => isOwnScript(element, known))) return "object-src 'none'; base-uri 'self'"
  const [data, others] = [elements.filter(isData), elements.filter(element => !isData(element))]
  const key = `${searches} ${style}${others.map(({ tag, text }) => tag.text + text).join('')}`
  const policy = policies.get(key) ?? policyOf(others, style, known, searches)
  if (policies.size < mostPolicies) policies.set(key, policy)
  return policy.before + hashesOf(data.map(({ text }) => text)) + policy.behind
}

/** What stands before and behind the hashes of data, which are of one page only. */
interface Policy {
  readonly before: string
  readonly behind: string
}

function policyOf(elements: readonly Element[], style: string, known: ScriptHashes, searches: boolean): Policy {
  const own = elements.flatMap(element => known.get(sourceOf(element) ?? '') ?? []).map(hash => ` '${hash}'`)
  const styles = elements.filter(({ name }) => name === 'style').map(({ text }) => text)
  const sheets = elements.filter(({ name, tag }) => name === 'link' && /(?:^|\s)stylesheet(?:\s|$)/i.test(attributeOf(tag, 'rel') ?? ''))
  const embedded = embeddings.map(({ directive, base, names, attributes }) => ({
    directive: `${directive} ${base}`,
    ...hostsIn(elements, names, attributes),
  }))
  // A validator that reads a page from the disk takes a relative address for a forbidden one. Pictures, sounds and frames of the
  // site itself run nothing in the page, so a page that has some leaves their directive out, and with it the general one.
  const before = `${embedded.some(({ isRelative }) => isRelative) ? '' : "default-src 'none'; "}script-src 'self'`
  const behind = [
    own.join('') + (searches ? " 'wasm-unsafe-eval'" : ''),
    `style-src 'self'${hashesOf([...styles, ...(style === '' ? [] : [style])])}${listed(hostsIn(sheets, linkNames, href).hosts)}`,
    ...embedded.flatMap(({ directive, hosts, isRelative }) => (isRelative ? [] : [directive + listed(hosts)])),
    "font-src 'self' data:",
    "connect-src 'self'",
    `object-src${objectSources(hostsIn(elements, objectNames, objectSource))}`,
    `form-action 'self'${listed(hostsIn(elements, formNames, formAction).hosts)}`,
    "manifest-src 'self'",
    "base-uri 'none'",
  ].join('; ')
  return { before, behind }
}

function objectSources({ hosts, isRelative }: EmbeddedSources): string {
  return (isRelative ? " 'self'" : '') + listed(hosts) || " 'none'"
}

const embeddings = [
  {
    directive: 'img-src',
    base: "'self' data:",
    names: new Set(['img', 'source', 'input', 'image', 'video']),
    attributes: new Set(['src', 'srcset', 'href', 'poster']),
  },
  { directive: 'media-src', base: "'self' data:", names: new Set(['video', 'audio', 'source', 'track']), attributes: new Set(['src']) },
  { directive: 'frame-src', base: "'self'", names: new Set(['iframe', 'frame']), attributes: new Set(['src']) },
] as const
const [linkNames, objectNames, formNames] = [new Set(['link']), new Set(['object', 'embed']), new Set(['form'])]
const [href, objectSource, formAction] = [new Set(['href']), new Set(['data', 'src']), new Set(['action'])]

/** An element that a policy may speak of. */
interface Element {
  readonly name: string
  readonly tag: Tag
  /** What stands in a script or style; else empty. */
  readonly text: string
}

const spokenOf = new Set('script style link img source input image video audio track iframe frame object embed form'.split(' '))
/** Finds those, what ends a script or a style, and what runs one or has a style. */
const tagsThatCount = makeTagFinder(new RegExp(`</?(?:${[...spokenOf].join('|')})(?=[\\s/>])|\\s(?:on[a-z]+|style)\\s*=|javascript:`))

function elementsIn(markup: string, tags: readonly Tag[]): Element[] {
  const elements: Element[] = []
  // Of tags that are written alike, as nearly all are, one is looked at.
  const known = new Map<string, boolean>()
  const isSpokenOf = (tag: Tag): boolean => known.get(tag.text) ?? (!tag.isClosing && (spokenOf.has(tag.name) || tag.attributes.some(runs)))
  tags.forEach((tag, index) => {
    const counts = isSpokenOf(tag)
    known.set(tag.text, counts)
    if (!counts) return
    const { name, end } = tag
    // No tag is found in it but the one that ends it.
    elements.push({ name, tag, text: name === 'script' || name === 'style' ? markup.slice(end, tags[index + 1]?.start) : '' })
  })
  return elements
}

function sourceOf({ name, tag }: Element): string | undefined {
  return name === 'script' ? attributeOf(tag, 'src') : undefined
}

// Data is not run, so no browser needs its hash; validators ask for it.
function isData({ name, tag }: Element): boolean {
  const type = attributeOf(tag, 'type') ?? ''
  return name === 'script' && type !== '' && !/^(?:module|(?:text|application)\/(?:java|ecma)script)/i.test(type)
}

function listed(hosts: readonly string[]): string {
  return hosts.map(host => ` ${host}`).join('')
}

// A script that is neither data nor one of the theme's, or an element that runs one.
function isOwnScript(element: Element, known: ScriptHashes): boolean {
  if (element.tag.attributes.some(runs)) return true
  return element.name === 'script' && !isData(element) && !known.has(sourceOf(element) ?? '')
}

// A handler, or a link that runs a script.
function runs({ name, value }: Attribute): boolean {
  return /^on[a-z]+$/.test(name) || (name === 'href' && /^\s*javascript:/i.test(value))
}

interface EmbeddedSources {
  readonly hosts: readonly string[]
  /** True where an address has no host, and so is one of the site. */
  readonly isRelative: boolean
}

const nothing: EmbeddedSources = { hosts: [], isRelative: false }

function hostsIn(elements: readonly Element[], names: ReadonlySet<string>, attributes: ReadonlySet<string>): EmbeddedSources {
  const spoken = elements.filter(({ name }) => names.has(name))
  if (spoken.length === 0) return nothing
  const values = spoken.flatMap(({ tag }) => tag.attributes.filter(({ name }) => attributes.has(name)).map(({ value }) => value))
  return { hosts: [...new Set(values.flatMap(hostsOf))], isRelative: values.some(url => !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) }
}

// A list of sources holds an address before each comma.
function hostsOf(value: string): string[] {
  return [...value.matchAll(/(?:^|,)\s*(https?:)?\/\/([\w.-]+(?::\d+)?)/gi)].map(([, scheme = 'https:', host = '']) => `${scheme}//${host}`)
}
