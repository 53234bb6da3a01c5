// A value kept on the disk between builds. What does not hash to its own first line, or was kept by another version of the program, is not trusted.

import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** What was kept in `file` by the same `version`; undefined where nothing can be trusted. Whoever asks knows its type. */
export function readKept(file: string, version: string): unknown {
  try {
    const text = readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    const json = text.slice(end + 1)
    return text.slice(0, end) === checksum(json, version) ? JSON.parse(json) : undefined
  } catch {
    return undefined
  }
}

/** What `readKept` reads, as a text. */
export function keptText(version: string, value: unknown): string {
  const json = JSON.stringify(value)
  return `${checksum(json, version)}\n${json}`
}

function checksum(json: string, version: string): string {
  return hash('sha256', `${version}\n${json}`, 'base64')
}
