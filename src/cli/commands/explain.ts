// `lectern explain FILE`: what a file of the site becomes, and which rule says so; or why it is not published.

import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { OpenedSite } from '../../build.ts'
import { collectionLabels, postsPattern } from '../../config/collections.ts'
import type { Config } from '../../config/config.ts'
import { type Entry, type Source, sourcePath } from '../../model.ts'
import { roleOf } from '../../posts/file-name.ts'
import { splitFrontMatter } from '../../posts/front-matter.ts'
import { parseEntry } from '../../posts/parse-entry.ts'
import { whyHidden } from '../../posts/publish.ts'
import type { LoadedSite } from '../../render/load-site.ts'
import { toIso } from '../../text/dates.ts'
import { nearest } from '../../text/nearest.ts'
import { baseName } from '../../text/url.ts'
import type { Environment, ExitCode } from '../command.ts'
import { load, openSite } from '../open-site.ts'
import type { Options } from '../options.ts'
import { printDiagnostics } from '../print-diagnostics.ts'

/** A line of the answer: what is asked, what it is, and why. */
type Row = readonly [name: string, value: string, because: string]

export async function explain(options: Options, environment: Environment, [name]: readonly string[]): Promise<ExitCode> {
  const { print, printError, folder } = environment
  if (name === undefined) {
    printError('lectern explain needs the path of a file')
    return 2
  }
  const opened = openSite(options, environment)
  if (!('input' in opened)) return printDiagnostics(opened, options, environment)
  const source = sourceFor(name, opened, folder)
  if (source === undefined) {
    printError(notASource(name, opened, folder))
    return 1
  }
  const loaded = load(opened)
  print(source.path)
  for (const row of rowsOf(source, opened, loaded)) print(lineOf(row))
  const about = loaded.diagnostics.filter(({ file }) => file === source.path)
  return about.length === 0 ? 0 : printDiagnostics(about, { ...options, verbose: true }, environment)
}

function lineOf([name, value, because]: Row): string {
  return `  ${name.padEnd(10)} ${value === '' ? '—' : value}${because === '' ? '' : `  (${because})`}`
}

// A path counts from where one is, or from the site's folder; a name alone is enough where one file has it.
function sourceFor(name: string, { root, input }: OpenedSite, folder: string): Source | undefined {
  const wanted = [relative(root, resolve(folder, name)), name].map(path => String(sourcePath(path)))
  const exact = input.sources.find(({ path }) => wanted.includes(path))
  const named = input.sources.filter(({ path }) => baseName(path) === name)
  return exact ?? (named.length === 1 ? named[0] : undefined)
}

function notASource(name: string, { root, input: { sources, config } }: OpenedSite, folder: string): string {
  if (existsSync(resolve(folder, name)) || existsSync(resolve(root, name))) {
    const where =
      config.shape === 'lectern' ? 'posts' : 'the site, and nothing that exclude names or that begins with a dot or an underscore,'
    return `${name} is no part of the site: what is in ${where} is`
  }
  const near = nearest(
    name,
    sources.map(({ path }) => (name.includes('/') ? path : baseName(path))),
  )
  return `There is no file ${name}${near === undefined ? '' : `; did you mean ${near}?`}`
}

function rowsOf(source: Source, { input: { config }, now }: OpenedSite, loaded: LoadedSite): Row[] {
  const published = loaded.entries.find(entry => entry.source === source.path)
  const copied = loaded.site.files.find(file => file.source === source.path)
  if (published === undefined && copied !== undefined)
    return [
      ['becomes', 'a file, copied as it is', ''],
      ['address', copied.permalink, 'the same path below the site'],
    ]
  const layouts = { names: new Set<string>(), areOwn: true, takesBare: () => false }
  const entry =
    published ??
    parseEntry(source, roleOf(source.path, config.shape, config.collections_dir, collectionLabels(config)), config, layouts).value
  if (entry === undefined) return [['published', 'no', whyNoText(source, config)]]
  const hidden = whyHidden(entry, config, now)
  const isPublished = published !== undefined && hidden === undefined
  return [
    ['published', isPublished ? 'yes' : 'no', isPublished ? kindOf(entry) : (hidden ?? 'limit_posts leaves it out')],
    ...(entry.date === undefined ? [] : [dateRow(entry, source, config)]),
    addressRow(entry, source, config),
    ...(published === undefined ? [] : [templateRow(entry, source)]),
    ...courseRows(entry, loaded),
  ]
}

function whyNoText({ path, content }: Source, config: Config): string {
  const role = roleOf(path, config.shape, config.collections_dir, [])
  if (role.kind === 'misnamed') return 'a file in _posts is a post only if its name is YYYY-MM-DD-title.md'
  if (content.kind === 'unreadable') return content.reason
  return 'it has no front matter, two lines of three hyphens at its top'
}

function kindOf(entry: Entry): string {
  if (entry.kind === 'post') return entry.draft ? 'a post, as a draft' : 'a post'
  return entry.collection === undefined ? 'a page, since it has no date' : `a document of the collection ${entry.collection}`
}

function dateRow({ date, kind }: Entry, source: Source, config: Config): Row {
  const told = date === undefined ? '' : toIso(date)
  if (keysOf(source)['date'] !== undefined) return ['date', told, 'date: in its front matter']
  const role = roleOf(source.path, config.shape, config.collections_dir, [])
  return ['date', told, role.kind === 'draft' && kind === 'post' ? 'the last change of the draft' : 'the name of the file']
}

function addressRow({ kind, permalink, data }: Entry, source: Source, config: Config): Row {
  const own = keysOf(source)['permalink'] !== undefined
  const byDefault = data['permalink'] !== undefined
  const pattern =
    kind === 'post'
      ? `the pattern ${postsPattern(config)}${config.permalink === '' ? ', the default' : ' of permalink in _config.yml'}`
      : 'the path of the file'
  return ['address', permalink, own ? 'permalink: in its front matter' : byDefault ? 'permalink in defaults of _config.yml' : pattern]
}

function templateRow({ layout, kind, data }: Entry, source: Source): Row {
  const written = keysOf(source)['layout']
  if (written === layout) return ['template', layout, 'layout: in its front matter']
  if (data['layout'] === layout) return ['template', layout, 'layout in defaults of _config.yml']
  return ['template', layout === 'none' ? 'none' : layout, `the template of every ${kind} that asks for none that is there`]
}

function courseRows(entry: Entry, { courses }: LoadedSite): Row[] {
  const found = courses.of.get(entry)
  if (found === undefined)
    return [['course', '', entry.data['course'] === false ? 'course: false in its front matter' : 'nothing names one']]
  const course = courses.courses.find(({ key }) => key === found.course.key)
  const name =
    course === undefined ? found.course.key : `${course.name}${course.code === '' ? '' : `, ${course.code}`}, ${course.permalink}`
  const { number, because } = found.number
  const lecture: Row = found.isBesides
    ? ['lecture', '', 'it is an assignment or the like, beside the lectures']
    : ['lecture', number, because || 'nothing says a number']
  return [['course', name, found.course.because], lecture]
}

function keysOf({ path, content }: Source) {
  return splitFrontMatter(path, content.kind === 'text' ? content.text : '').value.data
}
