// The last step of a page: a Content-Security-Policy that allows what the page holds, as its author wrote it, and nothing else. What
// an attacker adds later, or a careless script, has no rights. Style attributes are what KaTeX and many authors need and what such a
// policy forbids, so they become classes in one style element, which the policy names by its hash (CSP level 3, §6.7.3). The theme
// loads its sheets by `@import` in such an element, and its scripts carry their hashes, so that the policy can be checked without a
// server, as the Nu validator does.

import { hash } from 'node:crypto'
import { unescapeHtml } from '../text/escape.ts'

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
  const body = page.slice(end)
  // A text that has none of this, as most have, is not looked at again.
  const isPlain = !special.test(body)
  const { markup, style } = isPlain ? { markup: body, style: '' } : hoistStyles(body)
  const sheet = style === '' ? '' : `<style>${style}</style>\n`
  const policy = policyFor({ markup: isPlain ? head : head + markup, style, searches: markup.includes('data-search') }, scripts, policies)
  // Behind what the head itself loads, which is the theme's: a policy speaks of what follows it.
  return `${withIntegrity(head, scripts)}${sheet}<meta http-equiv="Content-Security-Policy" content="${policy}">\n${markup}`
}

const special =
  /<(?:script|style|link|img|source|input|image|video|audio|track|iframe|frame|object|embed|form)[\s>]|\s(?:on[a-z]+|style)\s*=|javascript:/i

function withIntegrity(markup: string, scripts: ScriptHashes): string {
  return [...scripts].reduce(
    (text, [address, hash]) => text.replace(`<script src="${address}"`, `<script src="${address}" integrity="${hash}"`),
    markup,
  )
}

const tag = /<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi
const rawText = /(<(?:script|style|textarea|title)\b[\s\S]*?<\/(?:script|style|textarea|title)>|<!--[\s\S]*?-->)/gi
const styleAttribute = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/i

// Each different style becomes one class. `:is()` with an id in it gives the class the weight that the attribute had over the rules
// of style sheets.
function hoistStyles(page: string): { readonly markup: string; readonly style: string } {
  if (!/\sstyle\s*=/i.test(page)) return { markup: page, style: '' }
  const classes = new Map<string, string>()
  const hoist = (element: string): string => {
    const found = styleAttribute.exec(element)
    const declarations = unescapeHtml(found?.[1] ?? found?.[2] ?? '').trim()
    if (!found || /[{}<]/.test(declarations)) return element
    const rest = element.replace(found[0], '')
    if (declarations === '') return rest
    const name = classes.get(declarations) ?? `l${classes.size}`
    classes.set(declarations, name)
    return withClass(rest, name)
  }
  const markup = page
    .split(rawText)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(tag, hoist)))
    .join('')
  const style = [...classes].map(([declarations, name]) => `:is(.${name},#l){${declarations}}`).join('')
  return { markup, style }
}

function withClass(element: string, name: string): string {
  const own = /\sclass\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(element)
  if (own) return element.replace(own[0], () => ` class="${own[1] ?? own[2]} ${name}"`)
  return element.replace(/^<[a-z][\w:-]*/i, start => `${start} class="${name}"`)
}

// Validators take the white space around a text for none of it, browsers do not; so where there is some, both have their hash.
function hashesOf(texts: readonly string[]): string {
  return [...new Set(texts.flatMap(text => [text, text.trim()]))].map(text => ` 'sha256-${hash('sha256', text, 'base64')}'`).join('')
}

interface PolicySubject {
  readonly markup: string
  /** The styles that were taken from attributes. */
  readonly style: string
  /** Search runs WebAssembly. */
  readonly searches: boolean
}

