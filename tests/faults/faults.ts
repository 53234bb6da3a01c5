// THE LIST of faults, by their numbers.

import type { Fault } from './fault.ts'
import { addresses } from './rows/addresses.ts'
import { disk } from './rows/disk.ts'
import { fuzzing } from './rows/fuzzing.ts'
import { preview } from './rows/preview.ts'
import { templates } from './rows/templates.ts'
import { texts } from './rows/texts.ts'

export const faults: readonly Fault[] = [...texts, ...addresses, ...templates, ...disk, ...preview, ...fuzzing].sort(
  (one, other) => one.row - other.row,
)
