// Where `@use` and `@import` find what they name: beside the file that names it, then in each load path. Nothing but what is in the
// map can be found.

import type { Importer } from 'sass'
import { decodePath } from '../text/url.ts'

const scheme = 'site:/'

/** The address by which sass knows a file of the site. */
export function siteAddress(path: string): URL {
  return new URL(scheme + path.split('/').map(encodeURIComponent).join('/'))
}

export function pathOfAddress(address: URL): string {
  return decodePath(address.pathname).replace(/^\//, '')
}

/** `own` is the style sheet that is made: it may bear the name of a partial that it is made of, and never imports itself. */
export function makeImporter(partials: ReadonlyMap<string, string>, loadPaths: readonly string[], own: string): Importer<'sync'> {
  return {
    // What stands beside the file that names it arrives as a whole address, anything else as it is written.
    canonicalize: (written, { fromImport }) => {
      const places = written.startsWith(scheme)
        ? [pathOfAddress(new URL(written))]
        : loadPaths.map(folder => pathOfAddress(new URL(decodePath(written), siteAddress(`${folder}/`))))
      const found = firstOf(places, place => fileFor(place, partials, fromImport))
      return found === undefined || found === own ? null : siteAddress(found)
    },
    load: address => {
      const path = pathOfAddress(address)
      return partials.has(path) ? { contents: loadedText(path, partials), syntax: syntaxOf(path), sourceMapUrl: address } : null
    },
  }
}

/** A partial as it is given to sass. */
export function loadedText(path: string, partials: ReadonlyMap<string, string>): string {
  const text = partials.get(path) ?? ''
  return syntaxOf(path) === 'indented' ? withoutLastCommas(withEvenIndents(text)) : text
}

/** The indented syntax takes no comma behind the last of several selectors, where libsass did; every place in the text stays what it was. */
export function withoutLastCommas(text: string): string {
  return text.replace(/^([ \t]*)([^\s@$"'(/][^("'\n]*),(?=[ \t]*\r?\n\1[ \t]+[\w-]+:[ \t])/gm, (whole, indent: string, selector: string) =>
    /:[ \t]/.test(selector) ? whole : `${indent}${selector} `,
  )
}

/** The indented syntax takes tabs or spaces but not both, where libsass, which older sites were written for, took what came. */
export function withEvenIndents(text: string): string {
  return /^\t/m.test(text) && /^ +\S/m.test(text) ? text.replace(/^[ \t]+/gm, indent => indent.replaceAll('\t', '  ')) : text
}

function syntaxOf(path: string): 'scss' | 'indented' | 'css' {
  const extension = path.slice(path.lastIndexOf('.')).toLowerCase()
  return extension === '.sass' ? 'indented' : extension === '.css' ? 'css' : 'scss'
}

// `a/b` may stand for a/b.scss, a/_b.scss, a/b/index.scss or a/b/_index.scss, or for the same in another syntax.
function fileFor(place: string, partials: ReadonlyMap<string, string>, fromImport: boolean): string | undefined {
  if (/\.(?:scss|sass|css)$/i.test(place)) return oneOf([place], partials, fromImport)
  const spelt = (path: string): string | undefined =>
    oneOf([`${path}.scss`, `${path}.sass`], partials, fromImport) ?? oneOf([`${path}.css`], partials, fromImport)
  return spelt(place) ?? spelt(`${place}/index`)
}

// Files named `.import` are meant for `@import` alone. Two of a name are a mistake that sass tells the author.
function oneOf(paths: readonly string[], partials: ReadonlyMap<string, string>, fromImport: boolean): string | undefined {
  const own = fromImport
    ? existing(
        paths.map(path => path.replace(/\.\w+$/, '.import$&')),
        partials,
      )
    : []
  const found = own.length > 0 ? own : existing(paths, partials)
  if (found.length > 1) throw new Error(`It's not clear which file to import. Found: ${found.join(', ')}`)
  return found[0]
}

function existing(paths: readonly string[], partials: ReadonlyMap<string, string>): string[] {
  return paths.flatMap(path => [path, path.replace(/[^/]*$/, '_$&')]).filter(path => partials.has(path))
}

function firstOf<Item, Result>(items: readonly Item[], find: (item: Item) => Result | undefined): Result | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
