// The search of a previewed site: its index is made when somebody first searches, of all pages as they are then, and anew after a change. A
// build that somebody runs meanwhile has one of its own.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../diagnostic.ts'
import { noSearch } from '../diagnostics/output.ts'
import { indexSearch, searchFolder } from '../io/index-search.ts'
import type { OutputPath } from '../model.ts'
import type { Page } from '../pages/page.ts'
import { isSearched } from '../site/is-searched.ts'
import { inTurn } from '../text/in-turn.ts'
import { remembered } from '../text/remembered.ts'
import type { PreviewOptions, State } from './preview-state.ts'

export type RenderPage = (page: Page) => Promise<string | Uint8Array>

export interface Search {
  /** Where the file of the index lies that has this path in the output folder. */
  readonly file: (path: string, state: State, render: RenderPage) => Promise<string | undefined>
  /** Why there is no index, where one could not be made. */
  readonly problems: () => readonly Diagnostic[]
}

type Places = ReadonlyMap<string, string>

export function makeSearch(options: Pick<PreviewOptions, 'cache' | 'loadPagefind'>): Search {
  const indexes = remembered<State, Promise<Places>>()
  let problems: readonly Diagnostic[] = []
  // All are made in one folder.
  const turn = inTurn()
  const make = async (state: State, render: RenderPage): Promise<Places> => {
    try {
      const places = await indexOf(state, render, options)
      problems = []
      return places
    } catch (error) {
      problems = [noSearch(error)]
      return new Map()
    }
  }
  return {
    file: async (path, state, render) => {
      if (!path.startsWith(`${searchFolder}/`) || !isSearched(state.loaded.site, state.input.config)) return undefined
      const places = await indexes(state, () => turn(() => make(state, render)))
      const place = places.get(path)
      // Another index may stand there by now.
      return place !== undefined && existsSync(place) ? place : undefined
    },
    problems: () => problems,
  }
}

async function indexOf({ loaded }: State, render: RenderPage, { cache, loadPagefind }: Pick<PreviewOptions, 'cache' | 'loadPagefind'>) {
  const pages = new Map<OutputPath, Buffer>()
  for (const page of loaded.pages) if (page.output.endsWith('.html')) pages.set(page.output, Buffer.from(await render(page)))
  const rendered = { paths: [...pages.keys()], read: (path: OutputPath): Buffer => pages.get(path) ?? Buffer.alloc(0) }
  const { files } = await indexSearch(rendered, { cache: join(cache, 'preview'), loadPagefind })
  return new Map(files.map(({ path, place }): [string, string] => [path, place]))
}
