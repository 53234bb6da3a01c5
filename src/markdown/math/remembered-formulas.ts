// Formulas that have been set: notes on one matter write the same ones again and again, and setting one takes longer than reading the paragraph around
// it. What comes of a formula depends on its TeX, how it stands, and the macros; one that defines something for those behind it is set each time.

/** What is remembered, by everything that it depends on. */
export interface RememberedFormulas<Set> {
  readonly set: (tex: string, isDisplay: boolean, macros: Record<string, unknown>, make: () => Set) => Set
}

/** So many of the last are kept, and once more as many: some megabytes at most. */
const most = 1000

/** A longer one is hardly written twice. */
const longest = 200

export function rememberFormulas<Set>(): RememberedFormulas<Set> {
  let [young, old] = [new Map<string, Set>(), new Map<string, Set>()]
  const find = (key: string): Set | undefined => young.get(key) ?? old.get(key)
  const keep = (key: string, made: Set): void => {
    if (young.size >= most) [young, old] = [new Map(), young]
    young.set(key, made)
  }
  return {
    set: (tex, isDisplay, macros, make) => {
      const values = Object.entries(macros)
      // What TeX itself has defined is more than a text.
      if (tex.length > longest || !values.every(([, value]) => typeof value === 'string')) return make()
      const key = JSON.stringify([tex, isDisplay, values])
      const known = find(key)
      if (known !== undefined) return known
      const made = make()
      const definesNothing = Object.keys(macros).length === values.length && values.every(([name, value]) => macros[name] === value)
      if (definesNothing) keep(key, made)
      return made
    },
  }
}
