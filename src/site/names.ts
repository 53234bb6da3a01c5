// What the texts and files of a site are called where they are linked by name: a text by its title, its other names, or its file, with or without
// folder and date; another file by its own name.

import type { Entry, Site, StaticFile } from '../model.ts'
import { folderOf, withoutExtension } from '../text/url.ts'

export type Named = Entry | StaticFile

export interface Names {
  /** All that have a name, those first that `from` most likely means: beside it, then as the site has them. */
  readonly called: (name: string, from: Entry) => readonly Named[]
  /** Every name there is, as it is written. */
  readonly all: () => Iterable<string>
}

export function namesOf({ posts, pages, files }: Pick<Site, 'posts' | 'pages' | 'files'>): Names {
  const index = new Map<string, Named[]>()
  const written = new Map<string, string>()
  const add = (name: string, named: Named): void => {
    const key = folded(name)
    const known = index.get(key)
    if (known === undefined) index.set(key, [named])
    else if (!known.includes(named)) known.push(named)
    if (!written.has(key)) written.set(key, name)
  }
  for (const entry of [...posts, ...pages]) for (const name of namesFor(entry)) add(name, entry)
  for (const file of files) if (file.from === 'posts') for (const name of endings(pathOf(file.source))) add(name, file)
  return {
    called: (name, from) => {
      // Who keeps his notes in the folder of the site writes paths from there.
      const found = index.get(folded(name)) ?? index.get(folded(name.replace(/^(?:\.{0,2}\/)*(?:_?posts\/)?/, ''))) ?? []
      const isBeside = ({ source }: Named): boolean => folderOf(source) === folderOf(from.source)
      return found.length < 2 ? found : [...found.filter(isBeside), ...found.filter(named => !isBeside(named))]
    },
    all: () => written.values(),
  }
}

/** True for one whose name is its title, not its file's. */
export function isTitle(name: string, { title }: Entry): boolean {
  return folded(name) === folded(title)
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
