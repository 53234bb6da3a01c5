// What the texts and files of a site are called where they are linked by name: a text by its title, its other names, or its file, with or without
// folder and date; a lecture also by what it is about; another file by its own name.

import type { Entry, Site, StaticFile } from '../model.ts'
import { folderOf, withoutExtension } from '../text/url.ts'

export type Named = Entry | StaticFile

/** A lecture, by what it is about: `Agreement`, of `CS 244, Lecture 2: Agreement`. */
export interface Subject {
  readonly entry: Entry
  readonly subject: string
}

export interface Names {
  /** All that have a name, those first that `from` most likely means: beside it, then as the site has them. */
  readonly called: (name: string, from: Entry) => readonly Named[]
  /** True for a name that is the title of a text, or what a lecture is about; not its file's. */
  readonly isTitle: (name: string, entry: Entry) => boolean
  /** Every name there is, as it is written. */
  readonly all: () => Iterable<string>
}

/** `subjects` are those of each course. */
export function namesOf(
  { posts, pages, files }: Pick<Site, 'posts' | 'pages' | 'files'>,
  subjects: readonly (readonly Subject[])[] = [],
): Names {
  const [index, bySubject, plain] = [new Map<string, Named[]>(), new Map<string, Named[]>(), new Map<string, Named[]>()]
  const written = new Map<string, string>()
  const add = (name: string, named: Named, to = index): void => {
    const key = folded(name)
    addTo(to, key, named)
    addTo(plain, withoutAccents(key), named)
    if (!written.has(key)) written.set(key, name)
  }
  for (const entry of [...posts, ...pages]) for (const name of namesFor(entry)) add(name, entry)
  for (const file of files) if (file.from === 'posts') for (const name of endings(pathOf(file.source))) add(name, file)
  for (const { entry, subject } of subjects.flat()) if (subject !== '') add(subject, entry, bySubject)
  const find = (name: string): readonly Named[] | undefined => index.get(folded(name)) ?? bySubject.get(folded(name))
  const courseOf = (entry: Named): readonly Subject[] | undefined => subjects.find(course => course.some(each => each.entry === entry))
  return {
    called: (name, from) => {
      // Who keeps his notes in the folder of the site writes paths from there.
      const fromFolder = name.replace(/^(?:\.{0,2}\/)*(?:_?posts\/)?/, '')
      const found = find(name) ?? find(fromFolder) ?? plain.get(withoutAccents(folded(fromFolder))) ?? []
      if (found.length < 2) return found
      const course = courseOf(from)
      const distanceOf = (named: Named): number =>
        (course?.some(({ entry }) => entry === named) ? 0 : 2) + (folderOf(named.source) === folderOf(from.source) ? 0 : 1)
      return found.toSorted((one, other) => distanceOf(one) - distanceOf(other))
    },
    isTitle: (name, entry) => folded(name) === folded(entry.title) || bySubject.get(folded(name))?.includes(entry) === true,
    all: () => written.values(),
  }
}

function addTo(index: Map<string, Named[]>, key: string, named: Named): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, [named])
  else if (!known.includes(named)) known.push(named)
}

function namesFor({ title, source, data }: Entry): string[] {
  const paths = endings(withoutExtension(pathOf(source)))
  const others = Array.isArray(data['aliases']) ? data['aliases'] : [data['aliases']]
  return [
    title,
    // Hugo's are old addresses.
    ...others.filter(name => typeof name === 'string').filter(name => !name.startsWith('/')),
    ...paths,
    ...paths.flatMap(path => (dateInPath.test(path) ? [path.replace(dateInPath, '$1')] : [])),
  ].filter(name => name.trim() !== '')
}

const dateInPath = /((?:^|\/))\d{4}-\d\d?-\d\d?-(?=[^/]+$)/

function pathOf(source: string): string {
  return source.replace(/^_?posts\//, '')
}

// `course/notes/lecture-1` is `notes/lecture-1` and `lecture-1` too.
function endings(path: string): string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(index).join('/'))
}

// Readers do not tell curly quotes from straight ones, and Markdown makes the one of the other.
function folded(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’‚]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[–—]|-{2,3}/g, '-')
    .replaceAll('…', '...')
    .replace(/\s+/g, ' ')
    .trim()
}

// `uberblick` is written where a keyboard has no umlauts.
function withoutAccents(key: string): string {
  return key.normalize('NFD').replace(/\p{M}/gu, '')
}
