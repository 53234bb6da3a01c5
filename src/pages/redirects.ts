// Stub pages at the old addresses that posts give in `redirect_from` (jekyll-redirect-from).

import type { Entry, Page } from '../model.ts'
import { addressOf } from '../posts/permalink.ts'
import type { PageKind } from './page-kinds.ts'
import { commonData, type SiteView } from './view.ts'

export const redirects: PageKind = view =>
  [...view.site.posts, ...view.site.pages].flatMap(entry => entry.redirectFrom.map(from => redirectPage(entry, from, view)))

// `/old/` is written to `old/index.html`, `/old` to `old.html`.
function redirectPage(entry: Entry, from: string, { config }: SiteView): Page {
  const address = addressOf(from, /\.\w+$/.test(from) ? '' : '.html', { file: entry.source }).value
  const target = config.url + config.baseurl + entry.permalink
  const common = commonData(config, {
    kind: 'redirect',
    title: entry.title,
    permalink: entry.permalink,
    description: '',
  })
  return {
    ...address,
    from: { kind: 'redirect', source: entry.source },
    inSitemap: false,
    render: async renderer => renderer.fill('redirect', { ...common, target }),
  }
}
