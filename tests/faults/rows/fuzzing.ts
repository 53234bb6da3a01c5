// Row 51: texts at random.

import { fuzz } from '../../fuzz/fuzz.ts'
import { type Fault, failed, held } from '../fault.ts'

export const fuzzing: readonly Fault[] = [
  {
    row: 51,
    input: 'texts at random (1,000; 100,000 in the long form)',
    required: 'no crash, no hang',
    isOurs: true,
    // The same texts are read by both dialects there.
    notFor: ['As Jekyll'],
    try: async (_, isLong) => {
      const { failure, runs, slowest, largest } = await fuzz({ runs: isLong ? 100_000 : 1000, seed: 51 })
      if (failure !== undefined) return failed(failure)
      const most = `the slowest ${Math.round(slowest.milliseconds)} ms, the largest ${largest.characters} characters`
      return { ...held, why: `${runs} texts, ${most}` }
    },
  },
]
