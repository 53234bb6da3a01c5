// Formulas that have been set: notes on one matter write the same ones again and again, and setting one takes longer than reading the paragraph around
// it. What comes of a formula depends on its TeX, how it stands, and the macros; one that defines something for those behind it is set each time.

/** What is remembered, by everything that it depends on. */
export interface RememberedFormulas<Set> {
  readonly set: (tex: string, isDisplay: boolean, macros: Record<string, unknown>, make: () => Set) => Set
}

/** The last are kept up to so many signs, and once more as many: those of a long course, which a preview sets again at each change. */
const most = 8_000_000

/** `lengthOf` tells how many signs a formula is that was set. */
export function rememberFormulas<Set>(lengthOf: (set: Set) => number): RememberedFormulas<Set> {
  let [young, old] = [new Map<string, Set>(), new Map<string, Set>()]
  let length = 0
  const keep = (key: string, made: Set): void => {
    if (length >= most) [young, old, length] = [new Map(), young, 0]
    length += key.length + lengthOf(made)
    young.set(key, made)
  }
  return {
    set: (tex, isDisplay, macros, make) => {
      const values = definedIn(macros)
      // What TeX itself has defined is more than a text.
      if (!values.every(([, value]) => typeof value === 'string')) return make()
      const key = JSON.stringify([tex, isDisplay, values])
      const known = young.get(key)
      if (known !== undefined) return known
      const older = old.get(key)
      if (older !== undefined) {
        // What is still in use stays.
        keep(key, older)
        return older
      }
      const made = make()
      const definesNothing = definedIn(macros).length === values.length && values.every(([name, value]) => macros[name] === value)
      if (definesNothing) keep(key, made)
      return made
    },
  }
}

// KaTeX leaves the number of an equation behind, and takes it away before it sets the next formula.
function definedIn(macros: Record<string, unknown>): [name: string, value: unknown][] {
  return Object.entries(macros).filter(([name]) => name !== '\\df@tag')
}
