// Where a site has its comments at Disqus: the page in which Disqus's script runs, shown in a frame of the posts.

import { permalink } from '../model.ts'
import { disqusPath } from './discussion.ts'
import { eta } from './page.ts'
import type { PageKind } from './page-kind.ts'
import { commonData, generatedPage } from './view.ts'

export const disqusFrame: PageKind = ({ config, say, comments: provider }) => {
  if (provider?.kind !== 'disqus') return []
  const address = permalink(disqusPath)
  const common = commonData(config, { kind: 'disqus', title: say('comments'), permalink: address, description: '' })
  const made = eta(
    'disqus',
    async () => ({ shortname: provider.shortname }),
    given => ({ ...common, ...given }),
  )
  return [generatedPage('the frame of the comments', address, made, { inSitemap: false })]
}
