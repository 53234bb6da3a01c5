// What a file without front matter is.

import type { Config } from '../config/config.ts'
import type { Source } from '../model.ts'
import { baseName, folderOf, joinPath, withoutExtension } from '../text/url.ts'
import type { FileRole } from './file-name.ts'
import { formatOf } from './formats.ts'
import type { Layouts } from './layout.ts'

/**
 * A Markdown file in `posts` is a page; elsewhere in a Jekyll site it is just a file, undefined, unless a plugin has it otherwise. In a collection it
 * becomes a page in the folder of that name then, and no document.
 */
export function bareRole(source: Source, role: FileRole, config: Config, layouts: Layouts): FileRole | undefined {
  if (role.kind !== 'page' && role.kind !== 'collection') return role
  const isOurs = config.shape === 'lectern'
  if (formatOf(source.path, config) !== 'markdown' || !(isOurs || layouts.takesBare(source.path))) return undefined
  if (isOurs || role.kind === 'page') return role
  return { kind: 'page', name: withoutExtension(baseName(role.path)), folder: joinPath(`_${role.label}`, folderOf(role.path)) }
}
