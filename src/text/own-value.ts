// A table's own values, by name.

/** What a table has under a name that somebody chose, and not what every object has besides: `constructor` and `toString` are names too. */
export function ownValue<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
