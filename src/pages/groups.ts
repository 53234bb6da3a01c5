// An index of all tags with a page for each, and the same for categories where posts have any.

import type { Config } from '../config/config.ts'
import { type Group, permalink } from '../model.ts'
import { eta, type Page } from './page.ts'
import type { PageKind } from './page-kind.ts'
import { listLength, paginate } from './paginate.ts'
import { commonData, generatedPage, groupsWithCounts, postLink, type SiteView } from './view.ts'

export const tags: PageKind = view =>
  groupPages(view, view.site.tags, {
    index: 'tags',
    indexTitle: view.say('tags'),
    describeAll: site => view.say('tagsOf', { site }),
    each: 'tag',
    address: '/tags/',
    describe: name => view.say('tagged', { name }),
    feeds: tagFeed,
  })

export const categories: PageKind = view =>
  groupPages(view, view.site.categories, {
    index: 'categories',
    indexTitle: view.say('categories'),
    describeAll: site => view.say('categoriesOf', { site }),
    each: 'category',
    address: '/categories/',
    describe: name => view.say('inCategory', { name }),
    feeds: () => [],
  })

interface GroupKind {
  /** The template of the index, and of each group. */
  readonly index: string
  readonly each: string
  readonly indexTitle: string
  readonly address: string
  readonly describeAll: (site: string) => string
  readonly describe: (name: string) => string
  readonly feeds: (group: Group, config: Config) => readonly { readonly title: string; readonly url: string }[]
}

function groupPages(view: SiteView, groups: readonly Group[], kind: GroupKind): Page[] {
  if (groups.length === 0) return []
  return [indexPage(view, groups, kind), ...groups.flatMap(group => pagesOfGroup(view, group, kind))]
}

function indexPage({ config, say }: SiteView, groups: readonly Group[], kind: GroupKind): Page {
  const address = permalink(kind.address)
  const description = kind.describeAll(config.title || say('theSite'))
  const facts = { kind: kind.index, title: kind.indexTitle, permalink: address, description }
  const made = eta(
    kind.index,
    async () => ({ groups: groupsWithCounts(groups, config) }),
    given => ({ ...commonData(config, facts), ...given }),
  )
  return generatedPage(`the list of ${kind.index}`, address, made)
}

function pagesOfGroup(view: SiteView, group: Group, kind: GroupKind): Page[] {
  const { config } = view
  return paginate(group.posts, listLength, group.permalink, config).map(({ entries, permalink, pagination }) => {
    const feeds = kind.feeds(group, config)
    const facts = { kind: kind.each, title: group.name, permalink, description: kind.describe(group.name), feeds }
    const made = eta(
      kind.each,
      async () => ({ name: group.name, posts: entries, pagination }),
      ({ posts }) => ({ ...commonData(config, facts), posts: posts.map(post => postLink(post, view)), pagination }),
    )
    return generatedPage(`the page of the ${kind.each} ${group.name}`, permalink, made, {
      replaceable: false,
      namedIn: group.posts[0]?.source,
    })
  })
}

function tagFeed(group: Group, config: Config) {
  return [{ title: `${config.title}: ${group.name}`, url: `${config.baseurl}${group.permalink}feed.xml` }]
}
