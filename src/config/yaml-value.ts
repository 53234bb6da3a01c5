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

/** How a map is written, as offsets in its text: for those who add to it and change nothing else. */
export interface MapLayout {
  /** True for a map in braces. */
  readonly isFlow: boolean
  /** Where its first key or its opening brace stands. */
  readonly start: number
  /** Where the last of its values ends; of none, where the first would stand. */
  readonly end: number
  readonly isEmpty: boolean
  /** The key that was asked for; where it stands twice, the one that counts. */
  readonly asked: ValueLayout | undefined
}

export interface ValueLayout {
  readonly form: 'nothing' | 'scalar' | 'list' | 'list in brackets' | 'other'
  readonly keyEnd: number
  readonly start: number
  readonly end: number
  /** Where the last item of a list ends. */
  readonly lastItemEnd: number | undefined
}
