// The JSON Feed (version 1.1, https://www.jsonfeed.org/version/1.1/) with full text.

import type { Author, Post, Renderer } from '../model.ts'
import { permalink } from '../model.ts'
import { toIso } from '../text/dates.ts'
import { feedContent, feedId, feedPosts } from './feed-entries.ts'
import type { PageKind } from './page-kinds.ts'
import { descriptionOf, generatedPage, type SiteView } from './view.ts'

export const jsonFeed: PageKind = view => {
  const { config } = view
  const path = permalink('/feed.json')
  const shown = feedPosts(view.site.posts, config)
  const render = async (renderer: Renderer): Promise<string> => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: config.title || 'Posts',
      ...(config.url === '' ? {} : { home_page_url: `${config.url}${config.baseurl}/`, feed_url: config.url + config.baseurl + path }),
      ...(config.description === '' ? {} : { description: config.description }),
      language: config.lang,
      ...authorsOf(config.author),
      items: await Promise.all(shown.map(post => item(post, view, renderer))),
    }
    return `${JSON.stringify(feed, null, 2)}\n`
  }
  return [generatedPage('the JSON feed', path, render, { inSitemap: false, shows: shown })]
}

async function item(post: Post, { config }: SiteView, renderer: Renderer) {
  const rendered = await renderer.body(post)
  return {
    id: feedId(post, config),
    // A reader of the feed needs the whole address, so a site that does not know its own gives none.
    ...(config.url === '' ? {} : { url: config.url + config.baseurl + post.permalink }),
    title: post.title,
    content_html: feedContent(post, rendered, config),
    summary: descriptionOf(post, post.excerpt ?? rendered.excerptHtml),
    date_published: toIso(post.date),
    date_modified: toIso(post.updated ?? post.date),
    ...authorsOf(post.authors),
    ...(post.tags.length + post.categories.length === 0 ? {} : { tags: [...post.categories, ...post.tags] }),
    ...(post.lang === undefined ? {} : { language: post.lang }),
  }
}

function authorsOf(authors: readonly Author[]) {
  const named = authors.filter(author => author.name !== '').map(({ name, url }) => ({ name, ...(url === undefined ? {} : { url }) }))
  return named.length === 0 ? {} : { authors: named }
}
