// A page that has no file of the author's: an address, and what templates see of it in `site.pages`.

import { type DataMap, outputPath, permalink, type StandalonePage, sourcePath } from '../../model.ts'
import { decodePath, encodePath } from '../../text/url.ts'

/** `url` may be decoded or not; `name` is the file that the plugin says the page is made of. */
export function addedEntry(url: string, name: string, data: DataMap): StandalonePage {
  const address = permalink(encodePath(decodePath(url)))
  const layout = data['layout']
  return {
    kind: 'page',
    source: sourcePath(name),
    title: '',
    slug: '',
    permalink: address,
    output: outputPath(decodePath(address)),
    layout: typeof layout === 'string' ? layout : 'none',
    body: '',
    bodyLine: 1,
    format: 'html',
    authors: [],
    excerptSeparator: '',
    comments: false,
    inSitemap: data['sitemap'] !== false,
    redirectFrom: [],
    data,
  }
}
