// `defaults` of the configuration: front matter for many files at once (Jekyll's frontmatter_defaults.rb).

import type { Data, DataMap } from '../model.ts'
import { glob, type PathTest } from '../text/glob.ts'
import { foldersAbove } from '../text/url.ts'
import { deepMerge } from './merge.ts'
import { isMap, textOf } from './readers.ts'

export interface Scope {
  readonly path: string
  readonly type: string
  readonly values: DataMap
  readonly holds: PathTest
}

/** The scopes of `defaults`, in the order in which they count: a longer path beats a shorter one, of two equal ones that with a type, then the later in the file. */
export function readScopes(defaults: Data): readonly Scope[] {
  const written = Array.isArray(defaults) ? defaults : []
  return written
    .filter(isMap)
    .map(scopeOf)
    .sort((one, other) => one.path.length - other.path.length || Number(one.type !== '') - Number(other.type !== ''))
}

function scopeOf(entry: DataMap): Scope {
  const scope = isMap(entry['scope']) ? entry['scope'] : {}
  const path = (textOf(scope['path'] ?? null) ?? '').replace(/^\.?\//, '')
  const values = isMap(entry['values']) ? entry['values'] : {}
  return { path, type: textOf(scope['type'] ?? null) ?? '', values, holds: holdsOf(path) }
}

// A path is the beginning of others; with a star it is a glob, and what lies in a folder that it finds belongs to it.
function holdsOf(scope: string): PathTest {
  if (!scope.includes('*')) return path => path.startsWith(scope)
  const matches = glob(scope.replace(/\/$/, ''))
  return path => (matches(path) && !scope.endsWith('/')) || foldersAbove(path).some(matches)
}

/** The defaults for a file; `type` is `posts`, `pages`, `drafts` or the name of a collection. */
export function defaultsFor(scopes: readonly Scope[], path: string, type: string): DataMap {
  return scopesFor(scopes, path, type).reduce<DataMap>((merged, { values }) => deepMerge(merged, values), Object.create(null))
}

/** What the scope that counts most says of a key, and be it that there is to be nothing; undefined where none says anything. */
export function defaultOf(key: string, scopes: readonly Scope[], path: string, type: string): Data | undefined {
  return scopesFor(scopes, path, type).findLast(({ values }) => key in values)?.values[key]
}

// A draft is a post too.
function isOfType(asked: string, type: string): boolean {
  return asked === type || `${asked}s` === type || (type === 'drafts' && /^posts?$/.test(asked))
}

function scopesFor(scopes: readonly Scope[], path: string, type: string): readonly Scope[] {
  return scopes.filter(scope => (scope.type === '' || isOfType(scope.type, type)) && scope.holds(path))
}
