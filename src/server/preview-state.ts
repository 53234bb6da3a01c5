// The site as a preview holds it, and how a change makes the next one of it: from what has not changed, and from the last good version
// of what is broken.

import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import type { Config } from '../config/config.ts'
import { type Checked, type Diagnostic, hasErrors } from '../diagnostic.ts'
import { unreadableFile } from '../diagnostics/reading.ts'
import { drawCard } from '../io/draw-card.ts'
import { type ImageFiles, makeImageFiles } from '../io/image-files.ts'
import type { LoadPagefind } from '../io/index-search.ts'
import { readText, type SeenFiles } from '../io/read-folder.ts'
import { type ReadOptions, readSite } from '../io/read-site.ts'
import { withSlidePages } from '../io/slide-pages.ts'
import { type Source, sourcePath } from '../model.ts'
import type { Page } from '../pages/page.ts'
import { type LoadedSite, loadSite } from '../render/load-site.ts'
import { memoryFor } from '../render/memory.ts'
import type { RenderedPage } from '../render/render-page.ts'
import type { SiteInput } from '../site/site-input.ts'
import { momentAt } from '../text/dates.ts'

export interface PreviewOptions extends Omit<ReadOptions, 'seen' | 'overrides'> {
  readonly overrides: Partial<Config>
  readonly now: () => number
  /** Where smaller images and the search index are kept, absolute. */
  readonly cache: string
  readonly loadPagefind: LoadPagefind
}

/** What a preview shows; a change of it is a new one. */
export interface State {
  readonly input: SiteInput
  readonly loaded: LoadedSite
  readonly images: ImageFiles
  /** What was wrong while reading. */
  readonly early: readonly Diagnostic[]
  /** What is wrong with slides that texts show. */
  readonly slides: readonly Diagnostic[]
  /** What is wrong with files of which the last good version is shown. */
  readonly held: readonly Diagnostic[]
  /** Pages that somebody has asked for. */
  readonly rendered: Map<Page, Promise<RenderedPage>>
  /** What is wrong with others that have been looked through. */
  readonly unseen: Map<Page, readonly Diagnostic[]>
}

/** The site as it is on the disk; undefined where there is none, and then the diagnostics say why. */
export function openState(options: PreviewOptions, seen: SeenFiles): State | readonly Diagnostic[] {
  const read = readSite({ ...options, seen })
  return read.value === undefined ? read.diagnostics : load(read.value, read.diagnostics, options)
}

/** The site after changes below these absolute paths. */
export function nextState(state: State, paths: readonly string[], options: PreviewOptions, seen: SeenFiles): State {
  return patched(state, paths, options, seen) ?? reread(state, options, seen)
}

interface Earlier {
  readonly state?: State
  readonly held?: readonly Diagnostic[]
}

function load(read: SiteInput, early: readonly Diagnostic[], options: PreviewOptions, { state, held = [] }: Earlier = {}): State {
  const slides = withSlidePages(read, options)
  const input = slides.value
  const now = momentAt(options.now(), input.config.zone)
  const images = makeImageFiles(options.root, input)
  const memory = memoryFor(input, state?.loaded.memory)
  return {
    input,
    early,
    slides: slides.diagnostics,
    held,
    images,
    loaded: loadSite(input, { now, images, drawCard, memory }),
    rendered: new Map(),
    unseen: new Map(),
  }
}

// The usual case: texts that were there before have other words. Undefined where more than that may have changed.
function patched(state: State, paths: readonly string[], options: PreviewOptions, seen: SeenFiles): State | undefined {
  const { input } = state
  const changed = new Map<string, Source>()
  const known = new Map(paths.map(path => [sourcePath(relative(options.root, path)), path] as const))
  for (const { path, content, committed } of input.sources) {
    const file = known.get(path)
    if (file === undefined || content.kind !== 'text' || !existsSync(file)) continue
    try {
      const source = readText(file, path)
      if (source.content.kind !== 'text') return undefined
      changed.set(path, committed === undefined ? source : { ...source, committed })
      seen.delete(file)
    } catch {
      return undefined
    }
  }
  if (changed.size !== known.size || changed.size === 0) return undefined
  const sources = input.sources.map(source => changed.get(source.path) ?? source)
  const next = withSources(state, sources, input, state.early, options)
  // What is wrong with other files still is: their last good versions hide it.
  return { ...next, held: [...state.held.filter(({ file }) => file !== undefined && !changed.has(file)), ...next.held] }
}

// Anything else: the folder is read again, of which only what has changed is opened. A site that cannot be read at all stays as it was.
function reread(state: State, options: PreviewOptions, seen: SeenFiles): State {
  const read = tryRead(options, seen)
  if (read.value === undefined || hasErrors(read.diagnostics)) return { ...state, early: read.diagnostics }
  return withSources(state, read.value.sources, read.value, read.diagnostics, options)
}

// A folder may go away while it is walked through, which must not end a preview.
function tryRead(options: PreviewOptions, seen: SeenFiles): Checked<SiteInput | undefined> {
  try {
    return readSite({ ...options, seen })
  } catch (error) {
    const { code, path = options.root } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    const file = sourcePath(relative(options.root, path) || '.')
    return { value: undefined, diagnostics: [unreadableFile({ file }, `It cannot be read: ${code}`, 'check its permissions')] }
  }
}

// A text that cannot be read as a post any more, because its front matter is half written, say, is shown as it was last.
function withSources(
  state: State,
  sources: readonly Source[],
  input: SiteInput,
  early: readonly Diagnostic[],
  options: PreviewOptions,
): State {
  const tried = load({ ...input, sources }, early, options, { state })
  const errors = tried.loaded.diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return tried
  const broken = new Set(errors.map(({ file }) => String(file)))
  const last = new Map(state.input.sources.filter(({ path }) => broken.has(path)).map(source => [source.path, source]))
  const isLost = (source: Source): boolean => last.has(source.path) && last.get(source.path) !== source
  if (!sources.some(isLost)) return tried
  const kept = sources.map(source => (isLost(source) ? (last.get(source.path) ?? source) : source))
  const held = tried.loaded.diagnostics.filter(({ file }) => file !== undefined && last.has(file))
  return load({ ...input, sources: kept }, early, options, { state: tried, held })
}
