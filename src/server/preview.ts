// The preview of a site: pages are rendered where somebody looks, and whatever goes wrong, the last good page stays and what is wrong
// is told beside it.

import { relative } from 'node:path'
import { type Diagnostic, hasErrors } from '../diagnostic.ts'
import type { SeenFiles } from '../io/read-folder.ts'
import { type Entry, type OutputPath, sourcePath } from '../model.ts'
import type { Page } from '../pages/page.ts'
import type { Content } from '../render/render-page.ts'
import { checkUnseen } from './check-unseen.ts'
import { type Answer, answerFrom, entryOf, pageAt, redirect, sheetsMadeOf } from './find-answer.ts'
import { type Move, makeMoves } from './moves.ts'
import { nextState, openState, type PreviewOptions, type State } from './preview-state.ts'
import { makeSearch } from './search-files.ts'

export interface Preview {
  /** The answer to a decoded path with `baseurl`. */
  readonly answer: (path: string) => Promise<Answer>
  /** Takes up what has changed below these absolute paths; answers whether pages may look different, and which style sheets do. */
  readonly takeUp: (paths: readonly string[]) => Change
  /** All that is wrong with the sources, and with the pages that somebody has asked for or that have been checked. */
  readonly problems: () => Promise<readonly Diagnostic[]>
  /** Checks texts that nobody has asked for, as long as `goesOn` and nothing changes; true if none is left. */
  readonly check: (goesOn: () => boolean) => Promise<boolean>
  readonly shown: () => State
  /** The post or page at a path, if an author wrote one. */
  readonly entryAt: (path: string) => Entry | undefined
}

export interface Change {
  /** Addresses of style sheets; empty where more than style sheets has changed. */
  readonly sheets: readonly string[]
  /** Addresses of the posts and pages that were saved. */
  readonly saved: readonly string[]
  /** Pages that have another address now, with `baseurl`. */
  readonly moved: readonly Move[]
}

/** Undefined where there is no site; then the diagnostics say why. */
export function makePreview(options: PreviewOptions): Preview | readonly Diagnostic[] {
  const seen: SeenFiles = new Map()
  const opened = openState(options, seen)
  if (!('loaded' in opened)) return opened
  let state = opened
  const good: GoodPages = new Map()
  const movesOf = makeMoves()
  const search = makeSearch(options)
  return {
    answer: async path => {
      const shown = state
      const { baseurl } = shown.input.config
      const below = baseurl === '' ? path : path.startsWith(`${baseurl}/`) ? path.slice(baseurl.length) : undefined
      if (below === undefined) return redirect(`${baseurl}/`)
      return answerFrom(shown, below, path, page => renderGood(page, shown, good), { options, search })
    },
    takeUp: paths => {
      const before = state.loaded.entries
      state = nextState(state, paths, options, seen)
      return { ...changeOf(state, paths, options), moved: withBase(movesOf(before, state.loaded.entries), state) }
    },
    problems: async () => [...(await problemsOf(state)), ...search.problems()],
    check: async goesOn => {
      const checked = state
      return checkUnseen(checked, () => state === checked && goesOn())
    },
    shown: () => state,
    entryAt: path => {
      const from = pageAt(state.loaded, path.slice(state.input.config.baseurl.length))?.from
      return from?.kind === 'source' ? entryOf(state, from.source) : undefined
    },
  }
}

async function problemsOf({ early, slides, held, loaded, rendered, unseen }: State): Promise<readonly Diagnostic[]> {
  const pages = await Promise.all(rendered.values())
  const others = [...unseen].flatMap(([page, diagnostics]) => (rendered.has(page) ? [] : diagnostics))
  return [...early, ...slides, ...held, ...loaded.diagnostics, ...pages.flatMap(({ diagnostics }) => diagnostics), ...others]
}

function withBase(moves: readonly Move[], { input }: State): Move[] {
  const { baseurl } = input.config
  return moves.map(({ from, to }) => ({ from: baseurl + from, to: baseurl + to }))
}

function changeOf(state: State, paths: readonly string[], options: PreviewOptions): Omit<Change, 'moved'> {
  const sheets = paths.map(path => sheetsMadeOf(path, state, options))
  const saved = paths.flatMap(path => entryOf(state, sourcePath(relative(options.root, path)))?.permalink ?? [])
  return {
    sheets: sheets.every(made => made.length > 0) ? [...new Set(sheets.flat())] : [],
    saved: saved.map(permalink => state.input.config.baseurl + permalink),
  }
}

/** Pages as they were last shown without an error, the newest last. */
type GoodPages = Map<OutputPath, Content>
const mostGood = 200

// A page whose template fails has nothing to show, so it shows what it showed before.
async function renderGood(page: Page, { loaded, rendered }: State, good: GoodPages): Promise<Content> {
  const known = rendered.get(page) ?? loaded.renderer.render(page)
  rendered.set(page, known)
  const { content, diagnostics } = await known
  if (hasErrors(diagnostics)) return good.get(page.output) ?? content
  good.delete(page.output)
  good.set(page.output, content)
  for (const [oldest] of good) if (good.size > mostGood) good.delete(oldest)
  return content
}
