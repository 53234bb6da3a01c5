// What is found out about a text while it is read, and remembered, so that no part of it is read again and again. Kramdown tries a
// span, and where its end is missing takes the beginning as text and goes on behind it; a thousand openings would read a thousand
// times to the end. What is remembered is only what a second try would come to as well.

import { makeAhead } from '../../text/ahead.ts'
import { runsOf } from '../../text/runs.ts'
import type { Cursor } from './cursor.ts'
import type { Memory } from './known.ts'

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
