// What a feed says, whatever its format; and what it lacks that its format asks for.

import { childrenOf, readXml, textIn, type XmlElement } from './xml.ts'

export interface ReadFeed {
  /** What the feed itself lacks. */
  readonly lacks: readonly string[]
  readonly entries: readonly FeedEntry[]
  /** True where it says what relative addresses in it count from. */
  readonly hasBase: boolean
}

export interface FeedEntry {
  readonly id: string
  readonly title: string
  readonly links: readonly string[]
  /** HTML. */
  readonly content: string
  readonly lacks: readonly string[]
  /** A date that is none in this format. */
  readonly badDate: string | undefined
}

export interface BrokenFeed {
  readonly problem: string
  readonly line: number
}

/** Undefined for a file that is no feed; XML that cannot be read is no use to anybody, whatever it was. */
export function readFeed(path: string, text: string): ReadFeed | BrokenFeed | undefined {
  if (path.endsWith('.json')) return readJson(text)
  const read = readXml(text)
  if ('problem' in read) return read
  const { root } = read
  if (root.name === 'feed') return atom(root)
  return root.name === 'rss' ? rss(root) : undefined
}

function atom(root: XmlElement): ReadFeed {
  return {
    lacks: lacking(root, ['id', 'title', 'updated']),
    hasBase: root.attributes.has('xml:base'),
    entries: childrenOf(root, 'entry').map(entry => ({
      id: textIn(entry, 'id'),
      title: textIn(entry, 'title'),
      links: childrenOf(entry, 'link').flatMap(({ attributes }) => attributes.get('href') ?? []),
      content: entry.attributes.has('xml:base') ? '' : contentOf(entry, ['content', 'summary']),
      lacks: lacking(entry, ['id', 'title', 'updated']),
      badDate: datesOf(entry, ['published', 'updated']).find(date => !isRfc3339(date)),
    })),
  }
}

function rss(root: XmlElement): ReadFeed {
  const channel = childrenOf(root, 'channel')[0] ?? root
  return {
    lacks: lacking(channel, ['title', 'link', 'description']),
    hasBase: root.attributes.has('xml:base'),
    entries: childrenOf(channel, 'item').map(item => ({
      id: textIn(item, 'guid'),
      title: textIn(item, 'title'),
      links: childrenOf(item, 'link').flatMap(({ text }) => text.trim() || []),
      content: contentOf(item, ['encoded', 'description']),
      lacks: textIn(item, 'title') === '' && textIn(item, 'description') === '' ? ['title'] : [],
      badDate: datesOf(item, ['pubDate']).find(date => !isRfc822(date)),
    })),
  }
}

function readJson(text: string): ReadFeed | BrokenFeed | undefined {
  const isFeed = /"version"\s*:\s*"https:\/\/jsonfeed\.org\/version\//.test(text)
  try {
    return isFeed ? jsonFeed(JSON.parse(text)) : undefined
  } catch (error) {
    // Behind the first words stands a piece of the text, which may be long.
    const [problem = ''] = (error instanceof Error ? error.message : '').split(/, \.\.\.|,? "/)
    return { problem, line: lineOf(text, Number(/position (\d+)/.exec(String(error))?.[1] ?? 0)) }
  }
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

function jsonFeed(feed: Readonly<Record<string, unknown>>): ReadFeed {
  const items: readonly Readonly<Record<string, unknown>>[] = Array.isArray(feed['items']) ? feed['items'] : []
  const said = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
  return {
    lacks: ['title', 'items'].filter(name => feed[name] === undefined),
    hasBase: false,
    entries: items.map(item => ({
      id: said(item['id']),
      title: said(item['title']),
      links: [item['url'], item['external_url']].map(said).filter(url => url !== ''),
      content: said(item['content_html']),
      lacks: [
        ...(said(item['id']) === '' ? ['id'] : []),
        ...(item['content_html'] === undefined && item['content_text'] === undefined ? ['content_html'] : []),
      ],
      badDate: [item['date_published'], item['date_modified']].map(said).find(date => date !== '' && !isRfc3339(date)),
    })),
  }
}

function lacking(element: XmlElement, names: readonly string[]): string[] {
  // A title may be empty, as those of short posts are, but has to be there.
  return names.filter(name => (name === 'title' ? childrenOf(element, name).length === 0 : textIn(element, name) === ''))
}

function contentOf(element: XmlElement, names: readonly string[]): string {
  return names.flatMap(name => childrenOf(element, name)).find(({ text }) => text !== '')?.text ?? ''
}

function datesOf(element: XmlElement, names: readonly string[]): string[] {
  return names.map(name => textIn(element, name)).filter(date => date !== '')
}

function isRfc3339(date: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(date) && !Number.isNaN(Date.parse(date))
}

function isRfc822(date: string): boolean {
  return /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{2,4} \d\d:\d\d(?::\d\d)? (?:[A-Z]{1,3}|[+-]\d{4})$/.test(
    date,
  )
}
