#!/usr/bin/env node
// The file that Node starts.

import { loadProgram } from './load-program.ts'

// Pagefind can only be had by a real `import()`, which the program, as it is loaded, has not.
void loadProgram().start({ loadPagefind: () => import('pagefind') })
