// Names in the order in which people count: `part2` before `part10`.

import { lazily } from './lazily.ts'

// To make one takes longer than to load a dozen files.
const collator = lazily(() => new Intl.Collator('en', { numeric: true }))

export function compareNaturally(one: string, other: string): number {
  return collator().compare(one, other)
}
