// All posts by year: one page with everything, and one for each year.

import { type Group, type Page, permalink } from '../model.ts'
import type { PageKind } from './page-kinds.ts'
import { listLength, paginate } from './paginate.ts'
import { commonData, generatedPage, groupsWithCounts, postLink, type SiteView } from './view.ts'

export const archive: PageKind = view => {
  const { site, config } = view
  if (site.posts.length === 0) return []
  const address = permalink('/archive/')
  const common = commonData(config, {
    kind: 'archive',
    title: 'Archive',
    permalink: address,
    description: `All posts of ${config.title || 'the site'} by year`,
  })
  const render: Page['render'] = async renderer =>
    renderer.fill('archive', { ...common, groups: groupsWithCounts(site.years, config), years: yearsWithPosts(view) })
  return [generatedPage('the archive', address, render)]
}

// A year with more posts than fit a list shows its newest here and the rest on its own pages.
function yearsWithPosts(view: SiteView) {
  return view.site.years.map(year => ({
    title: year.name,
    url: view.config.baseurl + year.permalink,
    count: year.posts.length,
    posts: year.posts.slice(0, listLength).map(post => postLink(post, view)),
  }))
}

export const years: PageKind = view => [...view.site.years, ...view.site.periods].flatMap(period => periodPages(view, period))

function periodPages(view: SiteView, year: Group): Page[] {
  const { config } = view
  return paginate(year.posts, listLength, year.permalink, config).map(slice => {
    const common = commonData(config, {
      kind: 'year',
      title: year.name,
      permalink: slice.permalink,
      description: `Posts of ${year.name}`,
    })
    const render: Page['render'] = async renderer =>
      renderer.fill('year', {
        ...common,
        posts: slice.entries.map(post => postLink(post, view)),
        pagination: slice.pagination,
      })
    return generatedPage(`the page of ${year.name}`, slice.permalink, render, { replaceable: false })
  })
}
