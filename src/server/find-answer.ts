// What stands at an address of the previewed site.

import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { drawCards } from '../io/draw-cards.ts'
import { isInside } from '../io/output-folder.ts'
import type { SiteInput } from '../io/read-site.ts'
import type { Entry, Page, StaticFile } from '../model.ts'
import { cardOf } from '../pages/cards.ts'
import type { LoadedSite } from '../render/load-site.ts'
import { decodePath } from '../text/url.ts'
import { typeOf } from './content-types.ts'
import type { PreviewOptions, Shown, State } from './preview-state.ts'

export interface Answer {
  readonly status: 200 | 301 | 404
  readonly type: string
  readonly body: string | Buffer
  /** Where a redirect leads. */
  readonly location?: string
}

/** The answer to a path below `baseurl`; `path` is the same with it. */
export async function answerFrom(
  state: State,
  below: string,
  path: string,
  render: (page: Page) => Promise<string>,
  options: PreviewOptions,
): Promise<Answer> {
  const page = pageAt(state.loaded, below)
  if (page !== undefined) return { status: 200, type: typeOf(page.output), body: await render(page) }
  const file = await fileAt(state, below, options)
  if (file !== undefined) return { status: 200, type: typeOf(below), body: readFileSync(file) }
  if (!below.endsWith('/') && pageAt(state.loaded, `${below}/`)) return redirect(encodeURI(`${path}/`))
  const missing = pageAt(state.loaded, '/404.html')
  return { status: 404, type: typeOf('.html'), body: missing === undefined ? 'There is nothing at this address.' : await render(missing) }
}

export function redirect(location: string): Answer {
  return { status: 301, type: 'text/plain; charset=utf-8', body: '', location }
}

export function entryOf({ loaded }: Shown, source: string): Entry | undefined {
  const isIt = (entry: Entry): boolean => entry.source === source
  return loaded.site.posts.find(isIt) ?? loaded.site.pages.find(isIt)
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
async function fileAt({ input, loaded }: State, path: string, { root, cache }: PreviewOptions): Promise<string | undefined> {
  const wanted = path.slice(1)
  const file = loaded.files.find(({ output }) => output === wanted)
  if (file !== undefined) return placeOf(file, input, root)
  if (wanted.startsWith('assets/scaled/')) return input.imageFiles.makeOne(wanted, cache)
  const card = loaded.site.posts.map(post => cardOf(post, input.config)).find(found => found && decodePath(found.permalink) === path)
  return card && (await drawCards([card], cache))[0]?.place
}

function placeOf(file: StaticFile, { themeFiles }: SiteInput, root: string): string | undefined {
  if (file.from === 'theme') return themeFiles.find(({ source }) => source.path === file.source)?.place
  const place = join(root, file.source)
  // It may have become a link since it was found.
  return existsSync(place) && isInside(realpathSync(place), realpathSync(root)) ? place : undefined
}

/** The address of a style sheet of the theme, by its place on the disk. */
export function sheetAddress(path: string, { input, loaded }: State, { root }: PreviewOptions): string | undefined {
  if (!path.endsWith('.css')) return undefined
  const file = loaded.files.find(candidate => placeOf(candidate, input, root) === path)
  return file && input.config.baseurl + file.permalink
}
