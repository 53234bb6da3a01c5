// Which line of a template each line of its result comes from, so that what is found in the result can be mended in the template.

import type { Mark } from '../nouns.ts'

/** The source's line, from 1, of each line of the output. */
export function sourceLines(out: string, marks: readonly Mark[], source: string): readonly number[] {
  const lineAt = makeLineFinder(source)
  const lines: number[] = []
  let next = 0
  for (let start = 0; start <= out.length; start = out.indexOf('\n', start) + 1 || out.length + 1) {
    while ((marks[next]?.from ?? Number.POSITIVE_INFINITY) <= start) next += 1
    const mark = marks[next - 1]
    lines.push(mark === undefined ? 1 : lineAt(mark.isText ? Math.min(source.length, mark.at + start - mark.from) : mark.at))
  }
  return lines
}

function makeLineFinder(text: string): (offset: number) => number {
  const starts = [...text.matchAll(/\n/g)].map(({ index }) => index + 1)
  return offset => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}
