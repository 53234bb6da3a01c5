// Maps laid over one another: configuration files, and the defaults of posts.

import type { Data, DataMap } from '../model.ts'
import { isMap } from './readers.ts'

/** `over` laid on `under`, group by group, as Jekyll's `deep_merge_hashes`: lists and scalars replace, an empty value does not. */
export function deepMerge(under: DataMap, over: DataMap): DataMap {
  // Without a prototype a key like `__proto__` could do nothing even if one came through.
  const merged: Record<string, Data> = Object.assign(Object.create(null), under)
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key]
    if (isMap(below) && isMap(value)) merged[key] = deepMerge(below, value)
    else if (value !== null || below === undefined) merged[key] = value
  }
  return merged
}
