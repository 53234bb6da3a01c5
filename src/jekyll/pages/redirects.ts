// The pages of jekyll-redirect-from at old addresses, and the list of them.

import { writtenAddress } from '../../config/config.ts'
import type { Entry } from '../../model.ts'
import type { AddedPage, JekyllPageKind } from '../page-kind.ts'
import { type Redirect, redirectList, redirectOf } from '../plugins/redirect-from.ts'
import { at } from '../values.ts'
import { addedEntry } from './added.ts'

export const redirects: JekyllPageKind = ({ site, config, has, layouts }) => {
  if (!has('jekyll-redirect-from')) return {}
  const address = { ...config.data, ...writtenAddress(config) }
  const ofCollections = site.pages.filter(page => page.collection !== undefined)
  const entries = [...site.posts.toReversed(), ...ofCollections, ...site.pages.filter(page => page.collection === undefined)]
  const moved = entries.map(entry => ({ entry, redirects: entry.redirectFrom.map(from => redirectOf(from, entry.permalink, address)) }))
  const pages = moved.flatMap(({ entry, redirects }) => redirects.map(redirect => redirectPage(entry, redirect, layouts.has('redirect'))))
  const all = moved.flatMap(({ entry: { permalink, redirectTo }, redirects }) => [
    ...redirects,
    ...(redirectTo === undefined ? [] : [redirectOf(permalink, redirectTo, address)]),
  ])
  const list = at(config.data, 'redirect_from', 'json') === false ? [] : [listPage(all)]
  return { pages: [...pages, ...list] }
}

// `/old/` is a folder, `/old` a file that is called so. A site may have a layout for it.
function redirectPage({ source }: Entry, redirect: Redirect, hasLayout: boolean): AddedPage {
  const { from, to } = redirect
  const url = from.endsWith('/') || /\.\w+$/.test(from) ? from : `${from}.html`
  const entry = addedEntry(url, 'redirect.html', {
    layout: hasLayout ? 'redirect' : null,
    sitemap: false,
    permalink: from,
    redirect: { from, to },
  })
  return {
    entry: { ...entry, permalink: addedEntry(from, '', {}).permalink },
    from: { kind: 'redirect', source },
    ...(!hasLayout && { writes: { kind: 'redirect', redirect } as const }),
  }
}

function listPage(list: readonly Redirect[]): AddedPage {
  return {
    entry: addedEntry('/redirects.json', 'redirects.json', { layout: null, sitemap: false }),
    from: { kind: 'generated', what: 'the list of redirects', replaceable: true },
    writes: { kind: 'text', text: redirectList(list) },
  }
}
