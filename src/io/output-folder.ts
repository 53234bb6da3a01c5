// Which folder a site may be written to: never one in which something of the author's could be lost.

import { existsSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, parse, relative, sep } from 'node:path'
import type { Diagnostic } from '../diagnostic.ts'
import { unsafeOutput } from '../diagnostics/output.ts'

/** The reason why `output` must not be written to, if there is one. Both paths are absolute. */
export function refuseOutput(output: string, root: string): Diagnostic | undefined {
  const [place, site] = [realPath(output), realPath(root)]
  if (place === parse(place).root) return unsafeOutput(output, 'it is the root of the disk')
  if (place === realPath(homedir())) return unsafeOutput(output, 'it is your home folder')
  if (place === site) return unsafeOutput(output, 'it is the folder of the site itself')
  if (isInside(site, place)) return unsafeOutput(output, 'the site lies inside it')
  for (const folder of ['posts', '_posts', '_drafts', '_data', '_includes', '_layouts', 'templates', '.git', 'node_modules', 'src']) {
    const source = realPath(join(root, folder))
    if (existsSync(source) && (place === source || isInside(place, source))) return unsafeOutput(output, `${folder} is a source folder`)
  }
  return undefined
}

/** True if `path` lies below `folder`. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`)
}

// The folder need not exist yet; then the nearest one above it that does settles where it would be.
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path)
  const above = dirname(path)
  return above === path ? path : join(realPath(above), path.slice(above.length))
}
