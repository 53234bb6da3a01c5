// From options to a site that is read: what every command begins with.

import { dirname, join, resolve } from 'node:path'
import type { OpenedSite } from '../build.ts'
import type { Config } from '../config/config.ts'
import type { Diagnostic } from '../diagnostic.ts'
import { drawCard } from '../io/draw-card.ts'
import { makeImageFiles } from '../io/image-files.ts'
import { readSite } from '../io/read-site.ts'
import { withSlidePages } from '../io/slide-pages.ts'
import { type LoadedSite, loadSite } from '../render/load-site.ts'
import { momentAt, parseDate } from '../text/dates.ts'
import type { Reading } from './command.ts'
import type { Options } from './options.ts'

/** Answers diagnostics where there is no site. */
export function openSite(options: Options, { folder, now: clock, theme, mathAssets }: Reading): OpenedSite | readonly Diagnostic[] {
  const root = resolve(folder, options.root ?? '.')
  const configs = options.config?.split(',').map(path => resolve(folder, path))
  const read = readSite({ root, configs, theme, mathAssets, overrides: overridesOf(options), namesContent: true })
  if (read.value === undefined) return read.diagnostics
  const { zone } = read.value.config
  const now = (options.now === undefined ? undefined : parseDate(options.now, zone)) ?? momentAt(clock(), zone)
  const output = outputFolder({ root, input: read.value }, options, { folder })
  const slides = withSlidePages(read.value, { root, cache: cacheFolder(output) })
  return { root, input: slides.value, now, diagnostics: [...read.diagnostics, ...slides.diagnostics] }
}

/** The site made ready, for commands that write none of it. */
export function load({ root, input, now }: OpenedSite): LoadedSite {
  return loadSite(input, { now, images: makeImageFiles(root, input), drawCard })
}

export function overridesOf(options: Options): Partial<Config> {
  return {
    ...(options.drafts ? { show_drafts: true } : {}),
    ...(options.future ? { future: true } : {}),
    ...(options.unpublished ? { unpublished: true } : {}),
    ...(options.baseurl === undefined ? {} : { baseurl: options.baseurl.replace(/\/+$/, '') }),
    ...(options.theme === 'lectern' ? { usesOwnLayouts: false } : {}),
    ...(options.output === undefined ? {} : { destination: options.output }),
  }
}

/** The output folder, absolute: an option counts from the current folder, the configuration from the site's. */
export function outputFolder(
  { root, input }: Pick<OpenedSite, 'root' | 'input'>,
  options: Options,
  { folder }: Pick<Reading, 'folder'>,
): string {
  return options.output === undefined ? resolve(root, input.config.destination) : resolve(folder, options.output)
}

/** What is remembered between builds lies beside the output, so that a site can be built from a folder that is read-only. */
export function cacheFolder(output: string): string {
  return join(dirname(output), '.cache', 'lectern')
}
