// URLs taken apart and put together; no network, no disk.

/** Percent-encodes a decoded path as a browser would write it in the address bar; `#` and `?` are data here, not syntax. */
export function encodePath(path: string): string {
  return encodeURI(path.toWellFormed()).replace(/[#?]/g, encodeURIComponent)
}

/** Decodes what can be decoded; a stray `%` stays as it is. */
export function decodePath(path: string): string {
  return path.replace(/(?:%[0-9a-f]{2})+/gi, bytes => {
    try {
      return decodeURIComponent(bytes)
    } catch {
      return bytes
    }
  })
}

/** As most systems write accents. Some disks take them apart, and then a file has another name than the link that was typed. */
export function composed(path: string): string {
  return path.normalize('NFC')
}

/** True for `https://…`, `mailto:…`, `//host/…`: addresses that no site of ours can mean. */
export function isAbsoluteUrl(url: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)
}

/** Joins path parts with one slash between them and no `.` or `..` left; never climbs above the start. */
export function joinPath(...parts: readonly string[]): string {
  const kept: string[] = []
  for (const part of parts.join('/').split('/')) {
    if (part === '..') kept.pop()
    else if (part !== '' && part !== '.') kept.push(part)
  }
  return kept.join('/')
}

/** The folder of a path, without a slash at the end; empty for a file at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** Every folder that a path lies in, the outermost first. */
export function foldersAbove(path: string): string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index))
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** A path without the ending of its file. */
export function withoutExtension(path: string): string {
  return path.slice(0, path.length - extensionOf(path).length)
}

/** A path that begins with a slash; an empty one stays empty. */
export function withSlash(path: string): string {
  return path === '' || path.startsWith('/') ? path : `/${path}`
}

/** `.md` of `a/b.c.md`; empty for a name without a dot, or with its only dot in front. */
export function extensionOf(path: string): string {
  const name = baseName(path)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(dot) : ''
}

// In bytes: a name on every disk that is in use, and a path from the first folder on.
const [longestName, longestPath] = [255, 1000]

/** What of a path is too long for a disk: one of its parts, or all of it; undefined where nothing is. */
export function tooLongFor(path: string): string | undefined {
  // A character has three bytes at most, or is counted as two.
  if (path.length <= longestName / 3) return undefined
  const bytes = (text: string): number => new TextEncoder().encode(text).length
  return path.split('/').find(part => bytes(part) > longestName) ?? (bytes(path) > longestPath ? path : undefined)
}
