// THE LIST of files that are made of the finished pages, besides the pages: smaller images, the search index. What cannot be made is told and
// left out; the site is whole without it.

import type { Diagnostic } from '../diagnostic.ts'
import { noSearch } from '../diagnostics/output.ts'
import type { ImageFiles } from './image-files.ts'
import { indexSearch, type LoadPagefind } from './index-search.ts'
import type { CopiedFile, RenderedFiles } from './publish-outputs.ts'

export interface Extras {
  readonly files: readonly CopiedFile[]
  readonly diagnostics: readonly Diagnostic[]
  /** Pages in the search index; 0 where there is none. */
  readonly indexed: number
}

export interface ExtrasOf {
  readonly hasSearch: boolean
  readonly images: ImageFiles
  /** A folder for what is kept between builds, absolute. */
  readonly cache: string
  readonly loadPagefind: LoadPagefind
}

export async function makeExtras(rendered: RenderedFiles, of: ExtrasOf): Promise<Extras> {
  const images = await of.images.makeAll(of.cache)
  const search = await makeSearch(rendered, of)
  return {
    files: [...images.value, ...search.files],
    diagnostics: [...images.diagnostics, ...search.diagnostics],
    indexed: search.indexed,
  }
}

async function makeSearch(rendered: RenderedFiles, { hasSearch, cache, loadPagefind }: ExtrasOf): Promise<Extras> {
  if (!hasSearch) return { files: [], diagnostics: [], indexed: 0 }
  try {
    const { files, pages } = await indexSearch(rendered, cache, loadPagefind)
    return { files, diagnostics: [], indexed: pages }
  } catch (error) {
    return { files: [], diagnostics: [noSearch(error)], indexed: 0 }
  }
}
