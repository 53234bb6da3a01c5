// What a command is, and what it is given to work with.

import type { LoadPagefind } from '../io/index-search.ts'
import type { FlagName, Options } from './options.ts'

/** 0 all is well, 1 the author's texts have errors, 2 the command line has. */
export type ExitCode = 0 | 1 | 2

/** What is said, and how it may look. */
export interface Terminal {
  readonly print: (text: string) => void
  readonly printError: (text: string) => void
  /** Writes to standard error without a line end, for what is drawn over. */
  readonly draw: (text: string) => void
  /** True where standard error is a terminal that may be drawn on. */
  readonly isInteractive: boolean
  readonly colour: boolean
}

/** Where and when the program was started. */
export interface Surroundings {
  /** The folder that paths on the command line count from. */
  readonly folder: string
  /** How the program was called, to be told what to call next: `lectern`, or `npx lectern` where it is installed for one folder. */
  readonly calledAs: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Shows an address in the browser. */
  readonly browse: (url: string) => void
  /** Settles when the program is asked to end. */
  readonly ended: () => Promise<void>
  /** Asks whoever sits at the terminal; where nobody does, or nothing is said, it is `byDefault`. */
  readonly ask: (question: string, byDefault: string) => Promise<string>
  /** The zone of the machine, a name of the IANA list; to be asked for only where it counts, for it takes 25 ms. */
  readonly timezone: () => string
  /** Does something that is not to be ended in the middle: a signal that would end the process waits until it is done. */
  readonly undisturbed: <Result>(act: () => Result) => Promise<Result>
}

/** What lies beside the program. */
export interface Installation {
  /** Changes when the program does. */
  readonly program: string
  /** The folder of the default theme, absolute. */
  readonly theme: string
  /** The folder of KaTeX's style sheet and fonts, absolute. */
  readonly mathAssets: string
  /** The script of the preview's pages, a file. */
  readonly previewScript: string
  /** The script of another thread, a file; undefined where the program runs from its sources. */
  readonly workerScript: string | undefined
  /** Imports the library, which needs a real `import()`. */
  readonly loadPagefind: LoadPagefind
}

/** All that there is; a function that needs less says which part. */
export type Environment = Terminal & Surroundings & Installation

/** What a site is read with. */
export type Reading = Pick<Surroundings, 'folder' | 'now'> & Pick<Installation, 'theme' | 'mathAssets'>

export interface Command {
  readonly name: string
  readonly summary: string
  /** What the command takes besides options, for the help; most take nothing. */
  readonly takes?: string
  /** How many words it takes, if not one. */
  readonly most?: number
  /** What it takes besides the options of every command. */
  readonly flags: readonly FlagName[]
  readonly run: (options: Options, environment: Environment, rest: readonly string[]) => Promise<ExitCode>
}
