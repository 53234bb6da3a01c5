// What a thing with a label is called where somebody refers to it: `Theorem 2`, `Equation (1)`, or the words of a section.

import type { PhraseName } from './en.ts'
import type { Say } from './words.ts'

export interface Labelled {
  /** The id of its element. */
  readonly id: string
  /** What it is, unless its name says all there is to say. */
  readonly phrase?: PhraseName
  /** Its number, or the words of a section. */
  readonly name: string
}

export function sayLabelled({ phrase, name }: Labelled, say: Say): string {
  if (phrase === undefined) return name
  const number = phrase === 'equation' ? `(${name})` : name
  return name === '' ? say(phrase) : `${say(phrase)}\u00a0${number}`
}
