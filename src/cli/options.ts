// THE LIST of flags, and how a command line is read by it. Which command takes which is said in the list of commands; help is printed
// from both.

import { parseArgs } from 'node:util'
import { nearest } from '../text/nearest.ts'

interface FlagSpec {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** What stands for the value in the help. */
  readonly value?: string
  readonly doc: string
}

export const flags = {
  root: { type: 'string', value: 'DIR', doc: 'Folder of the site; the current folder by default' },
  config: {
    type: 'string',
    value: 'A.yml,B.yml',
    doc: 'Configuration files; of a key that stands in several the last counts',
  },
  output: { type: 'string', short: 'o', value: 'DIR', doc: 'Folder to write the site to; `public` by default' },
  baseurl: { type: 'string', value: 'PATH', doc: 'Folder of the host that the site will stand in' },
  drafts: { type: 'boolean', doc: 'Publish the posts in `_drafts` too' },
  future: { type: 'boolean', doc: 'Publish posts dated in the future too' },
  unpublished: { type: 'boolean', doc: 'Publish posts with `published: false` too' },
  now: { type: 'string', value: 'DATE', doc: 'Moment to take for the present, so that a build can be repeated' },
  against: { type: 'string', value: 'OLD', doc: 'The folder of the old site, or its sitemap, to tell what this one lacks' },
  'write-redirects': { type: 'boolean', doc: 'Write the redirects that mend what `--against` finds into the posts' },
  lock: { type: 'boolean', doc: 'Begin `urls.lock`, which keeps every published address from being lost' },
  host: { type: 'string', value: 'NAME', doc: 'The address to listen on; this machine only by default' },
  port: { type: 'string', value: 'NUMBER', doc: 'The port; `4000` by default, or the next that is free' },
  open: { type: 'string', value: 'FILE', doc: 'Show the page of this post in the browser' },
  follow: { type: 'boolean', doc: 'Go to a post in the browser when it is saved' },
  strict: { type: 'boolean', doc: 'Treat warnings as errors' },
  quiet: { type: 'boolean', short: 'q', doc: 'Print errors only' },
  verbose: { type: 'boolean', doc: 'Print every diagnostic, hints too' },
  json: { type: 'boolean', doc: 'Print diagnostics as lines of JSON' },
  help: { type: 'boolean', short: 'h', doc: 'Print this help' },
  version: { type: 'boolean', doc: 'Print the version' },
} as const satisfies Record<string, FlagSpec>

export type FlagName = keyof typeof flags

/** What every command takes. */
export const commonFlags: readonly FlagName[] = ['root', 'strict', 'quiet', 'verbose', 'json', 'help', 'version']

/** What every command takes that reads the site of this folder. */
export const siteFlags: readonly FlagName[] = ['config', 'output', 'baseurl', 'drafts', 'future', 'unpublished']

type ValueOf<Spec> = Spec extends { type: 'boolean' } ? boolean : string
export type Options = { readonly [Name in keyof typeof flags]?: ValueOf<(typeof flags)[Name]> }

export interface CommandLine {
  readonly command: string | undefined
  readonly rest: readonly string[]
  readonly options: Options
}

/** The command line, or what is wrong with it in a sentence. */
export function readCommandLine(args: readonly string[]): CommandLine | string {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true, strict: true })
    return { command: positionals[0], rest: positionals.slice(1), options: values }
  } catch (error) {
    const unknown = /Unknown option '(-*)([^']*)'/.exec(String(error))?.[2]
    if (unknown === undefined) return (error as Error).message.split('\n')[0] ?? ''
    const near = nearest(unknown, Object.keys(flags))
    return `There is no option --${unknown}${near === undefined ? '' : `; did you mean --${near}?`}`
  }
}
