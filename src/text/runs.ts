// Runs of one character, such as the backticks that end code, found again by how long they are.

export interface Run {
  readonly at: number
  /** Where the match ends in which the run stands. */
  readonly end: number
  readonly length: number
}

export interface Runs {
  /** The first at or behind `from` of at least that length. */
  readonly atLeast: (from: number, length: number) => Run | undefined
  /** The first at or behind `from` of just that length. */
  readonly exactly: (from: number, length: number) => Run | undefined
  /** The one that a place stands in. */
  readonly around: (at: number) => Run | undefined
  /** The length of the longest at or behind `from`; 0 where there is none. */
  readonly longest: (from: number) => number
}

/** All runs of a text: each match of a global expression, whose first group is the run. */
export function runsOf(text: string, expression: RegExp): Runs {
  const runs = [...text.matchAll(expression)].map(runOf)
  const longest = longestAhead(runs)
  const byLength = new Map<number, Run[]>()
  for (const run of runs) {
    const same = byLength.get(run.length)
    if (same === undefined) byLength.set(run.length, [run])
    else same.push(run)
  }
  return {
    atLeast: (from, length) => {
      let index = firstBehind(runs, from)
      // So that nothing is gone through in vain: where the longest is too short, so are all.
      if ((longest[index] ?? 0) < length) return undefined
      while ((runs[index]?.length ?? length) < length) index++
      return runs[index]
    },
    exactly: (from, length) => {
      const same = byLength.get(length) ?? []
      return same[firstBehind(same, from)]
    },
    around: at => runs[firstBehind(runs, at + 1) - 1],
    longest: from => longest[firstBehind(runs, from)] ?? 0,
  }
}

function runOf(match: RegExpExecArray): Run {
  return { at: match.index, end: match.index + match[0].length, length: match[1]?.length ?? 0 }
}

function longestAhead(runs: readonly Run[]): number[] {
  const longest: number[] = new Array(runs.length).fill(0)
  for (let index = runs.length - 1, most = 0; index >= 0; index--) {
    most = Math.max(most, runs[index]?.length ?? 0)
    longest[index] = most
  }
  return longest
}

// By halving, since a text is not always read from its beginning to its end.
function firstBehind(runs: readonly Run[], from: number): number {
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.at ?? from) < from) low = middle + 1
    else high = middle
  }
  return low
}
