// Five thousand texts at random; `npm run fuzz` tries more, with a seed of its own each time (`SEED=7 RUNS=200 npm run fuzz` tries those again).

import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'

test('no text makes it fail, hang, write what acts or is ill-formed', { timeout: 600_000 }, async () => {
  const { failure } = await fuzz({ runs: 5000, seed: 20_240_101 })
  expect(failure ?? '').toBe('')
})
