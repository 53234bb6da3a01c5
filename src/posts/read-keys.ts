// Front matter as authors write it, read into typed values by THE LIST of keys.

import { describe, textOf } from '../config/readers.ts'
import type { Checked, Diagnostic, Place } from '../diagnostic.ts'
import { misspeltKey, unknownChoice, wrongType } from '../diagnostics/front-matter.ts'
import type { Data, DataMap } from '../model.ts'
import { nearest } from '../text/nearest.ts'
import type { SplitFile } from './front-matter.ts'
import { type FrontMatter, type FrontMatterKey, frontMatterKeys, otherKnownKeys } from './keys.ts'

const keys = Object.entries<FrontMatterKey<unknown>>(frontMatterKeys)
const knownNames = new Set([...keys.flatMap(([name, key]) => [name, ...key.aliases]), ...otherKnownKeys])

/** Reads `data` (the file's own keys over the defaults); a value of the wrong type is told and left out. */
export function readKeys(file: SplitFile, data: DataMap): Checked<FrontMatter> {
  const diagnostics: Diagnostic[] = misspellings(file)
  const values: Record<string, unknown> = {}
  for (const [name, key] of keys) {
    const written = name in data ? name : key.aliases.find(alias => alias in data)
    const value = written === undefined ? null : data[written]
    if (written === undefined || value === null || value === undefined) continue
    const read = key.reader.read(value)
    if (read !== undefined) values[name] = read
    else diagnostics.push(...problemsOf(written, key, value, file.placeOf(written, 'value')))
  }
  return { value: values as FrontMatter, diagnostics }
}

// What is no name of a closed list and near to none may be what a theme or a plugin reads.
function problemsOf(name: string, { reader }: FrontMatterKey<unknown>, value: Data, place: Place): Diagnostic[] {
  if (reader.choices === undefined) return [wrongType(place, name, reader.wanted, describe(value))]
  const written = textOf(value)
  const near = written === undefined ? undefined : nearest(written, reader.choices)
  return written === undefined || near === undefined ? [] : [unknownChoice(place, name, written, near, reader.wanted)]
}

function misspellings(file: SplitFile): Diagnostic[] {
  return Object.keys(file.data).flatMap(name => {
    const near = knownNames.has(name) || name.length < 4 ? undefined : nearest(name, knownNames)
    return near === undefined ? [] : [misspeltKey(file.placeOf(name), name, near)]
  })
}
