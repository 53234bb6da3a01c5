// Names in the order in which people count: `part2` before `part10`.

const collator = new Intl.Collator('en', { numeric: true })

export function compareNaturally(one: string, other: string): number {
  return collator.compare(one, other)
}
