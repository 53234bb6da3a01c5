// Results of a pure step, found by the very value they were made of. The value holds its result, not the other way round, so what
// everybody else forgets is forgotten here too.

/** The result for a value, made if it is not known yet. */
export type Remembered<Value extends object, Result> = (value: Value, make: () => Result) => Result

export function remembered<Value extends object, Result>(): Remembered<Value, Result> {
  const results = new WeakMap<Value, { readonly result: Result }>()
  return (value, make) => {
    const known = results.get(value)
    if (known !== undefined) return known.result
    const result = make()
    results.set(value, { result })
    return result
  }
}
