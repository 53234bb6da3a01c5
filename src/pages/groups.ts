// An index of all tags with a page for each, and the same for categories where posts have any.

import type { Config } from '../config/config.ts'
import { type Group, type Page, permalink } from '../model.ts'
import type { PageKind } from './page-kinds.ts'
import { listLength, paginate } from './paginate.ts'
import { commonData, generatedPage, groupsWithCounts, postLink, type SiteView } from './view.ts'

export const tags: PageKind = view =>
  groupPages(view, view.site.tags, {
    index: 'tags',
    indexTitle: 'Tags',
    each: 'tag',
    address: '/tags/',
    describe: name => `Posts tagged ${name}`,
    feeds: tagFeed,
  })

export const categories: PageKind = view =>
  groupPages(view, view.site.categories, {
    index: 'categories',
    indexTitle: 'Categories',
    each: 'category',
    address: '/categories/',
    describe: name => `Posts in ${name}`,
    feeds: () => [],
  })

interface GroupKind {
  /** The template of the index, and of each group. */
  readonly index: string
  readonly each: string
  readonly indexTitle: string
  readonly address: string
  readonly describe: (name: string) => string
  readonly feeds: (group: Group, config: Config) => readonly { readonly title: string; readonly url: string }[]
}

function groupPages(view: SiteView, groups: readonly Group[], kind: GroupKind): Page[] {
  if (groups.length === 0) return []
  return [indexPage(view, groups, kind), ...groups.flatMap(group => pagesOfGroup(view, group, kind))]
}

function indexPage({ config }: SiteView, groups: readonly Group[], kind: GroupKind): Page {
  const address = permalink(kind.address)
  const common = commonData(config, {
    kind: kind.index,
    title: kind.indexTitle,
    permalink: address,
    description: `${kind.indexTitle} of ${config.title || 'the site'}`,
  })
  return generatedPage(`the list of ${kind.index}`, address, async renderer =>
    renderer.fill(kind.index, { ...common, groups: groupsWithCounts(groups, config) }),
  )
}

function pagesOfGroup(view: SiteView, group: Group, kind: GroupKind): Page[] {
  const { config } = view
  return paginate(group.posts, listLength, group.permalink, config).map(slice => {
    const common = commonData(config, {
      kind: kind.each,
      title: group.name,
      permalink: slice.permalink,
      description: kind.describe(group.name),
      feeds: kind.feeds(group, config),
    })
    const render: Page['render'] = async renderer =>
      renderer.fill(kind.each, {
        ...common,
        posts: slice.entries.map(post => postLink(post, view)),
        pagination: slice.pagination,
      })
    return generatedPage(`the page of the ${kind.each} ${group.name}`, slice.permalink, render, { replaceable: false })
  })
}

function tagFeed(group: Group, config: Config) {
  return [{ title: `${config.title}: ${group.name}`, url: `${config.baseurl}${group.permalink}feed.xml` }]
}
