// What tells the content of a file in a name.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** So many hexadecimal digits of the SHA-256 of a file's bytes. */
export function hashOfFile(file: string, digits: number): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, digits)
}
