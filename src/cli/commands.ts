// THE LIST of commands. Help is printed from it, in this order.

import type { LoadPagefind } from '../io/index-search.ts'
import { build } from './commands/build.ts'
import { check } from './commands/check.ts'
import { dev } from './commands/dev.ts'
import { exportPosts } from './commands/export.ts'
import { importBlog } from './commands/import.ts'
import type { Options } from './options.ts'

/** 0 all is well, 1 the author's texts have errors, 2 the command line has. */
export type ExitCode = 0 | 1 | 2

export interface Terminal {
  readonly print: (text: string) => void
  readonly printError: (text: string) => void
  /** Writes to standard error without a line end, for what is drawn over. */
  readonly draw: (text: string) => void
  /** True where standard error is a terminal that may be drawn on. */
  readonly isInteractive: boolean
  readonly colour: boolean
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Changes when the program does. */
  readonly program: () => string
  /** The folder of the default theme, absolute. */
  readonly theme: string
  /** The folder of KaTeX's style sheet and fonts, absolute. */
  readonly mathAssets: string
  /** The folder that paths on the command line count from. */
  readonly folder: string
  /** The script of the preview's pages, a file. */
  readonly previewScript: string
  /** The script of another thread, a file; undefined where the program runs from its sources. */
  readonly workerScript: string | undefined
  /** Imports the library, which needs a real `import()`. */
  readonly loadPagefind: LoadPagefind
  /** Shows an address in the browser. */
  readonly browse: (url: string) => void
  /** Settles when the program is asked to end. */
  readonly ended: () => Promise<void>
}

export interface Command {
  readonly name: string
  readonly summary: string
  /** What the command takes besides options, for the help; most take nothing. */
  readonly takes?: string
  readonly run: (options: Options, terminal: Terminal, rest: readonly string[]) => Promise<ExitCode>
}

export const commands: readonly Command[] = [
  { name: 'build', summary: 'Make the website', run: build },
  { name: 'dev', summary: 'Show the website while you write', run: dev },
  { name: 'check', summary: 'Report what is wrong with the posts, and write nothing', run: check },
  { name: 'import', takes: 'DIR', summary: 'Copy a Jekyll blog into this folder', run: importBlog },
  { name: 'export', summary: 'Print every post as a line of JSON', run: exportPosts },
]
