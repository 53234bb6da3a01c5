// THE LIST of flags, and how a command line is read by it. Help is printed from it.

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
  against: { type: 'string', value: 'OLD', doc: 'With `check`: the folder of the old site, or its sitemap, to tell what this one lacks' },
  'write-redirects': { type: 'boolean', doc: 'With `check --against`: write the redirects that mend it into the posts' },
  lock: { type: 'boolean', doc: 'With `build`: begin `urls.lock`, which keeps every published address from being lost' },
  host: { type: 'string', value: 'NAME', doc: 'With `dev`: the address to listen on; this machine only by default' },
  port: { type: 'string', value: 'NUMBER', doc: 'With `dev`: the port; `4000` by default, or the next that is free' },
  open: { type: 'string', value: 'FILE', doc: 'With `dev`: show the page of this post in the browser' },
  follow: { type: 'boolean', doc: 'With `dev`: go to a post in the browser when it is saved' },
  strict: { type: 'boolean', doc: 'Treat warnings as errors' },
  quiet: { type: 'boolean', short: 'q', doc: 'Print errors only' },
  verbose: { type: 'boolean', doc: 'Print every diagnostic, hints too' },
  json: { type: 'boolean', doc: 'Print diagnostics as lines of JSON' },
  help: { type: 'boolean', short: 'h', doc: 'Print this help' },
  version: { type: 'boolean', doc: 'Print the version' },
} as const satisfies Record<string, FlagSpec>

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
