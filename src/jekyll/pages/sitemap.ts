// jekyll-sitemap's two files.

import type { JekyllPageKind } from '../page-kind.ts'
import { robotsTemplate } from '../plugins/sitemap.ts'
import { addedEntry } from './added.ts'

export const sitemap: JekyllPageKind = ({ has }) => {
  if (!has('jekyll-sitemap')) return {}
  const data = { layout: null, sitemap: false }
  return {
    pages: [
      {
        entry: addedEntry('/sitemap.xml', 'sitemap.xml', data),
        from: { kind: 'generated', what: 'the sitemap', replaceable: true },
        writes: { kind: 'sitemap' },
      },
      {
        entry: { ...addedEntry('/robots.txt', 'robots.txt', data), body: robotsTemplate },
        from: { kind: 'generated', what: 'robots.txt', replaceable: true },
        writes: { kind: 'robots' },
      },
    ],
  }
}
