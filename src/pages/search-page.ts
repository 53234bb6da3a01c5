// The page that finds posts by their words. The index is Pagefind's, made after the pages are.

import { permalink } from '../model.ts'
import { isSearched } from '../site/is-searched.ts'
import { eta } from './page.ts'
import type { PageKind } from './page-kind.ts'
import { commonData, generatedPage, groupsWithCounts } from './view.ts'

export const searchPath = '/search/'

export const search: PageKind = ({ site, config, say }) => {
  if (!isSearched(site, config)) return []
  const address = permalink(searchPath)
  const common = commonData(config, {
    kind: 'search',
    title: say('search'),
    permalink: address,
    description: say('searchOf', { site: config.title || say('theSite') }),
  })
  const made = eta(
    'search',
    async () => ({ groups: groupsWithCounts(site.tags, config) }),
    given => ({ ...common, ...given }),
  )
  return [generatedPage('the search page', address, made)]
}
