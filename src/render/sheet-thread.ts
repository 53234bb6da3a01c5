// The thread in which style sheets are compiled.

import { parentPort } from 'node:worker_threads'
import { compileSass, type SassSheet } from '../jekyll/sass.ts'

// What is thrown here is thrown where the thread was asked.
export function compileSheets(): void {
  parentPort?.on('message', async (sheet: SassSheet) => parentPort?.postMessage(await compileSass(sheet)))
}
