// Files of the theme that are published under a name that tells their content too.

import type { Site } from '../model.ts'

/** Addresses under such names, by plain address. */
export function contentNamesIn({ files }: Pick<Site, 'files'>): ReadonlyMap<string, string> {
  return new Map(files.flatMap(({ plain, permalink }) => (plain === undefined ? [] : [[plain, permalink] as const])))
}
