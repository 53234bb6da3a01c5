// Numbers of equations within a post: `\label{x}` numbers a formula, `\eqref{x}` leads to it.

const label = /\\label\{([^{}]+)\}/g
const reference = /\\(eq)?ref\{([^{}]+)\}/g

// As with MathJax, only an equation that has a label or a tag shows a number: counting the others, KaTeX would begin at 1
// again for each.
const numberedEnvironment = /\\(begin|end)\{(equation|align|alignat|gather)\}/g

export interface Equations {
  /** What an equation is called, by its label. */
  readonly names: ReadonlyMap<string, string>
  /** The first label of the formula in which a label stands, which is the formula's id. */
  readonly firsts: ReadonlyMap<string, string>
}

/** Reads the labels of all formulas of a post, in order. One with a `\tag` is called by it, the others are numbered. */
export function readEquations(formulas: readonly string[]): Equations {
  const [names, firsts] = [new Map<string, string>(), new Map<string, string>()]
  let number = 0
  for (const tex of formulas) {
    const labels = [...tex.matchAll(label)].map(([, name = '']) => name)
    for (const name of labels) firsts.set(name, labels[0] ?? name)
    for (const row of labels.length > 0 ? rowsOf(tex) : []) {
      const tag = /\\tag\*?\{((?:[^{}]|\{[^{}]*\})*)\}/.exec(row)?.[1]
      const own = [...row.matchAll(label)]
      if (own.length > 0 && tag === undefined) number += 1
      for (const [, name = ''] of own) names.set(name, tag ?? String(number))
    }
  }
  return { names, firsts }
}

// Some environments number each of their rows, of which one may have a tag and another a label.
function rowsOf(tex: string): string[] {
  return numberedRows.test(tex) ? tex.split('\\\\') : [tex]
}

const numberedRows = /\\begin\{(?:x*alignat|(?:fl)?align|gather|eqnarray)\*?\}/

/** The formula as KaTeX can read it, which knows `\tag` but neither labels nor references; and its id, if it has a label. */
export function withNumbers(tex: string, { names }: Equations): { readonly tex: string; readonly id: string | undefined } {
  const first = tex.matchAll(label).next().value?.[1]
  const tagged = rowsOf(tex).map(row => {
    const hasTag = /\\tag\*?\{/.test(row)
    const first = row.search(label)
    // Of several labels one shows the number.
    return row.replace(label, (_, name: string, at: number) => (hasTag || at > first ? '' : `\\tag{${names.get(name) ?? ''}}`))
  })
  const numbered = tagged
    .join('\\\\')
    .replace(numberedEnvironment, '\\$1{$2*}')
    .replace(
      reference,
      (_, isEquation: string | undefined, name: string) =>
        `\\text{${isEquation ? '(' : ''}${names.get(name) ?? '?'}${isEquation ? ')' : ''}}`,
    )
  return { tex: numbered, id: first === undefined ? undefined : equationId(first) }
}

/** A reference that stands in the text: the id it leads to, and what it says; undefined if `source` is none, or nothing has that label. */
export function readReference(source: string, { names, firsts }: Equations): { readonly id: string; readonly text: string } | undefined {
  const match = new RegExp(`^${reference.source}$`).exec(source)
  const [, isEquation, name = ''] = match ?? []
  const called = names.get(name)
  if (match === null || called === undefined) return undefined
  return { id: equationId(firsts.get(name) ?? name), text: isEquation === undefined ? called : `(${called})` }
}

function equationId(name: string): string {
  return `eq-${name.replace(/\s+/g, '-')}`
}

/** The labels that a formula refers to and nothing has. */
export function missingLabels(tex: string, { names }: Equations): string[] {
  return [...tex.matchAll(reference)].map(([, , name = '']) => name).filter(name => !names.has(name))
}

/** Finds a reference to a label in a text. */
export function referenceTo(name: string): RegExp {
  return new RegExp(`(?<=\\\\(?:eq)?ref)\\{${name.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')}\\}`)
}
