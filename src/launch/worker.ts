// The file that a worker's thread starts.

import { loadProgram } from './load-program.ts'

loadProgram().work()
