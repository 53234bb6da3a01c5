// Style sheets of a Jekyll site, compiled with what they may import.

import { readSassOptions } from '../config/sass.ts'
import type { Checked } from '../diagnostic.ts'
import { compileSass } from '../jekyll/sass.ts'
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
  return {
    compileSheet: (text, syntax) => compileSass({ path: sourcePath(`filter.${syntax}`), text, line: 1, ...shared() }),
    compileEntry: ({ source, bodyLine }, text) => compileSass({ path: source, text, line: bodyLine, ...shared() }),
  }
}
