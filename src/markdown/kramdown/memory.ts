// What is found out about a text while it is read, and remembered, so that no part of it is read again and again. Kramdown tries a
// span, and where its end is missing takes the beginning as text and goes on behind it; a thousand openings would read a thousand
// times to the end. What is remembered is only what a second try would come to as well.

import { type Ahead, makeAhead } from '../../text/ahead.ts'
import { type Runs, runsOf } from '../../text/runs.ts'
import type { Address } from './addresses.ts'
import type { Cursor } from './cursor.ts'
import type { TagMemory } from './html-tag.ts'
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

/** What is known of the text under the cursor; most texts need no memory, and have none. */
export function memoryOf(cursor: Cursor): Memory {
  cursor.memory ??= makeMemory(cursor.text)
  return cursor.memory
}

function makeMemory(text: string): Memory {
  return {
    ahead: makeAhead(text),
    runs: madeOnce(expression => runsOf(text, expression)),
    deadEnds: madeOnce(() => new Set()),
    closings: madeOnce(() => new Map()),
    tags: { dead: new Set(), exhausted: new Map() },
    closingTags: undefined,
    addresses: undefined,
  }
}

function madeOnce<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return key => {
    const value = made.get(key) ?? make(key)
    made.set(key, value)
    return value
  }
}

/** The next match of a global expression at or behind `from`. */
export function ahead(cursor: Cursor, expression: RegExp, from: number): RegExpExecArray | null {
  return memoryOf(cursor).ahead(expression, from)
}
