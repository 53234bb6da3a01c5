// Names that tell the content of a file, `site.3f2a9c1b2d.css`: another content is another name, so a browser may keep the file for ever.

import type { ThemeFile } from '../site/site-input.ts'
import { baseName, extensionOf, withoutExtension } from '../text/url.ts'
import { hashOfFile } from './hash-of-file.ts'

/** Style sheets and scripts get such a name besides their own; whoever writes an address by hand still finds them. */
export function withContentNames(files: readonly ThemeFile[]): ThemeFile[] {
  return files.map(file => (isNamed(file.source.path) ? { ...file, contentName: contentNameOf(file) } : file))
}

function isNamed(path: string): boolean {
  return /^templates\/assets\/.*\.(?:css|js)$/.test(path)
}

function contentNameOf({ source, place }: ThemeFile): string {
  const name = baseName(source.path)
  return `${withoutExtension(name)}.${hashOfFile(place, 10)}${extensionOf(name)}`
}