function policyFor({ markup, style, searches }: PolicySubject, known: ScriptHashes, policies: Policies): string {
  const elements = elementsIn(markup)
  // What a script of the author's fetches cannot be known, so its page keeps only the rules that no such script needs to break.
  if (hasOwnScript(markup, elements, known)) return "object-src 'none'; base-uri 'self'"
  const [data, others] = [elements.filter(isData), elements.filter(element => !isData(element))]
  const key = `${searches} ${style}${others.map(({ name, attributes, text }) => `<${name}${attributes}>${text}`).join('')}`
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
  const sheets = elements.filter(({ name, attributes }) => name === 'link' && /\srel="?stylesheet\b/i.test(attributes))
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

const addressIn = (names: string): RegExp => new RegExp(`\\s(?:${names})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'gi')

const embeddings = [
  {
    directive: 'img-src',
    base: "'self' data:",
    names: new Set(['img', 'source', 'input', 'image', 'video']),
    attributes: addressIn('src|srcset|href|poster'),
  },
  { directive: 'media-src', base: "'self' data:", names: new Set(['video', 'audio', 'source', 'track']), attributes: addressIn('src') },
  { directive: 'frame-src', base: "'self'", names: new Set(['iframe', 'frame']), attributes: addressIn('src') },
] as const
const [linkNames, objectNames, formNames] = [new Set(['link']), new Set(['object', 'embed']), new Set(['form'])]
const [href, objectSource, formAction] = [addressIn('href'), addressIn('data|src'), addressIn('action')]

interface Element {
  readonly name: string
  readonly attributes: string
  /** What stands in a script or style; else empty. */
  readonly text: string
}

const spokenOf =
  /<(?:(script|style)\b([^>]*)>([\s\S]*?)<\/\1>|(link|img|source|input|image|video|audio|track|iframe|frame|object|embed|form)\b((?:[^>"']|"[^"]*"|'[^']*')*)>)/gi

// All elements that a policy may speak of.
function elementsIn(markup: string): Element[] {
  const found: Element[] = []
  for (const [, raw, rawAttributes = '', text = '', name = raw ?? '', attributes = rawAttributes] of markup.matchAll(spokenOf))
    found.push({ name: name.toLowerCase(), attributes, text })
  return found
}

function sourceOf({ name, attributes }: Element): string | undefined {
  return name === 'script' ? /\ssrc="([^"]*)"/i.exec(attributes)?.[1] : undefined
}

// Data is not run, so no browser needs its hash; validators ask for it.
function isData({ name, attributes }: Element): boolean {
  return name === 'script' && /\stype\s*=\s*["'](?!module|(?:text|application)\/(?:java|ecma)script)[^"']+["']/i.test(attributes)
}

function listed(hosts: readonly string[]): string {
  return hosts.map(host => ` ${host}`).join('')
}

const handler = /<[a-z](?:[^>"']|"[^"]*"|'[^']*')*?\s(?:on[a-z]+\s*=|href\s*=\s*["']?\s*javascript:)/i

// A script element that is neither data nor one of the theme's, a handler in an attribute, or a link that runs one.
function hasOwnScript(markup: string, elements: readonly Element[], known: ScriptHashes): boolean {
  if (elements.some(element => element.name === 'script' && !isData(element) && !known.has(sourceOf(element) ?? ''))) return true
  // The exact search is slow, and hardly any page has even the letters of it.
  return /\son[a-z]+\s*=|javascript:/i.test(markup) && handler.test(markup.replace(rawText, ''))
}

interface EmbeddedSources {
  readonly hosts: readonly string[]
  /** True where an address has no host, and so is one of the site. */
  readonly isRelative: boolean
}

const nothing: EmbeddedSources = { hosts: [], isRelative: false }

function hostsIn(elements: readonly Element[], names: ReadonlySet<string>, attributes: RegExp): EmbeddedSources {
  const spoken = elements.filter(({ name }) => names.has(name))
  if (spoken.length === 0) return nothing
  const values = spoken.flatMap(({ attributes: text }) =>
    [...text.matchAll(attributes)].map(([, double, single]) => double ?? single ?? ''),
  )
  return { hosts: [...new Set(values.flatMap(hostsOf))], isRelative: values.some(url => !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) }
}

// A list of sources holds an address before each comma.
function hostsOf(value: string): string[] {
  return [...value.matchAll(/(?:^|,)\s*(https?:)?\/\/([\w.-]+(?::\d+)?)/gi)].map(([, scheme = 'https:', host = '']) => `${scheme}//${host}`)
}
