// The home page: the newest posts with their excerpts, and the pages that follow it.

import { type Page, permalink, type Renderer } from '../model.ts'
import type { PageKind } from './page-kinds.ts'
import { paginate } from './paginate.ts'
import { commonData, generatedPage, groupsWithCounts, postSummary } from './view.ts'

export const home: PageKind = view => {
  const { site, config } = view
  return paginate(site.posts, config.paginate, permalink('/'), config).map((slice): Page => {
    const title = slice.pagination.number === 1 ? config.title : `${config.title} – page ${slice.pagination.number}`
    const render = async (renderer: Renderer): Promise<string> => {
      const common = commonData(config, {
        kind: 'home',
        title,
        permalink: slice.permalink,
        description: config.description,
      })
      const posts = await Promise.all(slice.entries.map(post => postSummary(post, view, renderer)))
      return renderer.fill('home', {
        ...common,
        posts,
        groups: groupsWithCounts(site.tags, config),
        pagination: slice.pagination,
      })
    }
    return generatedPage(`the home page`, slice.permalink, render, { shows: slice.entries })
  })
}
