// Files that a text includes from beside itself (`{% include_relative example.py %}`) and that are no texts of the site otherwise.

import { join } from 'node:path'
import type { Source } from '../model.ts'
import { folderOf, joinPath } from '../text/url.ts'
import { readText } from './read-folder.ts'

const asked = /\{%-?\s*include_relative\s+(\S+)/g

/** Their texts, by path. A name that Liquid makes may be any file in the text's folder. */
export function readParts(root: string, sources: readonly Source[]): ReadonlyMap<string, string> {
  const files = new Set(sources.filter(({ content }) => content.kind === 'file').map(({ path }) => String(path)))
  const wanted = new Set(sources.flatMap(source => namedIn(source, files)))
  return new Map([...wanted].filter(path => files.has(path)).flatMap(path => partAt(root, path)))
}

function namedIn({ path, content }: Source, files: ReadonlySet<string>): string[] {
  if (content.kind !== 'text' || !content.text.includes('include_relative')) return []
  const folder = folderOf(path)
  return [...content.text.matchAll(asked)].flatMap(([, name = '']) =>
    name.includes('{') ? [...files].filter(file => folder === '' || file.startsWith(`${folder}/`)) : [joinPath(folder, name)],
  )
}

function partAt(root: string, path: string): (readonly [string, string])[] {
  const { content } = readText(join(root, path), path as Source['path'])
  return content.kind === 'text' ? [[path, content.text]] : []
}
