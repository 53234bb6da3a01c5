// Files that are neither text nor template: copied as they are, to the path they have in their folder.

import type { SiteShape } from '../config/config.ts'
import { outputPath, permalink, type Source, type StaticFile } from '../model.ts'
import { encodePath } from '../text/url.ts'
import { publicPath } from './file-name.ts'

/** True for a source that is copied if no entry was made of it; what lies in `_posts` is never copied, as in Jekyll. */
export function isStatic(source: Source): boolean {
  return source.content.kind !== 'unreadable' && !/(?:^|\/)_(?:posts|drafts)\//.test(source.path)
}

export function staticFile(source: Source, shape: SiteShape, from: StaticFile['from']): StaticFile {
  const path = from === 'theme' ? source.path.replace(/^templates\//, '') : publicPath(source.path, shape)
  return { source: source.path, permalink: permalink(encodePath(path)), output: outputPath(path), from }
}
