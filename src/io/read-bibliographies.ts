// The bibliographies of a site and their styles: beside its texts, in its own folder, in `_bibliography`, and where the configuration says.

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import { type Source, sourcePath } from '../model.ts'
import { readFolder, readText, type SeenFiles } from './read-folder.ts'

const isOne = (path: string): boolean => /\.(?:bib|csl)$/i.test(path)

export function readBibliographies(
  root: string,
  { bibliography, csl }: Config,
  sources: readonly Source[],
  seen: SeenFiles = new Map(),
): Source[] {
  const top = readdirSync(root, { withFileTypes: true }).flatMap(entry => (entry.isFile() && isOne(entry.name) ? [entry.name] : []))
  const usual = existsSync(join(root, '_bibliography'))
    ? readFolder(root, '_bibliography', { wants: path => path.endsWith('/') || isOne(path), isText: () => false }).map(({ path }) => path)
    : []
  const named = [...bibliography, csl]
    .map(name => name.replace(/^\.?\/+/, ''))
    .filter(name => isOne(name) && !name.split('/').includes('..'))
  const among = sources.flatMap(({ path }) => (isOne(path) ? [path] : []))
  const paths = new Set([...among, ...top, ...usual, ...named.filter(name => existsSync(join(root, name)))])
  return [...paths].sort().map(path => readOnce(root, sourcePath(path), seen))
}

function readOnce(root: string, path: Source['path'], seen: SeenFiles): Source {
  const file = join(root, path)
  const source = readText(file, path)
  const known = seen.get(file)
  const size = source.content.kind === 'text' ? source.content.text.length : -1
  // The same value for the same bytes, by which what was read of it is found again.
  if (known !== undefined && known.size === size && known.source.modified === source.modified) return known.source
  seen.set(file, { size, source })
  return source
}
