// What a course is.

import type { Entry, Permalink } from '../model.ts'

/** A course, or a series of posts that is none. */
export interface Course {
  readonly kind: 'course' | 'series'
  /** By which it is known in addresses: `cs329s`, `distributed-systems`. */
  readonly key: string
  readonly name: string
  /** As universities number it, `CS 329s`; or empty. */
  readonly code: string
  readonly permalink: Permalink
  readonly lectures: readonly Lecture[]
  /** Its assignments, projects and whatever else is no lecture. */
  readonly besides: readonly Entry[]
  readonly description: string
  readonly term: string
  readonly instructor: string
  /** Its page at the university; or empty. */
  readonly url: string
}

/** A lecture of a course; a planned one has no entry yet. */
export interface Lecture {
  readonly entry?: Entry
  /** `3`, `1.5`, `2a`, `1–2`, `guest`; empty where it has none. */
  readonly number: string
  /** What it is about: its title without what it shares with the others; empty where nothing is left. */
  readonly subject: string
  readonly module: string
  readonly slides: string
  readonly video: string
  readonly keywords: readonly string[]
}
