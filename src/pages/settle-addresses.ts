// Who gets an address that several want. Two files of the author's are an error, whatever the disk would make of it, but where Jekyll's own
// layouts are: there the one that Jekyll writes last is the one that is seen. A page that the program adds steps aside for the author's own.

import type { Checked, Diagnostic, Place } from '../diagnostic.ts'
import {
  fileAndFolder,
  generatedYields,
  overwritten,
  pathTooLong,
  redirectTaken,
  sameAddress,
  sameAddressButCase,
  sameFileButCase,
} from '../diagnostics/addresses.ts'
import type { OutputPath, SourcePath, StaticFile } from '../model.ts'
import { foldersAbove, tooLongFor } from '../text/url.ts'
import type { Page } from './page.ts'

export interface SettledAddresses {
  readonly pages: readonly Page[]
  readonly files: readonly StaticFile[]
}

type Claimant = Page | StaticFile

/** `written` tells when Jekyll writes each of the author's files, one over the other; without it none may be written over. */
export function settleAddresses(
  pages: readonly Page[],
  files: readonly StaticFile[],
  written?: ReadonlyMap<SourcePath, number>,
): Checked<SettledAddresses> {
  const diagnostics: Diagnostic[] = []
  const taken = new Map<string, Claimant>()
  const folders = new Map<string, Claimant>()
  const tooLong = new Map<string, Place | undefined>()
  const claim = (claimant: Claimant): boolean => {
    const long = tooLongFor(claimant.output)
    // It is not made, since no disk would take it. An entry has been told so where its permalink was made.
    if (long !== undefined) {
      if (sourceOf(claimant) === undefined) tooLong.set(long, tooLong.get(long) ?? placeOf(claimant))
      return false
    }
    const key = keyOf(claimant.output)
    const above = foldersAbove(key)
    const inTheWay = folders.get(key) ?? above.map(folder => taken.get(folder)).find(file => file !== undefined)
    if (inTheWay !== undefined) {
      diagnostics.push(...complaintsOfFolder(claimant, inTheWay))
      return false
    }
    const owner = taken.get(key)
    if (owner === undefined) {
      taken.set(key, claimant)
      for (const folder of above) if (!folders.has(folder)) folders.set(folder, claimant)
    } else diagnostics.push(...complaints(claimant, owner, written !== undefined))
    return owner === undefined || areBeside(claimant, owner, written !== undefined)
  }
  const timeOf = (claimant: Claimant): number => {
    const source = sourceOf(claimant)
    return (source && written?.get(source)) ?? 0
  }
  // The author's own things claim first, so that whatever gives way finds out; among them what is written last.
  const claimants = [...pages, ...files].sort((one, other) => rank(one) - rank(other) || timeOf(other) - timeOf(one))
  const kept = new Set<Claimant>(claimants.filter(claim))
  for (const [long, place] of tooLong) diagnostics.push(pathTooLong(place, long))
  return {
    value: { pages: pages.filter(page => kept.has(page)), files: files.filter(file => kept.has(file)) },
    diagnostics,
  }
}

function placeOf({ from }: Claimant): Place | undefined {
  if (typeof from === 'string') return undefined
  const file = from.kind === 'generated' ? from.namedIn : from.source
  return file === undefined ? undefined : { file }
}

function rank(claimant: Claimant): number {
  if (claimant.from === 'theme') return 3
  if (claimant.from === 'posts' || claimant.from.kind === 'source') return 0
  return claimant.from.kind === 'redirect' ? 1 : 2
}

// Two files of the author's that lie side by side on his own disk, whatever other disks would hold. So do the pages that Jekyll makes.
function areBeside(one: Claimant, other: Claimant, areJekylls: boolean): boolean {
  const areCopies = one.from === 'posts' && other.from === 'posts'
  return one.output !== other.output && (areCopies || (areJekylls && sourceOf(one) !== undefined && sourceOf(other) !== undefined))
}

// Disks that ignore case, and those that compose accents differently, hold one file for both.
function keyOf(output: OutputPath): string {
  return /^[a-z0-9/._-]*$/.test(output) ? output : output.normalize('NFC').toLowerCase()
}

// Of two, the output of one is a file and that of the other stands in a folder of that name. The author's comes first, as ever.
function complaintsOfFolder(claimant: Claimant, owner: Claimant): Diagnostic[] {
  const [source, ownerSource] = [sourceOf(claimant), sourceOf(owner)]
  if (source !== undefined && ownerSource !== undefined) return [fileAndFolder({ file: source }, ownerSource, claimant.output)]
  return complaints(claimant, owner, false)
}

function complaints(claimant: Claimant, owner: Claimant, areJekylls: boolean): Diagnostic[] {
  const [source, ownerSource] = [sourceOf(claimant), sourceOf(owner)]
  if (typeof claimant.from !== 'string' && claimant.from.kind === 'redirect')
    return [redirectTaken({ file: claimant.from.source }, claimant.permalink)]
  if (source !== undefined && ownerSource !== undefined) {
    if (areBeside(claimant, owner, areJekylls)) return [sameFileButCase({ file: source }, ownerSource)]
    if (areJekylls) return [overwritten({ file: source }, ownerSource, claimant.output)]
    return [
      claimant.output === owner.output
        ? sameAddress({ file: source }, ownerSource, claimant.output)
        : sameAddressButCase({ file: source }, ownerSource, claimant.output),
    ]
  }
  const isGenerated = typeof claimant.from !== 'string' && claimant.from.kind === 'generated' && !claimant.from.replaceable
  return isGenerated && ownerSource !== undefined ? [generatedYields({ file: ownerSource }, claimant.from.what, claimant.permalink)] : []
}

// Undefined for what the program or the theme adds.
function sourceOf(claimant: Claimant): SourcePath | undefined {
  if (claimant.from === 'posts') return 'source' in claimant ? claimant.source : undefined
  return claimant.from !== 'theme' && claimant.from.kind === 'source' ? claimant.from.source : undefined
}
