// The Nu HTML checker, which needs Java.

import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

export const hasJava = spawnSync('java', ['-version']).status === 0

/** Everything it has to say about the pages below `folder`, warnings too, a message a line; its exit code. */
export function validate(folder: string): { readonly messages: readonly string[]; readonly status: number | null } {
  const jar = createRequire(import.meta.url)('vnu-jar') as string
  // Its default stack is too small for its own parser.
  const checked = spawnSync('java', ['-Xss8m', '-jar', jar, '--skip-non-html', '--format', 'gnu', folder], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return { messages: checked.stderr.split('\n').filter(line => line !== ''), status: checked.status }
}
