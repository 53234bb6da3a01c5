// The comments below a post: the address of the frame in which their provider shows them, put together here, so that no script of
// the provider is needed. The frame is loaded when the reader opens it and not before. Threads are found by what the providers' own
// scripts would have asked for (giscus: client.ts, utterances: client.ts, Disqus: its embed configuration).

import type { CommentProvider } from '../config/comments.ts'
import type { Config } from '../config/config.ts'
import { textOf } from '../config/readers.ts'
import type { Entry } from '../model.ts'
import type { Discussion } from '../templates/contract.ts'
import type { SiteView } from './view.ts'

/** Undefined where the post has none, or the site no provider. */
export function discussionOf(entry: Entry, { config, comments: provider }: SiteView, description: string): Discussion | undefined {
  if (provider === undefined || !entry.comments) return undefined
  const page = {
    title: entry.title,
    path: config.baseurl + entry.permalink,
    url: config.url + config.baseurl + entry.permalink,
    description,
  }
  return frameOf(provider, page, entry, config)
}

interface ThreadPage {
  readonly title: string
  /** With `baseurl`, as the browser's address bar has it. */
  readonly path: string
  readonly url: string
  readonly description: string
}

function frameOf(provider: CommentProvider, page: ThreadPage, entry: Entry, config: Config): Discussion {
  switch (provider.kind) {
    case 'giscus':
      return giscus(provider, page, termOf(provider, page, config))
    case 'utterances':
      return utterances(provider, page, termOf(provider, page, config), config)
    case 'disqus':
      return disqus(provider, page, entry, config)
  }
}

type Provider<Kind> = Extract<CommentProvider, { readonly kind: Kind }>

function giscus(provider: Provider<'giscus'>, page: ThreadPage, term: string): Discussion {
  const frame = {
    origin: page.url,
    theme: 'preferred_color_scheme',
    reactionsEnabled: provider.reactions ? '1' : '0',
    emitMetadata: '0',
    inputPosition: provider.inputPosition,
    repo: provider.repository,
    repoId: provider.repositoryId,
    category: provider.category,
    categoryId: provider.categoryId,
    strict: provider.strict ? '1' : '0',
    description: page.description,
    backLink: page.url,
    term,
  }
  return {
    provider: 'giscus',
    frame: `https://giscus.app/${provider.lang}/widget?${query(frame)}`,
    link: `https://github.com/${provider.repository}/discussions?${query({ discussions_q: term })}`,
  }
}

function utterances(provider: Provider<'utterances'>, page: ThreadPage, term: string, config: Config): Discussion {
  const frame = {
    repo: provider.repository,
    'issue-term': provider.key === 'specific' ? provider.term : provider.key,
    ...(provider.label === '' ? {} : { label: provider.label }),
    theme: 'preferred-color-scheme',
    url: page.url,
    origin: config.url,
    pathname: pathTerm(page.path),
    title: documentTitle(page, config),
    description: page.description,
    'og:title': page.title,
  }
  return {
    provider: 'utterances',
    frame: `https://utteranc.es/utterances.html?${query(frame)}`,
    link: `https://github.com/${provider.repository}/issues?${query({ q: term })}`,
  }
}

function disqus(provider: Provider<'disqus'>, page: ThreadPage, entry: Entry, config: Config): Discussion {
  const identifier = textOf(entry.data['disqus_identifier'] ?? null)
  const thread = { url: page.url, title: page.title, ...(identifier === undefined ? {} : { identifier }) }
  return {
    provider: 'disqus',
    frame: `${config.baseurl}${disqusPath}?${query(thread)}`,
    link: `https://disqus.com/home/forum/${provider.shortname}/`,
  }
}

/** The page of the site in which Disqus's own script runs, apart from the posts. */
export const disqusPath = '/assets/disqus.html'

function termOf(provider: Exclude<CommentProvider, { kind: 'disqus' }>, page: ThreadPage, config: Config): string {
  switch (provider.key) {
    case 'pathname':
      return pathTerm(page.path)
    case 'url':
      return page.url
    case 'title':
      return documentTitle(page, config)
    case 'og:title':
      return page.title
    case 'specific':
      return provider.term
  }
}

// Without the slash in front and without an ending, as both scripts do it.
function pathTerm(path: string): string {
  return path.length < 2 ? 'index' : path.slice(1).replace(/\.\w+$/, '')
}

// As jekyll-seo-tag writes it, which nearly every theme for Jekyll uses: old threads carry that title.
function documentTitle({ title }: ThreadPage, config: Config): string {
  return config.title === '' ? title : `${title} | ${config.title}`
}

function query(parameters: Readonly<Record<string, string>>): string {
  return new URLSearchParams(parameters).toString()
}
