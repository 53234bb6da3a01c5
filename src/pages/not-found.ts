// The page that hosts show for an address that does not exist.

import { permalink } from '../model.ts'
import type { PageKind } from './page-kinds.ts'
import { commonData, generatedPage, postLink } from './view.ts'

export const notFound: PageKind = view => {
  const address = permalink('/404.html')
  const common = commonData(view.config, {
    kind: 'not-found',
    title: 'Page not found',
    permalink: address,
    description: 'There is no page at this address',
  })
  const newest = view.site.posts.slice(0, 5).map(post => postLink(post, view))
  return [
    generatedPage(
      'the page for missing addresses',
      address,
      async renderer => renderer.fill('not-found', { ...common, canonical: '', posts: newest }),
      { inSitemap: false },
    ),
  ]
}
