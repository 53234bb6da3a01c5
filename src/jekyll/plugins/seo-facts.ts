// What jekyll-seo-tag finds out of a page before it writes anything: title, description, author, image and the like.

import { isMap } from '../../config/readers.ts'
import type { Data, DataMap } from '../../model.ts'
import { parseDate } from '../../text/dates.ts'
import { isAbsoluteUrl } from '../../text/url.ts'
import type { Paginator, PluginPage, PluginSite } from '../plugin-data.ts'
import { absoluteUrl, at, escapeOnce, firstGiven, isTruthy, normalizeWhitespace, printed, stripHtml, xmlDate } from '../values.ts'

export interface SeoFacts {
  readonly title: string | undefined
  readonly pageTitle: string | undefined
  readonly siteTitle: string | undefined
  readonly description: string | undefined
  readonly author: DataMap
  readonly locale: string
  readonly canonical: string
  readonly image: SeoImage | undefined
  readonly type: Data
  readonly name: string | undefined
  readonly links: Data
  readonly logo: string | undefined
  readonly published: string | undefined
  readonly modified: string | undefined
}

export interface SeoImage {
  readonly path: string
  /** What else is said of it: height, width, alt. */
  readonly facts: DataMap
}

export async function seoFacts(page: PluginPage, site: PluginSite, paginator?: Paginator): Promise<SeoFacts> {
  const { config } = site
  const { data, url, date } = page
  const format = (value: Data | undefined): Promise<string | undefined> => formatted(value, site)
  const siteTitle = await format(isTruthy(config['title']) ? config['title'] : config['name'])
  const pageTitle = (await format(data['title'])) ?? siteTitle
  const siteDescription = await format(config['description'])
  const tagline = (await format(config['tagline'])) ?? siteDescription
  const isFront = /^\/(about\/)?(index.html?)?$/.test(url)
  const whole = wholeTitle({ siteTitle, pageTitle, siteDescription, tagline })
  return {
    title: whole === undefined ? undefined : pageNumber(paginator, config) + whole,
    pageTitle,
    siteTitle,
    description: (await format(await descriptionOf(page))) ?? siteDescription,
    author: authorOf(page, site),
    locale: printed(firstGiven(data['locale'], config['locale'], data['lang'], config['lang'], 'en_US')).replaceAll('-', '_'),
    canonical: printed(firstGiven(data['canonical_url'])) || absoluteUrl(url, config).replace(/\/index\.html$/, '/'),
    image: imageOf(data['image'] ?? null, config),
    type: firstGiven(at(data, 'seo', 'type'), isFront ? 'WebSite' : date === undefined ? 'WebPage' : 'BlogPosting'),
    name: isTruthy(at(data, 'seo', 'name'))
      ? await format(at(data, 'seo', 'name'))
      : isFront
        ? ((await format(at(config, 'social', 'name'))) ?? siteTitle)
        : undefined,
    links: firstGiven(at(data, 'seo', 'links'), isFront ? at(config, 'social', 'links') : null),
    logo: isTruthy(config['logo']) ? encoded(absoluteUrl(printed(config['logo']), config)) : undefined,
    published: date && xmlDate(date),
    modified: modifiedOf(page, site),
  }
}

// A page has no excerpt but that of its front matter.
async function descriptionOf({ data, excerpt }: PluginPage): Promise<Data | undefined> {
  if (isTruthy(data['description'])) return data['description']
  return excerpt === undefined ? data['excerpt'] : await excerpt()
}

/** Markdown to a line of text that may stand in an attribute; undefined if nothing is left. */
async function formatted(value: Data | undefined, { markdownify }: PluginSite): Promise<string | undefined> {
  const text = printed(value)
  const line = text === '' ? '' : escapeOnce(normalizeWhitespace(stripHtml(await markdownify(text))))
  return line === '' ? undefined : line
}

function wholeTitle(
  titles: Partial<Record<'siteTitle' | 'pageTitle' | 'siteDescription' | 'tagline', string | undefined>>,
): string | undefined {
  const { siteTitle, pageTitle, siteDescription, tagline } = titles
  if (siteTitle !== undefined && pageTitle !== siteTitle) return `${pageTitle} | ${siteTitle}`
  if (siteTitle !== undefined && siteDescription !== undefined) return `${siteTitle} | ${tagline}`
  return pageTitle ?? siteTitle
}

function pageNumber(paginator: Paginator | undefined, config: DataMap): string {
  if (paginator === undefined || paginator.page <= 1) return ''
  const message = printed(firstGiven(config['seo_paginator_message'])) || 'Page %<current>s of %<total>s for '
  return message
    .replace(/%<current>[sd]|%\{current\}/g, String(paginator.page))
    .replace(/%<total>[sd]|%\{total\}/g, String(paginator.totalPages))
}

function authorOf({ data }: PluginPage, site: PluginSite): DataMap {
  const authors = data['authors']
  const found = [data['author'], Array.isArray(authors) ? authors[0] : null, site.config['author']].find(value => printed(value) !== '')
  if (isMap(found ?? null)) return found as DataMap
  if (typeof found !== 'string') return {}
  const known = at(site.data, 'authors', found)
  return { name: found, ...(isMap(known) ? known : {}) }
}

function imageOf(written: Data, config: DataMap): SeoImage | undefined {
  const facts: DataMap = isMap(written) ? written : typeof written === 'string' ? { path: written } : {}
  const path = [facts['path'], facts['facebook'], facts['twitter']].find(isTruthy)
  return path === undefined ? undefined : { path: encoded(absoluteUrl(printed(path), config)), facts }
}

// What is encoded already stays as it is.
function encoded(address: string): string {
  return isAbsoluteUrl(address) ? encodeURI(address.toWellFormed()).replace(/%25(?=[\da-f]{2})/gi, '%') : address
}

function modifiedOf({ data, date, modified }: PluginPage, { zone }: PluginSite): string | undefined {
  const said = at(data, 'seo', 'date_modified')
  const moment = (isTruthy(said) ? parseDate(printed(said), zone) : undefined) ?? modified ?? date
  return moment && xmlDate(moment)
}
