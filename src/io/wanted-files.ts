// Which files of the folder are part of the site: `include` and `exclude`, as Jekyll's entry filter reads them (entry_filter.rb).

import { collectionLabels } from '../config/collections.ts'
import type { Config } from '../config/config.ts'
import { listed, type PathTest } from '../text/glob.ts'

// Jekyll leaves these out by itself (configuration.rb), and names that begin with `.`, `_`, `#` or `~` or end with `~`.
const excludedByJekyll = [
  '.sass-cache',
  '.jekyll-cache',
  'gemfiles',
  'Gemfile',
  'Gemfile.lock',
  'node_modules',
  'vendor/bundle',
  'vendor/cache',
  'vendor/gems',
  'vendor/ruby',
]
// What has a meaning to us, in a site that is shown in our theme.
const ours = ['package.json', 'package-lock.json', 'templates', '_site']
const specialFolders = new Set(['_posts', '_drafts'])

// There the names of files count, and that of the topmost folder.
const specialInCollection = /^[._#~]|\/[._#~][^/]*$|~$/

/** True for a file or folder to take, by its path below the site's root; a folder's path ends in `/`. A site in its own look is taken as Jekyll takes it. */
export function wantedFiles(config: Config, isOwnLook = false): PathTest {
  const isIncluded = listed(config.include)
  const isExcluded = listed(config.exclude)
  const collections = collectionLabels(config).map(label => `_${label}`)
  const left = [...excludedByJekyll, ...(isOwnLook ? [] : ours), config.destination.replace(/^\.\/|\/$/g, '')]
  return path => {
    const name = nameOf(path)
    if (isIncluded(path) || isIncluded(name) || collections.includes(name.replace('/', ''))) return true
    if (isWithin(path, collections)) return !specialInCollection.test(path.slice(path.indexOf('/') + 1))
    if (specialFolders.has(name.replace('/', ''))) return true
    return !/^[._#~]|~\/?$/.test(name) && !isExcluded(path) && !isWithin(path, left)
  }
}

function isWithin(path: string, places: readonly string[]): boolean {
  return places.some(place => `${path}/`.startsWith(`${place}/`))
}

/** The last part of a path, with the slash of a folder. */
function nameOf(path: string): string {
  return /[^/]*\/?$/.exec(path)?.[0] ?? path
}
