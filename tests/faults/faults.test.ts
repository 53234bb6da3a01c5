// What goes wrong outside of Lectern, and what it has to make of it: sixty faults, each tried on the program as it is shipped, with real disks,
// signals and sockets. `npm run faults` tries them in their long form, and on other generators beside.

import { expect, test } from 'vitest'
import { missingFor } from './fault.ts'
import { faults } from './faults.ts'
import { lectern } from './tools.ts'

test('the list has sixty rows, each once', () => {
  expect(faults.map(({ row }) => row)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
})

for (const fault of faults) {
  const missing = missingFor(fault)
  const name = `${fault.row}. ${fault.input}: ${fault.required}${missing === undefined ? '' : ` (not tried here: ${missing})`}`
  test.skipIf(missing !== undefined)(name, { timeout: 180_000 }, async () => {
    const { mark, why } = await fault.try(lectern, false)
    expect(mark === '✓' ? '' : why || mark).toBe('')
  })
}
