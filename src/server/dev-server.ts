// The live preview: a watcher, a site in memory, a server and the browser's script, put together.

import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import type { Diagnostic } from '../diagnostic.ts'
import type { Entry } from '../model.ts'
import { descriptionOf } from '../pages/view.ts'
import { type Answer, entryOf } from './find-answer.ts'
import { findLine } from './find-line.ts'
import { type HttpOptions, ownPath, type Route, serveHttp } from './http.ts'
import { keepAnswers } from './keep-answers.ts'
import { openInEditor } from './open-editor.ts'
import { reportPage } from './page-report.ts'
import { makePreview, type Preview } from './preview.ts'
import type { PreviewOptions } from './preview-state.ts'
import { type OnProblems, tellProblems } from './tell-problems.ts'
import { type Watch, watchFiles } from './watch.ts'

export interface DevOptions extends PreviewOptions {
  readonly host: string
  readonly port: number
  /** The script that the pages of the preview load, as a file. */
  readonly clientScript: string
  /** The output folder, absolute; it is not watched. */
  readonly output: string
  /** Goes to a post in the browser when it is saved. */
  readonly follows: boolean
  readonly onTrouble: (reason: string) => void
  /** Called after each change, with what is wrong now, and with all of it (`isWhole`) when the writer pauses. */
  readonly onChange: OnProblems
}

export interface DevServer {
  readonly port: number
  readonly preview: Preview
  readonly addressOf: (source: string) => string | undefined
  readonly show: (address: string) => void
  readonly close: () => Promise<void>
}

/** Answers diagnostics where there is no site to show. Throws where it cannot listen. */
export async function startDevServer(options: DevOptions): Promise<DevServer | readonly Diagnostic[]> {
  const preview = makePreview(options)
  if (!('answer' in preview)) return preview
  const run = randomBytes(4).toString('hex')
  let changes = 0
  const version = (): string => `${run}-${changes}`
  const show = (address: string): void => http.send({ version: version(), show: address })
  const http = await serveHttp({ ...httpOptions(preview, options, version, show), version })
  const telling = tellProblems(preview, options.onChange)
  const takeUp = (paths: readonly string[]): void => {
    const { sheets, saved, moved } = preview.takeUp(paths)
    changes += 1
    const followed = options.follows ? saved[0] : undefined
    http.send({
      version: version(),
      sheets,
      ...(moved.length === 0 ? {} : { moved }),
      ...(followed === undefined ? {} : { show: followed }),
    })
    telling.changed(saved)
  }
  const watch = startSoon(() => startWatching(options, takeUp))
  return {
    port: http.port,
    preview,
    addressOf: source => addressOf(preview, relative(options.root, source)),
    show,
    close: async () => {
      telling.close()
      await Promise.all([watch.close(), http.close()])
    },
  }
}

/** In milliseconds: watching thousands of files takes a while, and the first page comes first. What changes meanwhile is not missed. */
const watchAfter = 300

function startSoon(start: () => Watch): Watch {
  let watch: Watch | undefined
  const timer = setTimeout(() => {
    watch = start()
  }, watchAfter)
  return {
    close: async () => {
      clearTimeout(timer)
      await watch?.close()
    },
  }
}

function addressOf(preview: Preview, source: string): string | undefined {
  const entry = entryOf(preview.shown(), source.replaceAll('\\', '/'))
  return entry && preview.shown().input.config.baseurl + entry.permalink
}

const neverWatched = new Set(['node_modules', '.git', '.cache', '.jekyll-cache', '.sass-cache', '_site', 'vendor'])
/** What a site with a `posts` folder is made of; the rest of its folder may be a whole program. */
const ownEntries = new Set(['posts', 'templates', '_config.yml', '_includes', '_data'])

// The folder of the site itself is watched, not the folders in it: one that is moved away and back would not be seen again.
function startWatching({ root, theme, configs, output, onTrouble }: DevOptions, takeUp: (paths: readonly string[]) => void): Watch {
  const isLecternSite = existsSync(join(root, 'posts')) && !existsSync(join(root, '_posts'))
  // Asked twice for each file of a folder whenever one in it is saved.
  const isOther = (path: string): boolean => {
    if (!isLecternSite) return false
    const [first = ''] = relative(root, path).split(/[/\\]/)
    return first !== '' && first !== '..' && !ownEntries.has(first) && configs?.includes(path) !== true
  }
  return watchFiles({
    paths: [...new Set([root, theme, ...(configs ?? [])])],
    isIgnored: path => path === output || isOther(path) || (neverWatched.has(basename(path)) && path !== resolve(root)),
    onChange: takeUp,
    onTrouble,
    // What was saved while the watcher began has been seen by nobody.
    onReady: () => takeUp([]),
  })
}

