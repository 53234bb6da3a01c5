// Loads the program as V8 compiled it when it last built a site. Measured on Node 20, a build of one post: 0.20 s compiled anew, 0.13 s
// so, of which Node's own start is 0.06 s. Node's own compile cache (22.8 and later) does the same; this serves Node 20 too. V8 itself
// refuses what another version or other flags have made, and then the program is compiled as ever.

import { hash } from 'node:crypto'
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'
import type * as Program from './program.ts'

export function loadProgram(): typeof Program {
  // By itself V8 lets the heap grow to several times what is alive before it looks for garbage. Measured with two threads, in the same
  // time: 10,000 posts take 420 MB instead of 540, 100,000 take 2.4 GB instead of 2.9.
  setFlagsFromString('--heap-growing-percent=12')
  // Or the functions that start the program would be dropped while it works, and be missing in what is kept.
  setFlagsFromString('--no-flush-bytecode')
  // A build is short, and its pages are all there are: V8 of Node 20 optimizes functions four times as often as pays. Measured so, with two threads for
  // that: 1,000 posts 4.7 s of the clock and 6.9 of the processor for 5.1 and 8.0, a course of 30 lectures 1.94 and 2.53 for 2.04 and 2.93, a site in
  // Jekyll's layouts the same and 4.2 for 4.6. Later versions have no such setting.
  if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=270000')
  const file = join(dirname(fileURLToPath(import.meta.url)), 'program.js')
  const { size, mtimeMs } = statSync(file)
  const kept = `${file}-${size}-${mtimeMs}-${process.version}-${process.arch}.cache`
  const cachedData = readKept(kept)
  // All characters are ASCII, and `latin1` is read without a look at them.
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, ...(cachedData === undefined ? {} : { cachedData }) })
  if (cachedData === undefined || script.cachedDataRejected === true) keepAtExit(script, kept)
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(file), module, file)
  return module.exports as typeof Program
}

// V8 looks at the head of it only, so a damaged one is found by the hash in front.
function readKept(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file)
    const data = bytes.subarray(hashLength)
    return hashOf(data).equals(bytes.subarray(0, hashLength)) ? data : undefined
  } catch {
    return undefined
  }
}

const hashLength = 20

function hashOf(data: Buffer): Buffer {
  return hash('sha1', data, 'buffer')
}

// Once a site has been built, the functions that it takes are compiled and are kept with the rest.
function keepAtExit(script: Script, file: string): void {
  process.once('exit', exitCode => {
    if (exitCode !== 0 || process.argv[2] !== 'build') return
    try {
      const data = script.createCachedData()
      writeFileSync(`${file}.${process.pid}`, Buffer.concat([hashOf(data), data]))
      renameSync(`${file}.${process.pid}`, file)
    } catch {
      // Where the program lies cannot be written to; it starts more slowly.
    }
  })
}
