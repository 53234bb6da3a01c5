// The licences of the libraries that are bundled, in one text: each asks to stand beside every copy of its code.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The text for the packages that `bundles`, as esbuild tells of them, were made of. */
export function licencesOf(bundles) {
  const folders = bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs).flatMap(path => packageFolder(path) ?? []))
  return [...new Set(folders)]
    .map(licenceIn)
    .sort()
    .join(`\n${'-'.repeat(80)}\n\n`)
}

// The last one of a path is the package itself: `node_modules/markdown-it/node_modules/entities/…`.
function packageFolder(path) {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]
}

function licenceIn(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find(name => /^licen[cs]e/i.test(name))
  const text =
    file === undefined ? `${license}, ${author?.name ?? author ?? 'its authors'}` : readFileSync(join(folder, file), 'utf8').trim()
  return `${name} ${version}\n\n${text}\n`
}
