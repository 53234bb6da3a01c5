// Atom feeds (RFC 4287) with full text: one of the site and one of each tag.

import type { Config } from '../config/config.ts'
import { isMap, textOf } from '../config/readers.ts'
import type { Author, Group, Page, Post, Rendered, Renderer } from '../model.ts'
import { permalink } from '../model.ts'
import { toIso } from '../text/dates.ts'
import { escapeXml } from '../text/escape.ts'
import { feedContent, feedId, feedPosts, newestChange } from './feed-entries.ts'
import type { PageKind } from './page-kinds.ts'
import { descriptionOf, feedPath, generatedPage, type SiteView } from './view.ts'

export const atomFeeds: PageKind = view => [
  ...jekyllFeeds(view),
  feedPage(view, feedPath(view.config), view.config.title, '/', view.site.posts),
  ...view.site.tags.map(tag => feedPage(view, `${tag.permalink}feed.xml`, `${view.config.title}: ${tag.name}`, tag.permalink, tag.posts)),
]

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
  const { config, site } = view
  const link = (address: string): string => escapeXml(config.url + config.baseurl + address)
  const shown = feedPosts(posts, config)
  const render = async (renderer: Renderer): Promise<string> => {
    const entries = await Promise.all(shown.map(post => entry(post, view, renderer)))
    return `<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type="text/css" href="${escapeXml(config.baseurl)}/assets/feed.css"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(config.lang)}">
  <title>${escapeXml(title || 'Posts')}</title>
  ${config.description === '' ? '' : `<subtitle>${escapeXml(config.description)}</subtitle>\n  `}<id>${config.url === '' ? `tag:lectern.invalid,2021:${escapeXml(path)}` : link(path)}</id>
  <link rel="self" type="application/atom+xml" href="${link(path)}"/>
  <link rel="alternate" type="text/html" href="${link(about)}"/>
  <updated>${toIso(newestChange(shown, site.now))}</updated>
  <generator>Lectern</generator>
${authorElements(config.author.length > 0 ? config.author : [{ name: config.title || 'The author' }], '  ')}${entries.join('')}</feed>
`
  }
  return generatedPage('a feed', permalink(path), render, { inSitemap: false, shows: shown })
}

async function entry(post: Post, { config, feedEntries }: SiteView, renderer: Renderer): Promise<string> {
  const rendered = await renderer.body(post)
  return feedEntries(rendered, () => entryOf(post, rendered, config))
}

function entryOf(post: Post, rendered: Rendered, config: Config): string {
  const address = escapeXml(config.url + config.baseurl + post.permalink)
  const summary = descriptionOf(post, post.excerpt ?? rendered.excerptHtml)
  return `  <entry>
    <title>${escapeXml(post.title)}</title>
    <id>${escapeXml(feedId(post, config))}</id>
    <link rel="alternate" type="text/html" href="${address}"/>
    <published>${toIso(post.date)}</published>
    <updated>${toIso(post.updated ?? post.date)}</updated>
${authorElements(post.authors, '    ')}${[...post.categories, ...post.tags].map(name => `    <category term="${escapeXml(name)}"/>\n`).join('')}    <summary>${escapeXml(summary)}</summary>
${config.feed['excerpt_only'] === true ? '' : `    <content type="html" xml:base="${address}">${escapeXml(feedContent(post, rendered, config))}</content>\n`}  </entry>
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
