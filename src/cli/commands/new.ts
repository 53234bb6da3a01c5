// `lectern new "Lecture 3"`: a post that begins as the author's last lecture did; also a page, a draft, or the first lecture of a course.

import { join } from 'node:path'
import { type NextLecture, nextLecture, numberIn } from '../../authoring/lecture.ts'
import { lecturesOf } from '../../authoring/lectures-of.ts'
import { type NewFile, type NewText, newDraft, newPage, newPost } from '../../authoring/new-text.ts'
import type { OpenedSite } from '../../build.ts'
import { createFiles } from '../../io/create-files.ts'
import type { DataMap } from '../../model.ts'
import { parseDate } from '../../text/dates.ts'
import { slugify } from '../../text/slug.ts'
import { strftime } from '../../text/strftime.ts'
import { folderOf } from '../../text/url.ts'
import type { Environment, ExitCode } from '../command.ts'
import { load, openSite } from '../open-site.ts'
import type { Options } from '../options.ts'
import { printDiagnostics } from '../print-diagnostics.ts'

const kinds = ['post', 'lecture', 'page', 'draft', 'course'] as const
type Kind = (typeof kinds)[number]

export async function newText(options: Options, environment: Environment, words: readonly string[]): Promise<ExitCode> {
  const { kind, title } = wish(words)
  if (title === '' && kind !== 'lecture')
    return misuse(`lectern new needs a title: lectern new ${kind === 'post' ? '' : `${kind} `}"${examples[kind]}"`, environment)
  const opened = openSite({ ...options, drafts: true, future: true }, environment)
  if (!('input' in opened)) return printDiagnostics(opened, options, environment)
  const { zone } = opened.input.config
  const date = options.date === undefined ? opened.now : parseDate(options.date, zone)
  if (date === undefined) return misuse(`--date takes a day such as 2024-01-31, not ${options.date}`, environment)
  if (options.lecture !== undefined && !/^\d+$/.test(options.lecture))
    return misuse(`--lecture takes a number, not ${options.lecture}`, environment)
  const file = fileFor(kind, title, { opened, options, day: strftime(date, '%Y-%m-%d') })
  return write(file, opened.root, options, environment)
}

const examples: Record<Kind, string> = {
  post: 'Lecture 3',
  lecture: 'Lecture 3',
  page: 'About',
  draft: 'An idea',
  course: 'CS 229 Machine Learning',
}

// `lectern new page About`; a word in quotes may begin like a kind.
function wish([first = '', ...rest]: readonly string[]): { readonly kind: Kind; readonly title: string } {
  const kind = kinds.find(candidate => candidate === first)
  const isLectureName = kind === 'lecture' && /^\d/.test(rest[0] ?? '')
  if (kind === undefined || isLectureName) return { kind: 'post', title: [isLectureName ? 'Lecture' : first, ...rest].join(' ').trim() }
  return { kind, title: rest.join(' ').trim() }
}

interface Setting {
  readonly opened: OpenedSite
  readonly options: Options
  readonly day: string
}

function fileFor(kind: Kind, title: string, { opened, options, day }: Setting): NewFile {
  const { shape } = opened.input.config
  const posts = shape === 'lectern' ? 'posts' : '_posts'
  const own = ownKeys(options)
  if (kind === 'page') return newPage({ title, ...slugOf(options), data: own }, shape)
  if (kind === 'course') {
    const course = options.course ?? slugify(title)
    const data = { course: title, lecture: Number(options.lecture ?? 1), tags: tagsIn(options) ?? [course] }
    const first: NewText = { title: `${title}, lecture 1`, slug: options.slug ?? `${course}-lecture-1`, data }
    return newPost(first, day, posts)
  }
  const isLecture = kind === 'lecture' || numberIn(title) !== undefined || options.course !== undefined || options.lecture !== undefined
  const { folder, next } = isLecture ? lectureFor(title, opened, options) : { folder: posts, next: { title, data: {} } }
  const text: NewText = { ...next, ...slugOf(options), data: { ...next.data, ...own } }
  return kind === 'draft' ? newDraft(text, shape === 'lectern' ? 'posts/_drafts' : '_drafts') : newPost(text, day, folder || posts)
}

function lectureFor(title: string, opened: OpenedSite, options: Options): { readonly folder: string; readonly next: NextLecture } {
  const lectures = lecturesOf(load(opened).site.posts, opened.input.sources, options.course)
  const next = nextLecture(title, lectures, options.lecture === undefined ? undefined : Number(options.lecture))
  const folder = folderOf(lectures[0]?.source ?? '')
  // A lecture may follow one that is a draft, and is none.
  return { folder: /(?:^|\/)_drafts(?:\/|$)/.test(folder) ? '' : folder, next }
}

function ownKeys(options: Options): DataMap {
  const tags = tagsIn(options)
  return {
    ...(options.course === undefined ? {} : { course: options.course }),
    ...(options.lecture === undefined ? {} : { lecture: Number(options.lecture) }),
    ...(tags === undefined ? {} : { tags }),
    ...(options.lang === undefined ? {} : { lang: options.lang }),
  }
}

function tagsIn({ tags }: Options): string[] | undefined {
  return tags
    ?.split(',')
    .map(tag => tag.trim())
    .filter(tag => tag !== '')
}

function slugOf({ slug }: Options): { readonly slug?: string } {
  return slug === undefined ? {} : { slug }
}

function write(file: NewFile, root: string, { quiet }: Options, { printError: tell, folder }: Environment): ExitCode {
  const isNew = createFiles(root, [file]).has(file.path)
  const name = root === folder ? file.path : join(root, file.path)
  if (!isNew) tell(`${name} is there already and stays as it is; another title or --slug makes another file`)
  else if (!quiet) tell(`Wrote ${name}\n${file.text.trimEnd()}`)
  return isNew ? 0 : 1
}

function misuse(message: string, { printError }: Environment): ExitCode {
  printError(message)
  return 2
}
