// Style sheets of a Jekyll site, compiled with what they may import.

import { readSassOptions } from '../config/sass.ts'
import type { Checked } from '../diagnostic.ts'
import { compileSass, type SassSheet } from '../jekyll/sass.ts'
import { type Entry, sourcePath } from '../model.ts'
import type { SiteInput } from '../site/site-input.ts'
import { lazily } from '../text/lazily.ts'

/** A text that stands in no file, as filters have it. */
export type CompileSheet = (text: string, syntax: 'sass' | 'scss') => Promise<Checked<string>>

export interface Sheets {
  readonly compileSheet: CompileSheet
  /** The style sheet of an entry, its Liquid run. */
  readonly compileEntry: (entry: Entry, text: string) => Promise<Checked<string>>
}

export function makeSheets({ config, sheets }: SiteInput): Sheets {
  const shared = lazily(() => ({ partials: sheets, options: readSassOptions(config.data['sass'] ?? null) }))
  // Where one has no end the build is lost, so that nobody need wait as long for the others.
  let hasEndless = false
  const compile = async (sheet: Pick<SassSheet, 'path' | 'text' | 'line'>): Promise<Checked<string>> => {
    const made = await compileSass({ ...sheet, ...shared(), ...(hasEndless ? { patience: 2 } : {}) })
    hasEndless ||= made.diagnostics.some(({ code }) => code === 'sass/endless')
    return made
  }
  return {
    compileSheet: (text, syntax) => compile({ path: sourcePath(`filter.${syntax}`), text, line: 1 }),
    compileEntry: ({ source, bodyLine }, text) => compile({ path: source, text, line: bodyLine }),
  }
}
