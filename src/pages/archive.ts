// All posts by year: one page with everything, and one for each year.

import { type Group, permalink } from '../model.ts'
import { eta, type Page } from './page.ts'
import type { PageKind } from './page-kind.ts'
import { listLength, paginate } from './paginate.ts'
import { commonData, generatedPage, groupsWithCounts, postLink, type SiteView } from './view.ts'

export const archive: PageKind = view => {
  const { site, config, say } = view
  if (site.posts.length === 0) return []
  const address = permalink('/archive/')
  const description = say('archiveOf', { site: config.title || say('theSite') })
  const facts = { kind: 'archive', title: say('archive'), permalink: address, description }
  const made = eta(
    'archive',
    async () => ({ years: site.years.map(year => [year.name, year.permalink, year.posts.length, year.posts.slice(0, listLength)]) }),
    () => ({ ...commonData(config, facts), groups: groupsWithCounts(site.years, config), years: yearsWithPosts(view) }),
  )
  return [generatedPage('the archive', address, made)]
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
  return paginate(year.posts, listLength, year.permalink, config).map(({ entries, permalink, pagination }) => {
    const facts = { kind: 'year', title: year.name, permalink, description: view.say('ofPeriod', { name: year.name }) }
    const made = eta(
      'year',
      async () => ({ name: year.name, posts: entries, pagination }),
      ({ posts }) => ({ ...commonData(config, facts), posts: posts.map(post => postLink(post, view)), pagination }),
    )
    return generatedPage(`the page of ${year.name}`, permalink, made, { replaceable: false })
  })
}
