// Style sheets of a Jekyll site, compiled with what they may import, in a thread that is ended where one has no end; the thread is in a process of
// its own, which ends where one wants more memory at once than there is.

import { readSassOptions } from '../config/sass.ts'
import type { Checked } from '../diagnostic.ts'
import { sassEndless, sassTooLarge } from '../diagnostics/style-sheets.ts'
import { boundedProcess } from '../io/bounded-process.ts'
import { type AskThread, boundedThread } from '../io/bounded-thread.ts'
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

export type AskForSheet = AskThread<SassSheet, Checked<string>>

/** A style sheet is given up then; the largest kits in use take two seconds and 200 MB. */
const bounds = { seconds: 20, megabytes: 1000 }

/** Undefined where the program runs from its sources. */
export function sheetProcess(): AskForSheet | undefined {
  return boundedProcess('sheets.js')
}

/** What that process asks. */
export function sheetThread(): AskForSheet | undefined {
  return boundedThread('sheet-thread.js', bounds.megabytes)
}

export function makeSheets({ config, sheets }: SiteInput, ask: AskForSheet | undefined): Sheets {
  const shared = lazily(() => ({ partials: sheets, options: readSassOptions(config.data['sass'] ?? null) }))
  // Where one has no end the build is lost, so that nobody need wait as long for the others.
  let hasEndless = false
  const compile = async (written: Pick<SassSheet, 'path' | 'text' | 'line'>): Promise<Checked<string>> => {
    const sheet = { ...written, ...shared() }
    if (ask === undefined) return compileSass(sheet)
    const seconds = hasEndless ? 2 : bounds.seconds
    const made = await ask(sheet, seconds)
    if ('answer' in made) return made.answer
    hasEndless = true
    const place = { file: sheet.path }
    return { value: '', diagnostics: [made.exceeds === 'time' ? sassEndless(place, seconds) : sassTooLarge(place, bounds.megabytes)] }
  }
  return {
    compileSheet: (text, syntax) => compile({ path: sourcePath(`filter.${syntax}`), text, line: 1 }),
    compileEntry: ({ source, bodyLine }, text) => compile({ path: source, text, line: bodyLine }),
  }
}
