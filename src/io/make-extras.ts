// THE LIST of files that are made of the finished pages, besides the pages: smaller images, the search index. What cannot be made is told and
// left out; the site is whole without it.

import type { Diagnostic } from '../diagnostic.ts'
import { noSearch } from '../diagnostics/output.ts'
import type { OutputPath } from '../model.ts'
import type { ImageFiles } from './image-files.ts'
import { beginIndex, type IndexMaker, indexSearch, type SearchOptions } from './index-search.ts'
import type { CopiedFile, RenderedFiles } from './publish-outputs.ts'

export interface Extras {
  readonly files: readonly CopiedFile[]
  readonly diagnostics: readonly Diagnostic[]
  /** Pages in the search index; 0 where there is none. */
  readonly indexed: number
}

export interface ExtrasOf extends SearchOptions {
  readonly images: ImageFiles
  readonly hasSearch: boolean
  /** All pages are going to be rendered, and are added. */
  readonly seesAll: boolean
  /** Milliseconds since 1970. */
  readonly clock: () => number
}

export interface ExtrasMaker {
  /** Takes a page that was rendered, in the order of all. */
  readonly add: (path: OutputPath, content: string | Uint8Array) => Promise<void>
  /** `time` is in milliseconds. */
  readonly make: (rendered: RenderedFiles) => Promise<Extras & { readonly time: number }>
  readonly close: () => Promise<void>
}

/** Resolves when the programs that it needs have been started: rendering, which never waits, would keep them from it to its end. */
export async function openExtras(of: ExtrasOf): Promise<ExtrasMaker> {
  const begun = of.hasSearch && of.seesAll ? beginIndex(of) : undefined
  await begun?.started
  return {
    add: async (path, content) => begun?.add(path, content),
    make: async rendered => {
      const began = of.clock()
      const images = await of.images.makeAll(of.cache)
      const search = await makeSearch(rendered, begun, of)
      return {
        files: [...images.value, ...search.files],
        diagnostics: [...images.diagnostics, ...search.diagnostics],
        indexed: search.indexed,
        time: of.clock() - began,
      }
    },
    close: async () => begun?.close(),
  }
}

async function makeSearch(rendered: RenderedFiles, begun: IndexMaker | undefined, of: ExtrasOf): Promise<Extras> {
  if (!of.hasSearch) return { files: [], diagnostics: [], indexed: 0 }
  try {
    const { files, pages } = begun === undefined ? await indexSearch(rendered, of) : await begun.finish(rendered)
    return { files, diagnostics: [], indexed: pages }
  } catch (error) {
    return { files: [], diagnostics: [noSearch(error)], indexed: 0 }
  }
}
