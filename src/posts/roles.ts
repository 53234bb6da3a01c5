// What a file is read as. Most are one thing. Where `include` names the folder of a collection, Jekyll walks through it as through any other
// folder besides, so that what lies in it is also a page, or a file that is copied, at its own path (reader.rb, `read_directories`).

import { collectionLabels } from '../config/collections.ts'
import type { Config } from '../config/config.ts'
import { listed, type PathTest } from '../text/glob.ts'
import { baseName, withoutExtension } from '../text/url.ts'
import { type FileRole, roleOf } from './file-name.ts'

export function readRoles(config: Config): (path: string) => readonly FileRole[] {
  const { shape, collections_dir } = config
  const labels = collectionLabels(config)
  const isWalked = shape === 'jekyll' ? walkedFolders(config) : () => false
  return path => {
    const role = roleOf(path, shape, collections_dir, labels)
    return role.kind !== 'page' && isWalked(path) ? [role, pageRole(path)] : [role]
  }
}

function pageRole(path: string): FileRole {
  const parts = path.split('/')
  return { kind: 'page', name: withoutExtension(baseName(path)), folder: parts.slice(0, -1).join('/') }
}

/** True for a path to which every folder is one that Jekyll goes into without asking what it means. */
function walkedFolders({ include, exclude }: Config): PathTest {
  // What begins with a dot is no folder of a collection.
  if (!include.some(pattern => !/^(?:\.?\/)?\./.test(pattern))) return () => false
  const [isIncluded, isExcluded] = [listed(include), listed(exclude)]
  return path => {
    const parts = path.split('/')
    return parts.every((name, index) => {
      const here = parts.slice(0, index + 1).join('/')
      return isIncluded(here) || isIncluded(name) || !(/^[._#~]|~$/.test(name) || isExcluded(here))
    })
  }
}
