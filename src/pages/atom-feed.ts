// Atom feeds (RFC 4287) with full text: one of the site and one of each tag.

import type { Config } from '../config/config.ts'
import { isMap, textOf } from '../config/readers.ts'
import type { Course } from '../course/course.ts'
import type { Author, Group, Post } from '../model.ts'
import { permalink } from '../model.ts'
import { type Moment, toIso } from '../text/dates.ts'
import { escapeXml } from '../text/escape.ts'
import { feedId, feedPosts, newestChange } from './feed-entries.ts'
import { type Ask, type EntryText, type Page, text } from './page.ts'
import type { PageKind } from './page-kind.ts'
import { descriptionOf, feedPath, generatedPage, type SiteView } from './view.ts'

export const atomFeeds: PageKind = view => [
  ...jekyllFeeds(view),
  feedPage(view, feedPath(view.config), view.config.title, '/', view.site.posts),
  ...view.site.tags.map(tag => feedPage(view, `${tag.permalink}feed.xml`, `${view.config.title}: ${tag.name}`, tag.permalink, tag.posts)),
  ...view.courses.map(course => courseFeed(view, course)),
]

// Newest first, as every feed is, though a course is read from its beginning.
function courseFeed(view: SiteView, { permalink, name, lectures }: Course): Page {
  const posts = lectures
    .flatMap(({ entry }) => (entry?.kind === 'post' ? [entry] : []))
    .toSorted((one, other) => other.date.epoch - one.date.epoch)
  return feedPage(view, `${permalink}feed.xml`, `${view.config.title}: ${name}`, permalink, posts)
}

// The feeds of tags and categories that jekyll-feed makes where it is told to, at its addresses.
function jekyllFeeds(view: SiteView): Page[] {
  const { site, config } = view
  const wantedTags = config.feed['tags']
  const wantedCategories = config.feed['categories']
  const only = isMap(wantedTags) ? wantedTags['only'] : undefined
  const except = isMap(wantedTags) ? wantedTags['except'] : undefined
  const folder = (isMap(wantedTags) ? textOf(wantedTags['path'] ?? null) : undefined) ?? '/feed/by_tag/'
  const isWanted = ({ name }: Group): boolean =>
    /^\w+$/.test(name) && (!Array.isArray(only) || only.includes(name)) && !(Array.isArray(except) && except.includes(name))
  const tags = wantedTags === true || isMap(wantedTags) ? site.tags.filter(isWanted) : []
  const categories = Array.isArray(wantedCategories) ? site.categories.filter(({ name }) => wantedCategories.includes(name)) : []
  return [
    ...tags.map(tag => feedPage(view, `${folder}${tag.name}.xml`, `${config.title}: ${tag.name}`, tag.permalink, tag.posts)),
    ...categories.map(category =>
      feedPage(view, `/feed/${category.name}.xml`, `${config.title}: ${category.name}`, category.permalink, category.posts),
    ),
  ]
}

function feedPage(view: SiteView, path: string, title: string, about: string, posts: readonly Post[]): Page {
  const made = text(
    async (ask: Ask) => {
      const shown = feedPosts(posts, view.config)
      // A feed without a post tells the moment of the build.
      const moment = newestChange(shown, view.site.now)
      return { title, moment, posts: shown, texts: await Promise.all(shown.map(ask.text)) }
    },
    given => atomOf({ path, about, ...given }, view.config),
  )
  return generatedPage('a feed', permalink(path), made, { inSitemap: false })
}

interface Feed {
  readonly path: string
  /** The address of the page that lists the same posts. */
  readonly about: string
  readonly title: string
  readonly moment: Moment
  readonly posts: readonly Post[]
  readonly texts: readonly EntryText[]
}

function atomOf({ path, about, title, moment, posts, texts }: Feed, config: Config): string {
  const link = (address: string): string => escapeXml(config.url + config.baseurl + address)
  const authors = config.author.length > 0 ? config.author : [{ name: config.title || 'The author' }]
  const entries = posts.flatMap((post, index) => (texts[index] === undefined ? [] : [entryOf(post, texts[index], config)]))
  return `<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type="text/css" href="${escapeXml(config.baseurl)}/assets/feed.css"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(config.lang)}">
  <title>${escapeXml(title || 'Posts')}</title>
  ${config.description === '' ? '' : `<subtitle>${escapeXml(config.description)}</subtitle>\n  `}<id>${config.url === '' ? `tag:lectern.invalid,2021:${escapeXml(path)}` : link(path)}</id>
  <link rel="self" type="application/atom+xml" href="${link(path)}"/>
  <link rel="alternate" type="text/html" href="${link(about)}"/>
  <updated>${toIso(moment)}</updated>
  <generator>Lectern</generator>
${authorElements(authors, '  ')}${entries.join('')}</feed>
`
}

function entryOf(post: Post, text: EntryText, config: Config): string {
  const address = escapeXml(config.url + config.baseurl + post.permalink)
  return `  <entry>
    <title>${escapeXml(post.title)}</title>
    <id>${escapeXml(feedId(post, config))}</id>
    <link rel="alternate" type="text/html" href="${address}"/>
    <published>${toIso(post.date)}</published>
    <updated>${toIso(post.updated ?? post.date)}</updated>
${authorElements(post.authors, '    ')}${[...post.categories, ...post.tags].map(name => `    <category term="${escapeXml(name)}"/>\n`).join('')}    <summary>${escapeXml(descriptionOf(post, text))}</summary>
${config.feed['excerpt_only'] === true ? '' : `    <content type="html" xml:base="${address}">${escapeXml(text.elsewhere())}</content>\n`}  </entry>
`
}

function authorElements(authors: readonly Author[], indent: string): string {
  return authors
    .filter(author => author.name !== '')
    .map(
      ({ name, email, url }) =>
        `${indent}<author><name>${escapeXml(name)}</name>${email === undefined ? '' : `<email>${escapeXml(email)}</email>`}${url === undefined ? '' : `<uri>${escapeXml(url)}</uri>`}</author>\n`,
    )
    .join('')
}
