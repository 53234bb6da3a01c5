// Code in a text before Markdown reads it: between fences, and between as many backticks as it begins with.

import { matchAt, type Part } from './parts.ts'
import { type Runs, runsOf } from './runs.ts'

/** Matches wherever code may begin. */
export const codeStarts = /^ {0,3}(?=`{3}|~{3})|`/gm

const fence = /^ {0,3}(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n/my
const tickRuns = /(`+)/g
const fenceRuns: Readonly<Record<string, RegExp>> = {
  '`': /^ {0,3}(`{3,})[`~]*[ \t]*$/gm,
  '~': /^ {0,3}(~{3,})[`~]*[ \t]*$/gm,
}

/** Finds the code that begins at a place of `text`. */
export function codeFinder(text: string): (at: number) => Part | undefined {
  const known = new Map<RegExp, Runs>()
  const runs = (expression: RegExp): Runs => {
    const made = known.get(expression) ?? runsOf(text, expression)
    known.set(expression, made)
    return made
  }
  return at => fenced(text, at, runs) ?? ticked(text, at, runs)
}

function fenced(text: string, at: number, runs: (expression: RegExp) => Runs): Part | undefined {
  const open = matchAt(text, at, fence)
  const signs = open?.[1] ?? ''
  const closings = fenceRuns[signs.charAt(0)]
  if (open === null || closings === undefined) return undefined
  const from = at + open[0].length
  // A fence that is too long to be closed is taken for a shorter one.
  const length = Math.min(signs.length, runs(closings).longest(from))
  return length < 3 ? undefined : runs(closings).atLeast(from, length)
}

function ticked(text: string, at: number, runs: (expression: RegExp) => Runs): Part | undefined {
  if (text[at] !== '`') return undefined
  // Where a run is not closed, what is left of it behind its first sign may be.
  const end = runs(tickRuns).around(at)?.end ?? at
  return runs(tickRuns).exactly(end, end - at)
}
