// From options to a loaded site: what every command begins with.

import { dirname, join, resolve } from 'node:path'
import type { Config } from '../config/config.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { type ReadOptions, readSite, type SiteInput } from '../io/read-site.ts'
import { type LoadedSite, loadSite } from '../render/load-site.ts'
import { type Moment, momentAt, parseDate } from '../text/dates.ts'
import type { Terminal } from './commands.ts'
import type { Options } from './options.ts'

export interface OpenedSite extends Opening {
  /** The site's folder, absolute. */
  readonly root: string
  readonly loaded: LoadedSite
  /** What was wrong before the site was loaded. */
  readonly early: readonly Diagnostic[]
}

/** What a site was read with, for other threads that read the same. */
export interface Opening {
  readonly options: ReadOptions
  readonly input: SiteInput
  readonly now: Moment
}

/** Answers diagnostics where there is no site. `onRead` is called before the site is made, which takes a while. */
export function openSite(
  options: Options,
  terminal: Terminal,
  onRead: (opening: Opening) => void = () => {},
): OpenedSite | readonly Diagnostic[] {
  const root = resolve(terminal.folder, options.root ?? '.')
  const configs = options.config?.split(',').map(path => resolve(terminal.folder, path))
  const readOptions = { root, configs, theme: terminal.theme, mathAssets: terminal.mathAssets, overrides: overridesOf(options) }
  const read = readSite(readOptions)
  if (read.value === undefined) return read.diagnostics
  const { zone } = read.value.config
  const now = (options.now === undefined ? undefined : parseDate(options.now, zone)) ?? momentAt(terminal.now(), zone)
  const opening = { options: readOptions, input: read.value, now }
  onRead(opening)
  return { ...opening, root, loaded: loadSite(read.value, now), early: read.diagnostics }
}

export function overridesOf(options: Options): Partial<Config> {
  return {
    ...(options.drafts ? { show_drafts: true } : {}),
    ...(options.future ? { future: true } : {}),
    ...(options.unpublished ? { unpublished: true } : {}),
    ...(options.baseurl === undefined ? {} : { baseurl: options.baseurl.replace(/\/+$/, '') }),
    ...(options.output === undefined ? {} : { destination: options.output }),
  }
}

/** The output folder, absolute: an option counts from the current folder, the configuration from the site's. */
export function outputFolder({ root, input }: Pick<OpenedSite, 'root' | 'input'>, options: Options, terminal: Terminal): string {
  return options.output === undefined ? resolve(root, input.config.destination) : resolve(terminal.folder, options.output)
}

/** What is remembered between builds lies beside the output, so that a site can be built from a folder that is read-only. */
export function cacheFolder(output: string): string {
  return join(dirname(output), '.cache', 'lectern')
}
