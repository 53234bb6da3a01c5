// A YAML text as it was read, by whichever of the two readers.

import type { Data } from '../model.ts'
import type { YamlProblem } from './yaml-problems.ts'

/** Where a top-level key and its value stand, as offsets in the YAML text. */
export interface KeyPlace {
  readonly key: number
  readonly keyLength: number
  readonly value: number
  readonly valueLength: number
}

export interface Yaml {
  /** Null for an empty text, and where a syntax problem left nothing to trust. */
  readonly value: Data
  /** The places of the top-level keys, if the text is a map. */
  readonly places: ReadonlyMap<string, KeyPlace>
  readonly problems: readonly YamlProblem[]
}
