// The JSON Feed (version 1.1, https://www.jsonfeed.org/version/1.1/) with full text.

import type { Config } from '../config/config.ts'
import type { Author, Post } from '../model.ts'
import { permalink } from '../model.ts'
import { toIso } from '../text/dates.ts'
import { feedId, feedPosts } from './feed-entries.ts'
import { type EntryText, text } from './page.ts'
import type { PageKind } from './page-kind.ts'
import { descriptionOf, generatedPage } from './view.ts'

export const jsonFeed: PageKind = view => {
  const { config } = view
  const made = text(
    async ask => {
      const posts = feedPosts(view.site.posts, config)
      return { posts, texts: await Promise.all(posts.map(ask.text)) }
    },
    ({ posts, texts }) => `${JSON.stringify(feedOf(posts, texts, config), null, 2)}\n`,
  )
  return [generatedPage('the JSON feed', feedPath, made, { inSitemap: false })]
}

const feedPath = permalink('/feed.json')

function feedOf(posts: readonly Post[], texts: readonly EntryText[], config: Config): object {
  const home = config.url + config.baseurl
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: config.title || 'Posts',
    ...(config.url === '' ? {} : { home_page_url: `${home}/`, feed_url: home + feedPath }),
    ...(config.description === '' ? {} : { description: config.description }),
    language: config.lang,
    ...authorsOf(config.author),
    items: posts.flatMap((post, index) => (texts[index] === undefined ? [] : [item(post, texts[index], config)])),
  }
}

function item(post: Post, text: EntryText, config: Config): object {
  return {
    id: feedId(post, config),
    // A reader of the feed needs the whole address, so a site that does not know its own gives none.
    ...(config.url === '' ? {} : { url: config.url + config.baseurl + post.permalink }),
    title: post.title,
    content_html: text.elsewhere(),
    summary: descriptionOf(post, text),
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
