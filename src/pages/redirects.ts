// Stub pages at the old addresses that posts give in `redirect_from`, and for sites that had it, the list of them all
// (jekyll-redirect-from).

import { pluginsOf } from '../config/plugins.ts'
import { isMap } from '../config/readers.ts'
import { type Entry, permalink } from '../model.ts'
import { addressOf } from '../posts/permalink.ts'
import { eta, type Page, text } from './page.ts'
import type { PageKind } from './page-kind.ts'
import { commonData, generatedPage, type SiteView } from './view.ts'

export const redirects: PageKind = view => {
  const entries = [...view.site.posts, ...view.site.pages].filter(entry => entry.redirectFrom.length > 0)
  const moved = entries.flatMap(entry => entry.redirectFrom.map(from => ({ entry, from })))
  return [...moved.map(({ entry, from }) => redirectPage(entry, from, view)), ...redirectList(moved, view)]
}

// `/old/` is written to `old/index.html`, `/old` to `old.html`.
function redirectPage(entry: Entry, from: string, { config }: SiteView): Page {
  const address = addressOf(from, /\.\w+$/.test(from) ? '' : '.html', { file: entry.source }).value
  const common = commonData(config, { kind: 'redirect', title: entry.title, permalink: entry.permalink, description: '' })
  const target = config.url + config.baseurl + entry.permalink
  return {
    ...address,
    from: { kind: 'redirect', source: entry.source },
    inSitemap: false,
    ...eta(
      'redirect',
      async () => ({ title: entry.title, target }),
      () => ({ ...common, target }),
    ),
  }
}

function redirectList(moved: readonly { readonly entry: Entry; readonly from: string }[], { config }: SiteView): Page[] {
  const settings = config.data['redirect_from']
  if (!pluginsOf(config)('jekyll-redirect-from') || (isMap(settings) && settings['json'] === false)) return []
  const list = Object.fromEntries(moved.map(({ entry, from }) => [from, config.url + config.baseurl + entry.permalink]))
  const made = text(
    async () => list,
    given => JSON.stringify(given),
  )
  return [generatedPage('the list of redirects', permalink('/redirects.json'), made, { inSitemap: false })]
}
