// How soon V8 looks for garbage. It is told to look often when the program is loaded (`load-program.ts`), which costs a site of many texts nothing; of
// one text that is large, all that is made of it is alive at once, and each look finds little. Measured with a table of 300,000 cells (1.8 MB): 13.6 s
// of processor time so and 5.8 s when V8 decides by itself, with 650 MB and 790 MB; with one of 80,000 cells 2.4 s and 2.0 s, with 30,000 the same.

import { setFlagsFromString } from 'node:v8'

/** In bytes. */
const large = 200_000

/** Leaves it to V8 from now on, in all threads, if a text is large. */
export function makeRoomFor({ length }: Uint8Array): void {
  if (length > large) setFlagsFromString('--heap-growing-percent=0')
}
