// What stands at an address of the previewed site.

import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { isInside } from '../io/output-folder.ts'
import type { Entry, StaticFile } from '../model.ts'
import type { Page } from '../pages/page.ts'
import type { LoadedSite } from '../render/load-site.ts'
import type { SiteInput } from '../site/site-input.ts'
import { typeOf } from './content-types.ts'
import type { PreviewOptions, State } from './preview-state.ts'
import type { RenderPage, Search } from './search-files.ts'

export interface Answer {
  readonly status: 200 | 301 | 404
  readonly type: string
  readonly body: string | Uint8Array
  /** A file to be sent in place of the body, absolute. */
  readonly file?: string
  /** Where a redirect leads. */
  readonly location?: string
}

export interface AnswersOf {
  readonly options: PreviewOptions
  readonly search: Search
}

/** The answer to a path below `baseurl`; `path` is the same with it. */
export async function answerFrom(
  state: State,
  below: string,
  path: string,
  render: RenderPage,
  { options, search }: AnswersOf,
): Promise<Answer> {
  const page = pageAt(state.loaded, below)
  if (page !== undefined) return { status: 200, type: typeOf(page.output), body: await render(page) }
  const file = (await fileAt(state, below, options)) ?? (await search.file(below.slice(1), state, render))
  if (file !== undefined) return { status: 200, type: typeOf(below), body: '', file }
  if (!below.endsWith('/') && pageAt(state.loaded, `${below}/`)) return redirect(encodeURI(`${path}/`))
  const missing = pageAt(state.loaded, '/404.html')
  return { status: 404, type: typeOf('.html'), body: missing === undefined ? 'There is nothing at this address.' : await render(missing) }
}

export function redirect(location: string): Answer {
  return { status: 301, type: 'text/plain; charset=utf-8', body: '', location }
}

export function entryOf({ loaded }: Pick<State, 'loaded'>, source: string): Entry | undefined {
  return loaded.entries.find(entry => entry.source === source)
}

export function pageAt({ pages }: LoadedSite, path: string): Page | undefined {
  const names = outputsFor(path)
  return pages.find(({ output }) => names.includes(output))
}

// As static hosts do it: a folder's index, the file itself, or the page of that name.
export function outputsFor(path: string): string[] {
  const wanted = path.slice(1)
  return wanted === '' || wanted.endsWith('/') ? [`${wanted}index.html`] : [wanted, `${wanted}.html`]
}

// Only what the site is known to have; no path on the disk is made of an address.
async function fileAt({ input, loaded, images }: State, path: string, { root, cache }: PreviewOptions): Promise<string | undefined> {
  const wanted = path.slice(1)
  const file = loaded.files.find(({ output }) => output === wanted)
  if (file !== undefined) return placeOf(file, input, root)
  return wanted.startsWith('assets/scaled/') ? images.makeOne(wanted, cache) : undefined
}

function placeOf(file: StaticFile, { themeFiles, mathFiles }: SiteInput, root: string): string | undefined {
  if (file.from === 'theme') return [...themeFiles, ...mathFiles].find(({ source }) => source.path === file.source)?.place
  const place = join(root, file.source)
  // It may have become a link since it was found.
  return existsSync(place) && isInside(realpathSync(place), realpathSync(root)) ? place : undefined
}

/** Addresses of the style sheets that look different after a file was saved, by its place on the disk; none if it is no style sheet. */
export function sheetsMadeOf(path: string, { input, loaded }: State, { root }: PreviewOptions): readonly string[] {
  const { baseurl } = input.config
  // Any of them may import it.
  if (/\.s[ac]ss$/.test(path)) return loaded.entries.filter(({ format }) => format === 'sass').map(entry => baseurl + entry.permalink)
  if (!path.endsWith('.css')) return []
  const made =
    loaded.files.find(file => placeOf(file, input, root) === path) ?? loaded.entries.find(({ source }) => join(root, source) === path)
  return made === undefined ? [] : [baseurl + made.permalink]
}
