// THE LIST of flags, and how a command line is read by it. Which command takes which is said in the list of commands; help is printed
// from both.

import { parseArgs } from 'node:util'
import { nearest } from '../text/nearest.ts'
import { ownValue } from '../text/own-value.ts'
import { otherFlags } from './other-words.ts'

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
  output: {
    type: 'string',
    short: 'o',
    value: 'DIR',
    doc: 'Folder to write the site to; `public` by default, `_site` for a Jekyll site with layouts of its own',
  },
  baseurl: { type: 'string', value: 'PATH', doc: 'Folder of the host that the site will stand in' },
  theme: { type: 'string', value: 'lectern', doc: 'Show a Jekyll site in our theme, whatever layouts it has' },
  drafts: { type: 'boolean', doc: 'Publish the posts in `_drafts` too' },
  future: { type: 'boolean', doc: 'Publish posts dated in the future too' },
  unpublished: { type: 'boolean', doc: 'Publish posts with `published: false` too' },
  now: { type: 'string', value: 'DATE', doc: 'Moment to take for the present, so that a build can be repeated' },
  against: { type: 'string', value: 'OLD', doc: 'The folder of the old site, or its sitemap, to tell what this one lacks' },
  'write-redirects': { type: 'boolean', doc: 'Write the redirects that mend what `--against` finds into the posts' },
  external: { type: 'boolean', doc: 'Ask other sites too whether the links to them are alive; answers are kept for a week' },
  format: { type: 'string', value: 'FORM', doc: 'How diagnostics are printed: `text`, `json`, or `github` for its annotations' },
  lock: { type: 'boolean', doc: 'Begin `urls.lock`, which keeps every published address from being lost' },
  host: { type: 'string', value: 'NAME', doc: 'The address to listen on; this machine only by default' },
  port: { type: 'string', value: 'NUMBER', doc: 'The port; `4000` by default, or the next that is free' },
  open: { type: 'string', value: 'FILE', doc: 'Show the page of this post in the browser' },
  follow: { type: 'boolean', doc: 'Go to a post in the browser when it is saved' },
  title: { type: 'string', value: 'TEXT', doc: 'Name of the site' },
  author: { type: 'string', value: 'NAME', doc: 'Who writes it' },
  url: { type: 'string', value: 'URL', doc: 'Where the site will stand: `https://example.org`' },
  lang: { type: 'string', value: 'LANG', doc: 'Language, such as `en`, `de` or `zh`' },
  timezone: { type: 'string', value: 'ZONE', doc: 'Zone of the dates, such as `Europe/Berlin`; that of this machine by default' },
  deploy: { type: 'string', value: 'HOST', doc: 'Host to prepare for; `github-pages` gets its workflow' },
  templates: { type: 'boolean', doc: 'Copy the templates of the theme too, to be changed' },
  date: { type: 'string', value: 'DATE', doc: 'Day of the post; today by default' },
  course: { type: 'string', value: 'NAME', doc: 'Course of the lecture; that of the last one by default' },
  lecture: { type: 'string', value: 'NUMBER', doc: 'Number of the lecture; the next one by default' },
  tags: { type: 'string', value: 'A,B', doc: 'Tags, between commas' },
  slug: { type: 'string', value: 'NAME', doc: 'Name of the file and in the address; by default made of the title' },
  strict: { type: 'boolean', doc: 'Treat warnings as errors' },
  quiet: { type: 'boolean', short: 'q', doc: 'Print errors only' },
  verbose: { type: 'boolean', doc: 'Print every diagnostic, hints too' },
  json: { type: 'boolean', doc: 'Print diagnostics as lines of JSON' },
  help: { type: 'boolean', short: 'h', doc: 'Print this help' },
  version: { type: 'boolean', short: 'v', doc: 'Print the version' },
} as const satisfies Record<string, FlagSpec>

export type FlagName = keyof typeof flags

/** What every command takes. */
export const commonFlags: readonly FlagName[] = ['root', 'format', 'strict', 'quiet', 'verbose', 'json', 'help', 'version']

/** What every command takes that reads the site of this folder. */
export const siteFlags: readonly FlagName[] = ['config', 'output', 'baseurl', 'theme', 'drafts', 'future', 'unpublished']

type ValueOf<Spec> = Spec extends { type: 'boolean' } ? boolean : string
export type Options = { readonly [Name in keyof typeof flags]?: ValueOf<(typeof flags)[Name]> }

export interface CommandLine {
  readonly command: string | undefined
  readonly rest: readonly string[]
  readonly options: Options
}

/** What `--format` takes. */
const forms: readonly string[] = ['text', 'json', 'github']

/** The command line, or what is wrong with it in a sentence. */
export function readCommandLine(args: readonly string[]): CommandLine | string {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true, strict: true })
    if (values.format !== undefined && !forms.includes(values.format)) return `--format takes ${forms.join(', ')}, not ${values.format}`
    return { command: positionals[0], rest: positionals.slice(1), options: values }
  } catch (error) {
    return wrongOption(error as Error)
  }
}

function wrongOption({ message }: Error): string {
  const [, dashes = '', unknown = ''] = /Unknown option '(-*)([^']*)'/.exec(message) ?? []
  if (unknown === '') return wrongValue(message)
  const other = ownValue(otherFlags, unknown)
  const near = nearest(unknown, Object.keys(flags))
  const mend = other ?? (near === undefined ? undefined : `did you mean --${near}?`)
  return `There is no option ${dashes}${unknown}${mend === undefined ? '' : `; ${mend}`}`
}

// A value that is missing, or one too many.
function wrongValue(message: string): string {
  const [, name = ''] = /--([\w-]+)/.exec(message) ?? []
  const flag: FlagSpec | undefined = ownValue<FlagSpec>(flags, name)
  if (flag === undefined) return message.split('\n')[0] ?? ''
  return flag.type === 'string' ? `--${name} needs a value: --${name} ${flag.value ?? 'VALUE'}` : `--${name} takes no value`
}
