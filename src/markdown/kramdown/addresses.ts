// Addresses in parentheses, `(address "title")`: each up to the parenthesis that closes the first, or to the white space before a
// title.

import type { Cursor } from './cursor.ts'
import type { Address } from './known.ts'
import { memoryOf } from './memory.ts'
import { space } from './patterns.ts'

/** The address whose parenthesis opens at `at`. */
export function addressAt(cursor: Cursor, at: number): Address | undefined {
  const memory = memoryOf(cursor)
  memory.addresses ??= addressesIn(cursor.text)
  return memory.addresses.get(at)
}

const parenOrTitle = new RegExp(`(\\()|(\\))|${space}(?=['"])`, 'g')

// All at once: one that is never closed would be looked for to the end of the text, and so would the next.
function addressesIn(text: string): Map<number, Address> {
  const addresses = new Map<number, Address>()
  let open: number[] = []
  let end = 0
  for (const match of text.matchAll(parenOrTitle)) {
    end = match.index + match[0].length
    if (match[1] !== undefined) open.push(match.index)
    else if (match[2] === undefined) {
      for (const at of open) addresses.set(at, { end, isWhole: false })
      open = []
    } else {
      const at = open.pop()
      if (at !== undefined) addresses.set(at, { end, isWhole: true })
    }
  }
  for (const at of open) addresses.set(at, { end, isWhole: false })
  return addresses
}
