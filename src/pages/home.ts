// The home page: the courses and the newest posts, and the pages that follow it. `home` in the configuration arranges it: posts with their
// beginnings in a list or on cards, or a line for each.

import { type Post, permalink } from '../model.ts'
import type { GroupLink } from '../templates/contract.ts'
import type { CourseState } from '../templates/course-contract.ts'
import { courseState } from './course-view.ts'
import { eta, type Given, type Made } from './page.ts'
import type { PageKind } from './page-kind.ts'
import { type ListSlice, listLength, paginate } from './paginate.ts'
import { commonData, generatedPage, groupsWithCounts, postLink, postSummary, type SiteView } from './view.ts'

export const home: PageKind = view => {
  const { site, config } = view
  const isIndex = config.home === 'index'
  return paginate(site.posts, isIndex ? listLength : config.paginate, permalink('/'), config).map(slice =>
    generatedPage('the home page', slice.permalink, isIndex ? linesOf(slice, view) : summariesOf(slice, view)),
  )
}

function linesOf(slice: ListSlice<Post>, view: SiteView): Made<Given> {
  return eta(
    'home',
    async () => ({ ...givenToAll(slice, view), posts: slice.entries }),
    given => ({ ...given, ...dataOf(slice, view), posts: given.posts.map(post => postLink(post, view)) }),
  )
}

function summariesOf(slice: ListSlice<Post>, view: SiteView): Made<Given> {
  const { entries } = slice
  return eta(
    'home',
    async ({ summary }) => ({ ...givenToAll(slice, view), posts: entries, summaries: await Promise.all(entries.map(summary)) }),
    ({ posts, summaries, ...given }) => ({
      ...given,
      ...dataOf(slice, view),
      posts: posts.flatMap((post, index) => (summaries[index] === undefined ? [] : [postSummary(post, summaries[index], view)])),
    }),
  )
}

// The later pages go on with the posts.
function givenToAll(
  { pagination }: ListSlice<Post>,
  view: SiteView,
): Pick<ListSlice<Post>, 'pagination'> & { readonly groups: readonly GroupLink[]; readonly courses: readonly CourseState[] } {
  return {
    pagination,
    groups: groupsWithCounts(view.site.tags, view.config),
    courses: pagination.number === 1 ? view.courses.map(course => courseState(course, view)) : [],
  }
}

function dataOf({ permalink, pagination: { number } }: ListSlice<Post>, { config, say }: SiteView) {
  const title = number === 1 ? config.title : say('pageTitle', { title: config.title, number })
  const common = commonData(config, { kind: 'home', title, permalink, description: config.description })
  return { ...common, arrangement: config.home }
}
