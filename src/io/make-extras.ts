// THE LIST of files that are made of the finished pages, besides the pages: smaller images, cards, the search index. What cannot be
// made is told and left out; the site is whole without it.

import type { Config } from '../config/config.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { noSearch, noSharp } from '../diagnostics.ts'
import type { Site } from '../model.ts'
import { cardOf } from '../pages/cards.ts'
import { drawCards } from './draw-cards.ts'
import type { ImageFiles } from './image-files.ts'
import { indexSearch, type LoadPagefind } from './index-search.ts'
import type { CopiedFile, RenderedFiles } from './publish-outputs.ts'
import { hasSharp } from './sharp.ts'

export interface Extras {
  readonly files: readonly CopiedFile[]
  readonly diagnostics: readonly Diagnostic[]
  /** Pages in the search index; 0 where there is none. */
  readonly indexed: number
}

export interface ExtrasOf {
  readonly site: Site
  readonly config: Config
  readonly imageFiles: ImageFiles
  /** A folder for what is kept between builds, absolute. */
  readonly cache: string
  readonly loadPagefind: LoadPagefind
}

export async function makeExtras(rendered: RenderedFiles, of: ExtrasOf): Promise<Extras> {
  const cards = await makeCards(of)
  const search = await makeSearch(rendered, of)
  return {
    files: [...(await of.imageFiles.makeAll(of.cache)), ...cards.files, ...search.files],
    diagnostics: [...cards.diagnostics, ...search.diagnostics],
    indexed: search.indexed,
  }
}

async function makeCards({ site, config, cache }: ExtrasOf): Promise<Omit<Extras, 'indexed'>> {
  const cards = site.posts.flatMap(post => cardOf(post, config) ?? [])
  if (cards.length === 0) return { files: [], diagnostics: [] }
  return hasSharp() ? { files: await drawCards(cards, cache), diagnostics: [] } : { files: [], diagnostics: [noSharp()] }
}

async function makeSearch(rendered: RenderedFiles, { site, config, cache, loadPagefind }: ExtrasOf): Promise<Extras> {
  if (!config.search || site.posts.length === 0) return { files: [], diagnostics: [], indexed: 0 }
  try {
    const { files, pages } = await indexSearch(rendered, cache, loadPagefind)
    return { files, diagnostics: [], indexed: pages }
  } catch (error) {
    return { files: [], diagnostics: [noSearch((error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '')], indexed: 0 }
  }
}
