// The pages that authors write: each post, and each page without a date.

import type { Entry, Page, Post, Renderer } from '../model.ts'
import { html } from '../model.ts'
import type { PostPage } from '../templates/contract.ts'
import { readingMinutes } from '../text/reading-time.ts'
import { commonData, descriptionOf, groupLinks, postLink, type SiteView } from './view.ts'

/** Newest first, so the post before one in the list is the next one in time. */
export function posts(view: SiteView): Page[] {
  const { posts } = view.site
  return posts.map((post, index) => entryPage(post, view, { previous: posts[index + 1], next: posts[index - 1] }))
}

export function standalonePages(view: SiteView): Page[] {
  return view.site.pages.map(page => entryPage(page, view, {}))
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
    render: renderer => renderEntry(entry, view, neighbours, renderer),
  }
}

async function renderEntry(entry: Entry, view: SiteView, neighbours: Neighbours, renderer: Renderer): Promise<string> {
  if (entry.redirectTo !== undefined) return renderer.fill('redirect', redirectData(entry, entry.redirectTo, view))
  const rendered = await renderer.body(entry)
  if (entry.layout === 'none') return rendered.html
  return renderer.fill(entry.layout, postData(entry, view, neighbours, rendered))
}

function redirectData(entry: Entry, target: string, view: SiteView) {
  return {
    ...commonData(view.config, { kind: 'redirect', title: entry.title, permalink: entry.permalink, description: '' }),
    target,
  }
}

function postData(entry: Entry, view: SiteView, { previous, next }: Neighbours, rendered: Awaited<ReturnType<Renderer['body']>>): PostPage {
  const description = descriptionOf(entry, entry.excerpt ?? rendered.excerptHtml)
  return {
    ...commonData(view.config, {
      kind: entry.kind,
      title: entry.title,
      permalink: entry.permalink,
      description,
      ...(entry.lang === undefined ? {} : { lang: entry.lang }),
    }),
    content: html(rendered.html),
    headings: rendered.headings,
    ...(entry.kind === 'post' ? { date: entry.date } : {}),
    ...(entry.updated === undefined ? {} : { updated: entry.updated }),
    authors: entry.authors,
    tags: entry.kind === 'post' ? groupLinks(entry.tags, view.tagOf, view) : [],
    categories: entry.kind === 'post' ? groupLinks(entry.categories, view.categoryOf, view) : [],
    minutes: readingMinutes(rendered.text),
    image: entry.image ?? '',
    comments: entry.comments,
    math: rendered.hasMath,
    ...(previous === undefined ? {} : { previous: postLink(previous, view) }),
    ...(next === undefined ? {} : { next: postLink(next, view) }),
    data: entry.data,
  }
}
