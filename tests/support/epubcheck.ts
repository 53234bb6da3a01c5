// EPUBCheck's word on a book, where the machine has that.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const epubcheck = ['/usr/share/java/epubcheck.jar', '/usr/bin/epubcheck'].find(existsSync)
/** Whether the machine can say it. */
export const checksBooks = epubcheck !== undefined && existsSync('/usr/bin/java')

/** What EPUBCheck says of a book; undefined where the machine has none. */
export function epubProblems(bytes: Uint8Array): string[] | undefined {
  if (!checksBooks) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'lectern-epub-'))
  try {
    writeFileSync(join(folder, 'book.epub'), bytes)
    const said = execFileSync('java', ['-jar', epubcheck ?? '', '--json', '-', join(folder, 'book.epub')], {
      encoding: 'utf8',
      stdio: 'pipe',
    })
    return (JSON.parse(said.slice(said.indexOf('{'))) as { messages: { message: string }[] }).messages.map(({ message }) => message)
  } catch (error) {
    return [String((error as { stdout?: string }).stdout ?? error)]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
