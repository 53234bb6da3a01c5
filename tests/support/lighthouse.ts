// Lighthouse's scores on a phone, the median of three runs. It takes its times from this machine, and one that has other work only makes them longer.

import lighthouse from 'lighthouse'
import { expect } from 'vitest'

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

export interface Scored {
  /** Of each category, from 0 to 100. */
  readonly scores: readonly number[]
  /** Audits that failed. */
  readonly failed: readonly string[]
}

/** The page that holds one of everything. It scores 100 on a machine at rest, and the least other work there costs it points first. */
export const tour = '/2024/09/23/a-tour-of-the-markdown/'
const leastSpeedOfTour = 95

/** Expects 100 four times. */
export function expectBest(path: string, { scores: [speed = 0, ...others] }: Scored): void {
  expect(others).toEqual([100, 100, 100])
  expect(speed).toBeGreaterThanOrEqual(path === tour ? leastSpeedOfTour : 100)
}

/** `port` is that of a browser that lets itself be debugged. */
export async function scoresOf(url: string, port: number): Promise<Scored> {
  const runs = [await runOf(url, port), await runOf(url, port)]
  // Two that are the same are the median of three, whatever the third is.
  if (`${runs[0]?.scores}` !== `${runs[1]?.scores}`) runs.push(await runOf(url, port))
  const scores = categories.map((_, index) => runs.map(run => run.scores[index] ?? 0).sort((one, other) => one - other)[1] ?? 0)
  return { scores, failed: [...new Set(runs.flatMap(({ failed }) => failed))] }
}

async function runOf(url: string, port: number): Promise<Scored> {
  const lhr = (await lighthouse(url, { port, output: 'json', logLevel: 'silent' }))?.lhr
  const isFailed = ({ score, scoreDisplayMode }: { score: number | null; scoreDisplayMode: string }): boolean =>
    score !== null && score < 0.9 && scoreDisplayMode === 'binary'
  return {
    scores: categories.map(category => Math.round((lhr?.categories[category]?.score ?? 0) * 100)),
    failed: Object.values(lhr?.audits ?? {})
      .filter(isFailed)
      .map(({ id }) => id),
  }
}
