// The page that hosts show for an address that does not exist.

import { permalink } from '../model.ts'
import { eta } from './page.ts'
import type { PageKind } from './page-kind.ts'
import { commonData, generatedPage, postLink } from './view.ts'

export const notFound: PageKind = view => {
  const address = permalink('/404.html')
  const common = commonData(view.config, {
    kind: 'not-found',
    title: view.say('notFound'),
    permalink: address,
    description: view.say('notFoundAbout'),
  })
  const made = eta(
    'not-found',
    async () => ({ newest: view.site.posts.slice(0, 5) }),
    ({ newest }) => ({ ...common, canonical: '', posts: newest.map(post => postLink(post, view)) }),
  )
  return [generatedPage('the page for missing addresses', address, made, { inSitemap: false })]
}
