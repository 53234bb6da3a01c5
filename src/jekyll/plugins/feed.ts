// jekyll-feed: which feeds a site has, and each of them.

import { isMap } from '../../config/readers.ts'
import type { Data, DataMap } from '../../model.ts'
import { withSlash } from '../../text/url.ts'
import type { PluginDocument, PluginSite } from '../plugin-data.ts'
import {
  absoluteUrl,
  at,
  capitalized,
  firstGiven,
  inspected,
  isTruthy,
  normalizeWhitespace,
  printed,
  stripHtml,
  xmlDate,
  xmlEscape,
} from '../values.ts'

export interface Feed {
  /** The address below `baseurl`. */
  readonly path: string
  readonly collection: string
  readonly category?: string
  readonly tag?: string
}

/** `tags` are all tags of the site's posts. */
export function feedsOf(config: DataMap, tags: readonly string[]): Feed[] {
  return [...collectionFeeds(config), ...tagFeeds(config, tags)]
}

function collectionFeeds(config: DataMap): Feed[] {
  return Object.entries(collectionsOf(config)).flatMap(([collection, settings]) => {
    const prefix = collection === 'posts' ? '/feed' : `/feed/${collection}`
    const own = withSlash(printed(firstGiven(settings['path'])) || `${prefix}.xml`)
    const categories = textsIn(settings['categories'] ?? null)
    return [...categories.map(category => ({ path: `${prefix}/${category}.xml`, collection, category })), { path: own, collection }]
  })
}

// The posts may be set at the top as well as among the collections.
function collectionsOf(config: DataMap): Record<string, DataMap> {
  const written = at(config, 'feed', 'collections')
  const named: Record<string, Data> = isMap(written) ? written : Object.fromEntries(textsIn(written).map(name => [name, {}]))
  const collections = Object.fromEntries(Object.entries(named).map(([name, settings]) => [name, isMap(settings) ? settings : {}]))
  const posts = collections['posts'] ?? {}
  const path = posts['path'] ?? at(config, 'feed', 'path')
  return { ...collections, posts: { ...posts, path, categories: posts['categories'] ?? at(config, 'feed', 'categories') } }
}

// A tag that is no plain word has no feed.
function tagFeeds(config: DataMap, tags: readonly string[]): Feed[] {
  const settings = at(config, 'feed', 'tags')
  if (!isTruthy(settings) || tags.length === 0) return []
  const map = isMap(settings) ? settings : {}
  const except = textsIn(map['except'] ?? null)
  const wanted = map['only'] === undefined ? tags : textsIn(map['only'])
  const prefix = printed(map['path']) || '/feed/by_tag/'
  return wanted
    .filter(tag => !except.includes(tag) && /^\w+$/.test(tag))
    .map(tag => ({ path: withSlash(`${prefix}${tag}.xml`), collection: 'posts', tag }))
}

function textsIn(value: Data): string[] {
  return Array.isArray(value) ? value.map(printed) : []
}

/** `documents` are those of the feed's collection, newest first; `hasStyle` is for a site with a `feed.xslt.xml`. */
export async function feedXml(feed: Feed, documents: readonly PluginDocument[], site: PluginSite, hasStyle = false): Promise<string> {
  const { config } = site
  const limit = Number(firstGiven(at(config, 'feed', 'posts_limit'))) || 10
  const entries = documents.filter(document => isIn(feed, document, config)).slice(0, limit)
  const lang = isTruthy(config['lang']) ? printed(config['lang']) : undefined
  const own = absoluteUrl(feed.path, config)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    hasStyle ? `<?xml-stylesheet type="text/xml" href="${absoluteUrl('/feed.xslt.xml', config)}"?>` : '',
    `<feed xmlns="http://www.w3.org/2005/Atom" ${lang === undefined ? '' : `xml:lang="${lang}"`}>`,
    `<generator uri="https://jekyllrb.com/" version="${site.jekyllVersion}">Jekyll</generator>`,
    `<link href="${own}" rel="self" type="application/atom+xml" />`,
    `<link href="${absoluteUrl('/', config)}" rel="alternate" type="text/html" ${lang === undefined ? '' : `hreflang="${lang}" `}/>`,
    `<updated>${xmlDate(site.now)}</updated><id>${xmlEscape(own)}</id>`,
    await titleOf(feed, site),
    isTruthy(config['description']) ? `<subtitle>${xmlEscape(printed(config['description']))}</subtitle>` : '',
    siteAuthor(config['author'] ?? null),
    ...(await Promise.all(entries.map(document => entryElement(document, site)))),
    '</feed>',
  ].join('')
}

function isIn({ tag, category }: Feed, { tags, categories, draft }: PluginDocument, config: DataMap): boolean {
  if (draft && !isTruthy(config['show_drafts'])) return false
  return (tag === undefined || tags.includes(tag)) && (category === undefined || categories.includes(category))
}

