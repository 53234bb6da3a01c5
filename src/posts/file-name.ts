// What a file's path says: is it a post, a draft or a page, its date, its slug, its categories.

import type { SiteShape } from '../config/config.ts'
import { baseName, folderOf, withoutExtension } from '../text/url.ts'

export type FileRole =
  | { readonly kind: 'post'; readonly date: string; readonly name: string; readonly categories: readonly string[] }
  /** A date may stand before the name. */
  | { readonly kind: 'draft'; readonly name: string; readonly categories: readonly string[]; readonly date?: string }
  /** A post if its front matter has a date, else a page. */
  | { readonly kind: 'page'; readonly name: string; readonly folder: string }
  /** In the folder of a collection. `path` counts from there; a date may stand before the name. */
  | { readonly kind: 'collection'; readonly label: string; readonly name: string; readonly path: string; readonly date?: string }
  /** In `_posts`, but not named as a post must be; Jekyll leaves it out without a word. */
  | { readonly kind: 'misnamed' }

// Jekyll's DATE_FILENAME_MATCHER; two-digit years and one-digit months are allowed.
const dated = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.*)$/

/** `path` counts from the site's folder, `collections` is `collections_dir`. */
export function roleOf(path: string, shape: SiteShape, collections: string, labels: readonly string[]): FileRole {
  const folders = folderOf(path).split('/')
  const inCollection = collectionRole(path, baseFolder(collections, shape), labels)
  if (inCollection) return inCollection
  const name = withoutExtension(baseName(path))
  const special = folders.findIndex(folder => folder === '_posts' || folder === '_drafts')
  const match = dated.exec(name)
  // Folders above `_posts` are categories, those below are not.
  const categories = special < 0 ? [] : withoutFolder(folders.slice(0, special), collections, shape)
  if (special >= 0 && folders[special] === '_drafts') {
    const [, date, own = name] = match ?? []
    return { kind: 'draft', name: own, categories, ...(date !== undefined && { date }) }
  }
  if (match?.[1] !== undefined && match[2] !== undefined && (special >= 0 || shape === 'lectern'))
    return { kind: 'post', date: match[1], name: match[2], categories }
  if (special >= 0) return { kind: 'misnamed' }
  return { kind: 'page', name, folder: withoutFolder(folders, '', shape).join('/') }
}

function collectionRole(path: string, collections: string, labels: readonly string[]): FileRole | undefined {
  const inside = collections !== '' && path.startsWith(`${collections}/`) ? path.slice(collections.length + 1) : path
  const label = labels.find(candidate => inside.startsWith(`_${candidate}/`))
  if (label === undefined) return undefined
  const below = inside.slice(label.length + 2)
  const written = withoutExtension(baseName(below))
  const [, date, name = written] = dated.exec(written) ?? []
  return { kind: 'collection', label, name, path: below, ...(date !== undefined && { date }) }
}

// Addresses count from `posts` in a Lectern site, and from the folder of collections in a Jekyll one.
function withoutFolder(folders: readonly string[], collections: string, shape: SiteShape): string[] {
  const base = baseFolder(collections, shape)
  return (base !== '' && folders[0] === base ? folders.slice(1) : folders).filter(folder => folder !== '')
}

function baseFolder(collections: string, shape: SiteShape): string {
  return shape === 'lectern' ? 'posts' : collections.replace(/^\/|\/$/g, '')
}

/** The path below the folder that addresses count from. */
export function publicPath(path: string, shape: SiteShape): string {
  return shape === 'lectern' ? path.replace(/^posts\//, '') : path
}

/** `my-RNN_basics` in words, as its author wrote them; in a Jekyll site as Jekyll has it. */
export function titleOfFile(name: string, shape: SiteShape): string {
  if (shape === 'jekyll') return titleOfSlug(name)
  return name
    .split(/[-_]+/)
    .filter(word => word !== '')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}

// `weird_name.v1` for the words of a slug: Jekyll capitalises each and lower-cases its rest.
function titleOfSlug(slug: string): string {
  return slug
    .split('-')
    .map(word => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
    .join(' ')
}
