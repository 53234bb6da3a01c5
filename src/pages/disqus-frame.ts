// Where a site has its comments at Disqus: the page in which Disqus's script runs, shown in a frame of the posts.

import { permalink } from '../model.ts'
import { disqusPath } from './discussion.ts'
import type { PageKind } from './page-kinds.ts'
import { commonData, generatedPage } from './view.ts'

export const disqusFrame: PageKind = ({ config, comments: provider }) => {
  if (provider?.kind !== 'disqus') return []
  const address = permalink(disqusPath)
  const common = commonData(config, { kind: 'disqus', title: 'Comments', permalink: address, description: '' })
  return [
    generatedPage(
      'the frame of the comments',
      address,
      async renderer => renderer.fill('disqus', { ...common, shortname: provider.shortname }),
      {
        inSitemap: false,
      },
    ),
  ]
}
