#!/usr/bin/env node
// The file that Node starts.

import { loadProgram } from './load-program.ts'

/** The hash of the program, which its bundler puts here: to take it at each start costs 15 ms. */
declare const __program: string

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Lectern needs Node 20.19 or later, and this is ${process.versions.node}. https://nodejs.org has a newer one; nvm install 22 takes it where nvm is.\n`,
  )
  process.exit(2)
}

// Pagefind can only be had by a real `import()`, which the program, as it is loaded, has not.
void loadProgram().start({ program: `${__program} ${process.version}`, loadPagefind: () => import('pagefind') })
