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

/** What has a label in another text: where it is, and what it is called from here. */
export interface LabelledElsewhere {
  readonly address: string
  readonly text: string
  readonly labelled: Labelled
  /** Of a lecture, its number by itself. */
  readonly number?: string
}

/** Numbers where several texts share a page: `3.` in front of those of lecture 3. */
export interface NumbersThrough {
  readonly prefix: string
  /** That of the text in which an address lies. */
  readonly prefixAt: (address: string) => string
}

/** A number with what stands in front of it; what an author called a thing otherwise stays. */
export function numbered(name: string, prefix: string): string {
  return prefix !== '' && /^\d/.test(name) ? prefix + name : name
}

export function sayLabelled({ phrase, name: written }: Labelled, say: Say, prefix = ''): string {
  if (phrase === undefined) return written
  const name = numbered(written, prefix)
  const number = phrase === 'equation' ? `(${name})` : name
  return name === '' ? say(phrase) : `${say(phrase)}\u00a0${number}`
}
