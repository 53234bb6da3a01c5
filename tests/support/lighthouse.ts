// Lighthouse's scores on a phone. All but one of their parts are the page's own; blocking time is taken from this machine, and other work there only
// makes it longer.

import lighthouse, { type Flags, type Result } from 'lighthouse'
import { throttling } from 'lighthouse/core/config/constants.js'
import { expect } from 'vitest'

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** A page that is good enough is run once. */
const mostRuns = 8

/** What other work on the machine may cost. On one at rest, AT_REST=1 asks for 100. */
const leastSpeed = process.env['AT_REST'] ? 100 : 95

/** How many times slower than this machine at rest the phone is that Lighthouse means, which takes a fast desktop computer for granted: one of which
 * its own benchmark says 1,500 or more. Its guide on throttling asks for less where the benchmark says less. */
const slowdown = { multiplier: 4, benchmark: 1500 }

export interface Scored {
  /** Of each category, from 0 to 100. */
  readonly scores: readonly number[]
  /** The speed that they would have without blocking time. */
  readonly unblocked: number
  /** Audits that failed. */
  readonly failed: readonly string[]
}

interface Run extends Scored {
  /** What Lighthouse's own benchmark said of this machine just before. */
  readonly benchmark: number
}

/** The page that holds one of everything. */
export const tour = '/2024/09/23/a-tour-of-the-markdown/'

/** Expects 100 in all four, but for what blocking time may cost on this machine. */
export function expectBest({ scores: [speed = 0, ...others], unblocked }: Scored): void {
  expect([unblocked, ...others]).toEqual([100, 100, 100, 100])
  expect(speed).toBeGreaterThanOrEqual(leastSpeed)
}

/** `port` is that of a browser that lets itself be debugged. */
export async function scoresOf(url: string, port: number): Promise<Scored> {
  let run = await runOf(url, port, slowdown.multiplier)
  for (let runs = 1; !isFast(run) && runs < mostRuns; runs += 1) run = await runOf(url, port, multiplierAt(run.benchmark))
  return run
}

function isFast({ scores: [speed = 0], unblocked }: Scored): boolean {
  return speed >= leastSpeed && unblocked === 100
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
    unblocked: lhr === undefined ? 0 : unblockedSpeedOf(lhr),
    failed: Object.values(lhr?.audits ?? {})
      .filter(isFailed)
      .map(({ id }) => id),
    benchmark: lhr?.environment.benchmarkIndex ?? slowdown.benchmark,
  }
}

function unblockedSpeedOf({ categories, audits }: Result): number {
  const parts = categories['performance']?.auditRefs ?? []
  const lost = parts.map(({ id, weight }) => (id === 'total-blocking-time' ? 0 : weight * (1 - (audits[id]?.score ?? 0))))
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0)
  return Math.round(100 * (1 - lost.reduce((sum, part) => sum + part, 0) / whole))
}
