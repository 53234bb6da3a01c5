// The elements within which spans are read otherwise, since they do not stand within their like: a set of them as one number, for it is
// asked at each asterisk and bracket.

import type { ElementType } from './element.ts'

export type Surroundings = number

export const nowhere: Surroundings = 0

const bits: Partial<Record<ElementType, Surroundings>> = { em: 1, strong: 2, a: 4, img: 4 }

/** The same, and an element of this type. */
export function within(around: Surroundings, type: ElementType): Surroundings {
  return around | (bits[type] ?? 0)
}

/** True within an element of this type; links and images count as one. */
export function isWithin(around: Surroundings, type: ElementType): boolean {
  return (around & (bits[type] ?? 0)) !== 0
}

/** True where one of the elements around may turn out to be none, for want of its end. */
export function isTentative(around: Surroundings): boolean {
  return around !== nowhere
}
