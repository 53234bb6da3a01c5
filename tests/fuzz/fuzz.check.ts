// `npm run fuzz`.

import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000)
const runs = Number(process.env['RUNS'] ?? 100_000)

test('texts at random', { timeout: 0 }, async () => {
  process.stdout.write(`${runs} texts, seed ${seed}\n`)
  const { failure, slowest, largest } = await fuzz({ runs, seed })
  for (const [what, { milliseconds, characters, text }] of Object.entries({ slowest, largest }))
    process.stdout.write(
      `${what}: ${Math.round(milliseconds)} ms, ${characters} characters of HTML, from ${text.length}: ${JSON.stringify(text.slice(0, 80))}\n`,
    )
  expect(failure ?? '').toBe('')
})
