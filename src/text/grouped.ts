// Values by what they are called: tags by their names, parts of a series by its title.

/** Keys in the order in which they first come, the values of each as they come. */
export function grouped<Value, Key>(values: Iterable<Value>, keysOf: (value: Value) => readonly Key[]): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>()
  for (const value of values) {
    for (const key of keysOf(value)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [value])
      else group.push(value)
    }
  }
  return groups
}
