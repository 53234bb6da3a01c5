// What stands behind a point or in brackets: `post.title`, `posts[0]`, `name.size`.

import { entriesOf, type Hash, isHash, isInteger, isRange, sizeOfRange } from './kinds.ts'
import { lengthOf } from './text.ts'

/** The field of a hash or the item of a list; undefined where there is none. */
export function field(object: unknown, key: unknown): unknown {
  if (typeof object !== 'object' || object === null) return undefined
  if (Array.isArray(object)) return isInteger(key) ? object.at(Number(key)) : undefined
  return isHash(object) ? fieldOfHash(object, key) : undefined
}

// Keys of YAML that are numbers have become texts on the way here, but for those of data files.
function fieldOfHash(hash: Hash, key: unknown): unknown {
  if (hash instanceof Map) return hash.get(typeof key === 'bigint' ? Number(key) : key)
  const name = typeof key === 'string' ? key : isInteger(key) ? String(key) : undefined
  return name !== undefined && Object.hasOwn(hash, name) ? (hash as { readonly [key: string]: unknown })[name] : undefined
}

function hasField(hash: Hash, name: string): boolean {
  return hash instanceof Map ? hash.has(name) : Object.hasOwn(hash, name)
}

/** `size`, `first` and `last`, which ask for a field of that name first. */
export function command(object: unknown, name: 'size' | 'first' | 'last'): unknown {
  if (isHash(object)) {
    if (hasField(object, name)) return field(object, name)
    return name === 'last' ? undefined : name === 'size' ? entriesOf(object).length : entriesOf(object)[0]
  }
  return name === 'size' ? sizeOf(object) : end(object, name)
}

/** The first or last item of a list or range. */
export function end(object: unknown, name: 'first' | 'last'): unknown {
  if (Array.isArray(object)) return object.at(name === 'first' ? 0 : -1)
  if (isRange(object)) return name === 'first' ? object.from : object.to
  return isHash(object) && name === 'first' ? entriesOf(object)[0] : undefined
}

/** Ruby's `size`: of a whole number it is the eight bytes that hold it. Undefined for what has none. */
export function sizeOf(value: unknown): number | undefined {
  if (typeof value === 'string') return lengthOf(value)
  if (Array.isArray(value)) return value.length
  if (isRange(value)) return sizeOfRange(value)
  if (isInteger(value)) return 8
  return isHash(value) ? entriesOf(value).length : undefined
}
