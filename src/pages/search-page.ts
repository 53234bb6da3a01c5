// The page that finds posts by their words. The index is Pagefind's, made after the pages are.

import { permalink } from '../model.ts'
import { eta } from './page.ts'
import type { PageKind } from './page-kind.ts'
import { commonData, generatedPage, groupsWithCounts } from './view.ts'

export const searchPath = '/search/'

export const search: PageKind = ({ site, config }) => {
  if (!config.search || site.posts.length === 0) return []
  const address = permalink(searchPath)
  const common = commonData(config, {
    kind: 'search',
    title: 'Search',
    permalink: address,
    description: `Find a post of ${config.title || 'the site'} by its words`,
  })
  const made = eta(
    'search',
    async () => ({ groups: groupsWithCounts(site.tags, config) }),
    given => ({ ...common, ...given }),
  )
  return [generatedPage('the search page', address, made)]
}
