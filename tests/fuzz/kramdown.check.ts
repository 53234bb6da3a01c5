// A part of `npm run fuzz`, where Debian's kramdown is installed: Markdown at random is read as kramdown reads it.

import { expect, test } from 'vitest'
import { compareWithKramdown, hasKramdown } from './kramdown.ts'

const seed = Number(process.env['SEED'] ?? 7)

test.skipIf(!hasKramdown())('kramdown reads at least 98 of 100 texts the same', { timeout: 0 }, async () => {
  const { texts, same, others } = await compareWithKramdown(3000, seed)
  process.stdout.write(`kramdown: ${same} of ${texts} texts are read the same, seed ${seed}; the shortest of the others:\n`)
  for (const { text, ours, theirs } of others)
    process.stdout.write(`${JSON.stringify(text)}\n  ${JSON.stringify(ours)}\n  ${JSON.stringify(theirs)}\n`)
  expect(same / texts).toBeGreaterThan(0.98)
})
