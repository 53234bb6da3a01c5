// The pages that authors write: each post, and each page without a date.

import type { Config } from '../config/config.ts'
import { editAddress } from '../config/credits.ts'
import { isMap, textOf } from '../config/readers.ts'
import type { Entry, Page, Post, Rendered, Renderer } from '../model.ts'
import type { PageImage, PostPage } from '../templates/contract.ts'
import { unescapeHtml } from '../text/escape.ts'
import { cardHeight, cardOf, cardWidth } from './cards.ts'
import { citationOf } from './citation.ts'
import { decorate } from './decorate.ts'
import { discussionOf } from './discussion.ts'
import { commonData, descriptionOf, groupLinks, minutesOf, postLink, type SiteView } from './view.ts'

/** Newest first, so the post before one in the list is the next one in time. */
export function posts(view: SiteView): Page[] {
  const { posts } = view.site
  return posts.map((post, index) => entryPage(post, view, { previous: posts[index + 1], next: posts[index - 1] }))
}

export function standalonePages(view: SiteView): Page[] {
  return view.site.pages.map(page => entryPage(page, view, {}))
}

/** The page of `entry` where the site still has `other`, which differs from it in nothing but its text. */
export function pageInPlace(entry: Entry, other: Entry, view: SiteView): Page {
  const { posts } = view.site
  const index = posts.indexOf(other as Post)
  return entryPage(entry, view, index < 0 ? {} : { previous: posts[index + 1], next: posts[index - 1] })
}

interface Neighbours {
  readonly previous?: Post | undefined
  readonly next?: Post | undefined
}

function entryPage(entry: Entry, view: SiteView, neighbours: Neighbours): Page {
  return {
    permalink: entry.permalink,
    output: entry.output,
    from: { kind: 'source', source: entry.source },
    inSitemap: entry.inSitemap && entry.redirectTo === undefined,
    ...(entry.updated === undefined && entry.kind === 'page' ? {} : { updated: entry.updated ?? (entry as Post).date }),
    shows: [entry],
    render: renderer => renderEntry(entry, view, neighbours, renderer),
  }
}

async function renderEntry(entry: Entry, view: SiteView, neighbours: Neighbours, renderer: Renderer): Promise<string> {
  if (entry.redirectTo !== undefined) return renderer.fill('redirect', redirectData(entry, entry.redirectTo, view))
  const rendered = await renderer.body(entry)
  if (entry.layout === 'none') return rendered.html
  return renderer.fill(entry.layout, postData(entry, view, neighbours, renderer, rendered))
}

function redirectData(entry: Entry, target: string, view: SiteView) {
  return {
    ...commonData(view.config, { kind: 'redirect', title: entry.title, permalink: entry.permalink, description: '' }),
    target,
  }
}

function postData(entry: Entry, view: SiteView, { previous, next }: Neighbours, renderer: Renderer, rendered: Rendered): PostPage {
  const { config } = view
  const post = entry.kind === 'post' ? entry : undefined
  const description = descriptionOf(entry, entry.excerpt ?? rendered.excerptHtml)
  const minutes = minutesOf(entry, rendered, view)
  const image = imageOf(entry, config)
  const facts = {
    kind: entry.kind,
    title: entry.title,
    permalink: entry.permalink,
    description,
    ...(entry.lang === undefined ? {} : { lang: entry.lang }),
  }
  return {
    ...commonData(config, facts, { entry, minutes, ...(image === undefined ? {} : { image }) }),
    content: decorate(rendered.html, { entry, renderer }),
    headings: rendered.headings,
    date: post?.date,
    citation: post && citationOf(post, config),
    updated: entry.updated,
    authors: entry.authors,
    tags: post === undefined ? [] : groupLinks(post.tags, view.tagOf, view),
    categories: post === undefined ? [] : groupLinks(post.categories, view.categoryOf, view),
    minutes,
    image: entry.image ?? '',
    imageAlt: image?.alt ?? '',
    comments: entry.comments,
    discussion: discussionOf(entry, view, description),
    math: rendered.hasMath,
    notes: rendered.html.includes('<div class="footnotes"'),
    related: post === undefined ? [] : view.related(post, [previous, next]).map(other => postLink(other, view)),
    edit: editAddress(config, entry.source),
    links: linksIn(rendered.html),
    previous: previous && postLink(previous, view),
    next: next && postLink(next, view),
    data: entry.data,
  }
}

// The author's own picture, or the card that is drawn.
function imageOf(entry: Entry, config: Config): PageImage | undefined {
  const { image } = entry.data
  if (entry.image !== undefined) return { url: entry.image, alt: (isMap(image) ? textOf(image['alt'] ?? null) : undefined) ?? entry.title }
  const card = cardOf(entry, config)
  return card && { url: config.baseurl + card.permalink, alt: entry.title, width: cardWidth, height: cardHeight }
}

// Every link counts, the same address twice too: the style sheet numbers them as they come.
function linksIn(markup: string): string[] {
  return [...markup.matchAll(/<a\b[^>]*?\shref="(https?:[^"]*)"/g)].map(([, url = '']) => unescapeHtml(url))
}
