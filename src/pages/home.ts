// The home page: the newest posts with their excerpts, and the pages that follow it.

import { permalink } from '../model.ts'
import { courseLink } from './course-view.ts'
import { eta } from './page.ts'
import type { PageKind } from './page-kind.ts'
import { paginate } from './paginate.ts'
import { commonData, generatedPage, groupsWithCounts, postSummary } from './view.ts'

export const home: PageKind = view => {
  const { site, config, say } = view
  const groups = groupsWithCounts(site.tags, config)
  const courses = view.courses.map(course => courseLink(course, view))
  return paginate(site.posts, config.paginate, permalink('/'), config).map(({ entries, permalink, pagination }) => {
    const title = pagination.number === 1 ? config.title : say('pageTitle', { title: config.title, number: pagination.number })
    const made = eta(
      'home',
      async ({ summary }) => ({ pagination, groups, courses, posts: entries, summaries: await Promise.all(entries.map(summary)) }),
      ({ posts, summaries }) => ({
        ...commonData(config, { kind: 'home', title, permalink, description: config.description }),
        posts: posts.flatMap((post, index) => (summaries[index] === undefined ? [] : [postSummary(post, summaries[index], view)])),
        groups,
        courses,
        pagination,
      }),
    )
    return generatedPage('the home page', permalink, made)
  })
}
