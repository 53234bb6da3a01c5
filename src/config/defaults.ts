// `defaults` of the configuration: front matter for many files at once (Jekyll's frontmatter_defaults.rb).

import type { DataMap } from '../model.ts'
import { matchesGlob } from '../text/glob.ts'
import type { Config } from './config.ts'
import { deepMerge } from './merge.ts'
import { isMap, textOf } from './readers.ts'

interface Scope {
  readonly path: string
  readonly type: string
  readonly values: DataMap
}

/** The defaults for a file; `type` is `posts`, `pages`, `drafts` or the name of a collection. A longer path beats a shorter one, of two equal ones that with a type, then the later in the file. */
export function defaultsFor(config: Config, path: string, type: string): DataMap {
  return scopesOf(config)
    .filter(scope => applies(scope, path, type))
    .sort((one, other) => one.path.length - other.path.length || Number(one.type !== '') - Number(other.type !== ''))
    .reduce<DataMap>((merged, scope) => deepMerge(merged, scope.values), Object.create(null))
}

// Sorting is stable, so equal scopes keep the file's order and the later one is merged last.
function scopesOf(config: Config): Scope[] {
  const written = Array.isArray(config.defaults) ? config.defaults : []
  return written.filter(isMap).map(entry => {
    const scope = isMap(entry['scope']) ? entry['scope'] : {}
    const path = (textOf(scope['path'] ?? null) ?? '').replace(/^\.?\//, '')
    const values = isMap(entry['values']) ? entry['values'] : {}
    return { path, type: textOf(scope['type'] ?? null) ?? '', values }
  })
}

function applies(scope: Scope, path: string, type: string): boolean {
  const typeFits = scope.type === '' || scope.type === type || `${scope.type}s` === type
  return typeFits && (scope.path.includes('*') ? matchesGlob(path, scope.path) : path.startsWith(scope.path))
}
