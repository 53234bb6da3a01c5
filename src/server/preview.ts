// The preview of a site: pages are rendered where somebody looks, and whatever goes wrong, the last good page stays and what is wrong
// is told beside it.

import { relative } from 'node:path'
import type { Diagnostic } from '../diagnostic.ts'
import type { SeenFiles } from '../io/read-folder.ts'
import { type Entry, type OutputPath, type Page, sourcePath } from '../model.ts'
import { typeOf } from './content-types.ts'
import { type Answer, answerFrom, entryOf, outputsFor, pageAt, redirect, sheetAddress } from './find-answer.ts'
import { nextState, openState, type PreviewOptions, pageOfVersion, type Shown, type State } from './preview-state.ts'

export interface Preview {
  /** The answer to a decoded path with `baseurl`. */
  readonly answer: (path: string) => Promise<Answer>
  /** Takes up what has changed below these absolute paths; answers whether pages may look different, and which style sheets do. */
  readonly takeUp: (paths: readonly string[]) => Change
  readonly problems: () => readonly Diagnostic[]
  readonly shown: () => Shown
  /** The post or page at a path, if an author wrote one. */
  readonly entryAt: (path: string) => Entry | undefined
}

export interface Change {
  /** Addresses of style sheets; empty where more than style sheets has changed. */
  readonly sheets: readonly string[]
  /** Addresses of the posts and pages that were saved. */
  readonly saved: readonly string[]
}

/** Undefined where there is no site; then the diagnostics say why. */
export function makePreview(options: PreviewOptions): Preview | readonly Diagnostic[] {
  const seen: SeenFiles = new Map()
  const opened = openState(options, seen)
  if (!('loaded' in opened)) return opened
  let state = opened
  // What has changed but is not in the site yet, and the page that shows it already.
  let pending: Pending | undefined
  // The page that was asked for last, which will be asked for again.
  let looked = '/'
  const renderGood = makeRenderGood()
  const render = (page: Page): Promise<string> => renderGood(page, state)
  const settled = (): State => {
    if (pending === undefined) return state
    clearTimeout(pending.timer)
    state = nextState(state, pending.paths, options, seen)
    pending = undefined
    return state
  }
  // In a quiet moment what the next request needs is made ready.
  const settleAhead = (): void => {
    const page = pageAt(settled().loaded, looked)
    if (page !== undefined) void render(page)
  }

  return {
    answer: async path => {
      const { baseurl } = state.input.config
      const below = baseurl === '' ? path : path.startsWith(`${baseurl}/`) ? path.slice(baseurl.length) : undefined
      if (below === undefined) return redirect(`${baseurl}/`)
      looked = below
      const early = pending?.page
      if (early !== undefined && outputsFor(below).includes(early.output))
        return { status: 200, type: typeOf(early.output), body: await render(early) }
      return answerFrom(settled(), below, path, render, options)
    },
    takeUp: paths => {
      const page = pending === undefined ? pageOfVersion(state, paths, options) : undefined
      pending = { paths: [...new Set([...(pending?.paths ?? []), ...paths])], page, timer: replaced(pending?.timer, settleAhead) }
      // Only the usual case, one text with other words, can be shown before the site is made again.
      if (page === undefined) settled()
      return changeOf(state, paths, options)
    },
    problems: () => {
      const { early, held, loaded } = settled()
      return [...early, ...held, ...loaded.diagnostics]
    },
    shown: settled,
    entryAt: path => {
      const { loaded, input } = settled()
      const from = pageAt(loaded, path.slice(input.config.baseurl.length))?.from
      return from?.kind === 'source' ? entryOf(state, from.source) : undefined
    },
  }
}

interface Pending {
  readonly paths: readonly string[]
  readonly page: Page | undefined
  readonly timer: NodeJS.Timeout
}

/** In milliseconds; a browser that shows the page has asked for it by then, and any other question settles at once. */
const settleAfter = 100

function replaced(timer: NodeJS.Timeout | undefined, settle: () => void): NodeJS.Timeout {
  clearTimeout(timer)
  return setTimeout(settle, settleAfter)
}

function changeOf(state: State, paths: readonly string[], options: PreviewOptions): Change {
  const sheets = paths.map(path => sheetAddress(path, state, options)).filter(sheet => sheet !== undefined)
  const saved = paths.flatMap(path => entryOf(state, sourcePath(relative(options.root, path)))?.permalink ?? [])
  return {
    sheets: sheets.length === paths.length ? sheets : [],
    saved: saved.map(permalink => state.input.config.baseurl + permalink),
  }
}

/** How many pages are kept as they were last shown without an error. */
const mostGood = 200

// A page whose template fails has nothing to show, so it shows what it showed before.
function makeRenderGood(): (page: Page, state: State) => Promise<string> {
  // The newest last.
  const good = new Map<OutputPath, string>()
  const renderNow = async (page: Page, { loaded }: State): Promise<string> => {
    const before = loaded.diagnostics.length
    const html = await page.render(loaded.renderer)
    if (loaded.diagnostics.slice(before).some(({ severity }) => severity === 'error')) return good.get(page.output) ?? html
    good.delete(page.output)
    good.set(page.output, html)
    for (const [oldest] of good) if (good.size > mostGood) good.delete(oldest)
    return html
  }
  return (page, state) => {
    const known = state.rendered.get(page) ?? renderNow(page, state)
    state.rendered.set(page, known)
    return known
  }
}
