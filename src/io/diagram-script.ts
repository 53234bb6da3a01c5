// The script that draws diagrams: the author's own Mermaid where it is installed beside the site, else the part of it that comes with us in one
// file. It is read by nobody here, and only copied into sites that have a diagram.

import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sourcePath } from '../model.ts'
import type { ThemeFile } from '../site/site-input.ts'

export function diagramScript(root: string): ThemeFile | undefined {
  const path = sourcePath('templates/assets/diagrams/mermaid.js')
  const shipped = fileURLToPath(new URL('mermaid.js', import.meta.url))
  const place =
    resolveFrom(join(root, '_config.yml'), 'mermaid/dist/mermaid.min.js') ??
    // Beside the program; the program's own tests run where it is a package.
    (existsSync(shipped) ? shipped : resolveFrom(import.meta.url, '@mermaid-js/tiny'))
  return place === undefined ? undefined : { source: { path, content: { kind: 'file' }, modified: 0 }, place }
}

function resolveFrom(from: string, name: string): string | undefined {
  try {
    return createRequire(from).resolve(name)
  } catch {
    return undefined
  }
}
