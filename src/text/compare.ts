// Texts put in order.

/** By their characters, whatever the language of the machine. */
export function compareTexts(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