async function titleOf({ collection, category }: Feed, { config, smartify }: PluginSite): Promise<string> {
  const title = printed(firstGiven(config['title'], config['name']))
  const parts = [...(collection === 'posts' ? [] : [capitalized(collection)]), ...(category === undefined ? [] : [capitalized(category)])]
  if (title === '' && parts.length === 0) return ''
  return `<title type="html">${xmlEscape(await smartify([title, ...parts].join(' | ')))}</title>`
}

function siteAuthor(author: Data): string {
  return isTruthy(author) ? authorElement(author, isMap(author) ? firstGiven(author['name'], author) : author) : ''
}

function authorElement(author: Data, name: Data): string {
  const part = (key: string): string => {
    const value = isMap(author) ? firstGiven(author[key]) : null
    return value === null ? '' : `<${key}>${xmlEscape(printed(value))}</${key}>`
  }
  return `<author><name>${xmlEscape(Array.isArray(name) ? inspected(name) : printed(name))}</name>${part('email')}${part('uri')}</author>`
}

async function entryElement(document: PluginDocument, site: PluginSite): Promise<string> {
  const { url, id, data, date, modified, content } = document
  const { config } = site
  const title = xmlEscape(normalizeWhitespace(stripHtml(await site.smartify(printed(data['title'])))))
  const address = absoluteUrl(url, config)
  const excerptOnly = isTruthy(firstGiven(at(data, 'feed', 'excerpt_only'), at(config, 'feed', 'excerpt_only')))
  return [
    `<entry${isTruthy(data['lang']) ? ` xml:lang="${printed(data['lang'])}"` : ''}><title type="html">${title}</title>`,
    `<link href="${address}" rel="alternate" type="text/html" title="${title}" />`,
    `<published>${date === undefined ? '' : xmlDate(date)}</published>`,
    `<updated>${date === undefined ? '' : xmlDate(modified ?? date)}</updated><id>${xmlEscape(absoluteUrl(id, config))}</id>`,
    excerptOnly ? '' : `<content type="html" xml:base="${xmlEscape(address)}"><![CDATA[${inCdata((await content()).trim())}]]></content>`,
    entryAuthor(data, site),
    ...labelsOf(document).map(label => `<category term="${xmlEscape(label)}" />`),
    await summaryElement(document),
    imageElements(data, config),
    '</entry>',
  ].join('')
}

// The plugin lets the text end its own section, which breaks the feed.
function inCdata(text: string): string {
  return text.replaceAll(']]>', ']]]]><![CDATA[>')
}

function entryAuthor(data: DataMap, { config, data: files }: PluginSite): string {
  const authors = data['authors']
  const given = firstGiven(data['author'], Array.isArray(authors) ? authors[0] : null, config['author'])
  const author = firstGiven(typeof given === 'string' ? at(files, 'authors', given) : null, given)
  return authorElement(author, isMap(author) ? firstGiven(author['name'], author) : author)
}

function labelsOf({ data, tags, categories }: PluginDocument): string[] {
  return [...(isTruthy(data['category']) ? [namedOf(data['category'])] : categories), ...tags]
}

// A list in place of a name is printed as Ruby tells it.
function namedOf(category: Data | undefined): string {
  return Array.isArray(category) ? inspected(category) : printed(category)
}

async function summaryElement({ data, excerpt }: PluginDocument): Promise<string> {
  const described = firstGiven(data['description'])
  const summary = described === null ? await excerpt?.() : printed(described)
  // An excerpt is an object, which is not empty even where it says nothing.
  const isEmpty = summary === undefined || (summary === '' && typeof data['excerpt'] === 'string')
  return isEmpty ? '' : `<summary type="html"><![CDATA[${inCdata(normalizeWhitespace(stripHtml(summary)))}]]></summary>`
}

function imageElements(data: DataMap, config: DataMap): string {
  const image = firstGiven(at(data, 'image', 'path'), data['image'])
  if (image === null) return ''
  const written = printed(image)
  const address = xmlEscape(written.includes('://') ? written : absoluteUrl(written, config))
  const namespace = 'xmlns:media="http://search.yahoo.com/mrss/"'
  return `<media:thumbnail ${namespace} url="${address}" /><media:content medium="image" url="${address}" ${namespace} />`
}

/** What `{% feed_meta %}` makes. */
export function feedMeta(config: DataMap): string {
  const title = firstGiven(config['title'], config['name'])
  const address = absoluteUrl(printed(firstGiven(at(config, 'feed', 'path'))) || 'feed.xml', config)
  const named = title === null ? '' : ` title="${xmlEscape(printed(title))}"`
  return `<link type="application/atom+xml" rel="alternate" href="${xmlEscape(address)}"${named} />`
}
