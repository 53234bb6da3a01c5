// The file that the thread for style sheets starts.

import { compileSheets } from '../render/sheet-thread.ts'

compileSheets()
