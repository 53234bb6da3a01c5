// The search index, made by Pagefind of the finished pages. The only file that uses pagefind, whose traps are:
// - it starts a program of its own, which costs more than indexing a small site, so an index is kept as long as no page that it
//   holds has changed;
// - the program goes on until it is told to close;
// - it numbers pages as they come, so the same pages in another order are another index;
// - a machine for which it has no program makes it throw.

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type * as Pagefind from 'pagefind'
import type { OutputPath } from '../model.ts'
import { outputPath } from '../model.ts'
import type { CopiedFile, RenderedFiles } from './publish-outputs.ts'

export type LoadPagefind = () => Promise<typeof Pagefind>

/** Where the pages look for the index. */
export const searchFolder = 'pagefind'

export interface SearchIndex {
  readonly files: readonly CopiedFile[]
  /** Pages in the index. */
  readonly pages: number
  /** False where the one of the last build could be kept. */
  readonly isNew: boolean
}

/** Indexes every page that says where its text is (`data-pagefind-body`). Throws where Pagefind cannot run. */
export async function indexSearch({ paths, read }: RenderedFiles, cache: string, loadPagefind: LoadPagefind): Promise<SearchIndex> {
  // Which pages were rendered, and by which thread, is no part of what is indexed.
  const sorted = paths.filter(path => path.endsWith('.html')).toSorted()
  const pages = sorted.map(path => ({ path, content: read(path).toString('utf8') }))
  const indexed = pages.filter(({ content }) => content.includes(' data-pagefind-body'))
  const hash = createHash('sha256')
  for (const { path, content } of indexed) hash.update(`${path}\0${content}\0`)
  const folder = join(cache, 'search')
  const [kept, fingerprint] = [join(folder, 'made-of'), hash.digest('hex')]
  const isNew = !existsSync(kept) || readFileSync(kept, 'utf8') !== fingerprint
  if (isNew) {
    const aside = `${folder}.${process.pid}`
    await writeIndex(indexed, join(aside, 'index'), await loadPagefind())
    writeFileSync(join(aside, 'made-of'), fingerprint)
    rmSync(folder, { recursive: true, force: true })
    renameSync(aside, folder)
  }
  return { files: filesIn(join(folder, 'index')), pages: indexed.length, isNew }
}

// A formula is there twice, as boxes and as MathML with its TeX; the boxes read best among words.
const excludeSelectors = ['.katex-mathml']

async function writeIndex(
  pages: readonly { readonly path: OutputPath; readonly content: string }[],
  folder: string,
  pagefind: typeof Pagefind,
): Promise<void> {
  try {
    const { index, errors } = await pagefind.createIndex({ excludeSelectors })
    if (index === undefined) throw new Error(errors.join('; '))
    for (const { path, content } of pages) await index.addHTMLFile({ sourcePath: path, content })
    const { files } = await index.getFiles()
    for (const { path, content } of files.filter(({ path }) => isNeeded(path))) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    }
  } finally {
    await pagefind.close()
  }
}

// It brings two user interfaces and a highlighter; the pages have their own.
function isNeeded(path: string): boolean {
  return !/^pagefind-(?:ui|modular-ui|component-ui|highlight|playground)/.test(path)
}

function filesIn(folder: string): CopiedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter(entry => entry.isFile())
    .map(entry => {
      const place = join(entry.parentPath, entry.name)
      return { path: outputPath(`${searchFolder}/${place.slice(folder.length + 1).replaceAll('\\', '/')}`), place }
    })
}
