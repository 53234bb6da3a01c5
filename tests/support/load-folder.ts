// A site in a folder, loaded as a command loads it.

import type { Config } from '../../src/config/config.ts'
import { drawCard } from '../../src/io/draw-card.ts'
import { makeImageFiles } from '../../src/io/image-files.ts'
import { readSite } from '../../src/io/read-site.ts'
import { type LoadedSite, loadSite } from '../../src/render/load-site.ts'
import type { RendererTools } from '../../src/render/renderer.ts'
import { momentAt } from '../../src/text/dates.ts'
import { defaultTheme, mathAssets } from './site.ts'

export interface FolderOptions extends Pick<RendererTools, 'before'> {
  readonly configs?: readonly string[]
  readonly overrides?: Partial<Config>
  /** Milliseconds since 1970; 2030 by default. */
  readonly now?: number
}

export function loadFolder(
  root: string,
  { configs, overrides = {}, now = Date.UTC(2030, 0, 1), ...tools }: FolderOptions = {},
): LoadedSite {
  const input = readSite({ root, configs, theme: defaultTheme, mathAssets, overrides }).value
  if (input === undefined) throw new Error(`there is no site in ${root}`)
  const images = makeImageFiles(root, input)
  return loadSite(input, { now: momentAt(now, input.config.zone), images, drawCard, ...tools })
}