function httpOptions(
  preview: Preview,
  { host, port, root, clientScript }: DevOptions,
  version: () => string,
  show: (address: string) => void,
): Omit<HttpOptions, 'version'> {
  const json = (value: unknown): Answer => ({ status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify(value) })
  const page = async (path: string, version: string): Promise<Answer> => {
    const answer = await preview.answer(path)
    return answer.file === undefined && answer.type.startsWith('text/html') && typeof answer.body === 'string'
      ? { ...answer, body: withScript(answer.body, version) }
      : answer
  }
  const routes: Record<string, Route> = {
    'preview.js': async () => ({ status: 200, type: 'text/javascript; charset=utf-8', body: readFileSync(clientScript) }),
    report: async query => {
      // What is wrong with a page is known when it has been rendered.
      const page = await pageReport(preview, query.get('path') ?? '/')
      return json({ version: version(), problems: await preview.problems(), page })
    },
  }
  const actions: Record<string, Route> = {
    open: async (_query, body) => json({ trouble: await open(preview, root, placeIn(body)) }),
    // For another `lectern dev --open` of the same site.
    show: async (_query, body) => {
      const address = addressOf(preview, relative(root, body))
      if (address !== undefined) show(address)
      return json({ address })
    },
  }
  return { host, port, names: isOwnMachine(host) ? [] : [host], page: keepAnswers(page, version), routes, actions }
}

function isOwnMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

// At the very end, so that the page before it is what a build makes.
function withScript(html: string, version: string): string {
  const tag = `<script src="${ownPath}preview.js" data-version="${version}" data-lectern-preview></script>`
  const end = html.lastIndexOf('</body>')
  return end < 0 ? html + tag : html.slice(0, end) + tag + html.slice(end)
}

async function pageReport(preview: Preview, path: string) {
  const entry = preview.entryAt(path)
  const { body } = await preview.answer(path)
  if (entry === undefined) return undefined
  const { loaded } = preview.shown()
  const { value: text } = await loaded.renderer.wholeText(entry)
  const hints = (await preview.problems()).filter(({ severity, file }) => severity === 'hint' && file === entry.source)
  return reportPage({ entry, text, html: String(body), description: descriptionOf(entry, text), now: loaded.site.now, hints })
}

// Whatever was sent: what is no place leads to no file, and that is told.
function placeIn(body: string): EditorPlace {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

/** A place in a file of the site, as a diagnostic has it, or a block of a page. */
interface EditorPlace {
  readonly file?: unknown
  readonly line?: unknown
  readonly column?: unknown
  readonly path?: unknown
  readonly text?: unknown
  readonly occurrence?: unknown
}

// The reason why nothing was opened, if nothing was. Only files that the site is made of can be named.
async function open(preview: Preview, root: string, wanted: EditorPlace): Promise<string | undefined> {
  if (typeof wanted.file === 'string') {
    const { input } = preview.shown()
    const known = new Set<string>([
      ...input.sources.map(({ path }) => String(path)),
      ...input.templates.map(({ path }) => path),
      '_config.yml',
    ])
    if (!known.has(wanted.file)) return `${wanted.file} is no file of this site`
    return openInEditor(join(root, wanted.file), numberOf(wanted.line), numberOf(wanted.column))
  }
  const entry = typeof wanted.path === 'string' ? preview.entryAt(wanted.path) : undefined
  if (entry === undefined) return 'No text of yours is shown here'
  return openInEditor(join(root, entry.source), lineOf(entry, wanted), 1)
}

function lineOf(entry: Entry, { text, occurrence }: EditorPlace): number {
  return typeof text === 'string' ? entry.bodyLine - 1 + findLine(entry.body, text, numberOf(occurrence, 0)) : entry.bodyLine
}

function numberOf(value: unknown, absent = 1): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : absent
}
