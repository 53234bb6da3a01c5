// jekyll-optional-front-matter: Markdown without front matter is a page too, but for files that are there for the repository.

import type { DataMap } from '../../model.ts'
import { meansFile } from '../../text/glob.ts'
import { baseName, extensionOf } from '../../text/url.ts'
import { at, isTruthy, printed } from '../values.ts'

const forTheRepository = new Set([
  'README',
  'LICENSE',
  'LICENCE',
  'COPYING',
  'CODE_OF_CONDUCT',
  'CONTRIBUTING',
  'ISSUE_TEMPLATE',
  'PULL_REQUEST_TEMPLATE',
])

/** `path` is that of a Markdown file without front matter, outside of collections. */
export function becomesPage(path: string, config: DataMap): boolean {
  if (at(config, 'optional_front_matter', 'enabled') === false || isTruthy(config['require_front_matter'])) return false
  const included = config['include']
  if (Array.isArray(included) && included.some(pattern => meansFile(printed(pattern), path))) return true
  return !forTheRepository.has(baseName(path).slice(0, -extensionOf(path).length).toUpperCase())
}

/** Whether the file itself is left out of the site once there is a page of it. */
export function isOriginalRemoved(config: DataMap): boolean {
  return at(config, 'optional_front_matter', 'remove_originals') === true || isTruthy(config['require_front_matter'])
}
