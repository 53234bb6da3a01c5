// The file that a helper's thread starts.

import { loadProgram } from './load-program.ts'

loadProgram().help()
