// What is known of a text while it is read; `memory.ts` tells why it is remembered.

import type { Ahead } from '../../text/ahead.ts'
import type { Runs } from '../../text/runs.ts'
import type { Surroundings } from './surroundings.ts'

export interface Memory {
  readonly ahead: Ahead
  /** Runs of one character, by the expression that finds them. */
  readonly runs: (expression: RegExp) => Runs
  /** By what is read and what stands around it: places from which its end is not reached. */
  readonly deadEnds: (situation: string) => Set<number>
  /** By what stands around: where the bracket is closed that opens in front of a place; -1 where it is not. */
  readonly closings: (around: Surroundings) => Map<number, number>
  readonly tags: TagMemory
  /** Where closing tags stand last, by their names in small letters. */
  closingTags: ReadonlyMap<string, number> | undefined
  /** Addresses in parentheses, by where they open. */
  addresses: ReadonlyMap<number, Address> | undefined
}

export interface Address {
  /** Behind what ended it. */
  readonly end: number
  /** Ended by its parenthesis: there is no title. */
  readonly isWhole: boolean
}

/** Places behind an attribute from which no tag comes to its end; and, by quote, from where on all of its places are such. */
export interface TagMemory {
  readonly dead: Set<number>
  readonly exhausted: Map<string, number>
}
