// Who gets an address that several want. Two files of the author's are an error, whatever the disk would make of it;
// a page that the program adds steps aside for the author's own.

import type { Checked, Diagnostic } from '../diagnostic.ts'
import { generatedYields, redirectTaken, sameAddress, sameAddressButCase } from '../diagnostics.ts'
import type { OutputPath, SourcePath, StaticFile } from '../model.ts'
import type { Page } from './page.ts'

export interface Settled {
  readonly pages: readonly Page[]
  readonly files: readonly StaticFile[]
}

type Thing = Page | StaticFile

export function settleAddresses(pages: readonly Page[], files: readonly StaticFile[]): Checked<Settled> {
  const diagnostics: Diagnostic[] = []
  const taken = new Map<string, Thing>()
  const claim = (thing: Thing): boolean => {
    const key = keyOf(thing.output)
    const owner = taken.get(key)
    if (owner === undefined) taken.set(key, thing)
    else diagnostics.push(...complaints(thing, owner))
    return owner === undefined
  }
  // The author's own things claim first, so that whatever gives way finds out.
  const kept = new Set<Thing>([...pages, ...files].sort((one, other) => rank(one) - rank(other)).filter(claim))
  return {
    value: { pages: pages.filter(page => kept.has(page)), files: files.filter(file => kept.has(file)) },
    diagnostics,
  }
}

function rank(thing: Thing): number {
  if (thing.from === 'theme') return 3
  if (thing.from === 'posts' || thing.from.kind === 'source') return 0
  return thing.from.kind === 'redirect' ? 1 : 2
}

// Disks that ignore case, and those that compose accents differently, hold one file for both.
function keyOf(output: OutputPath): string {
  return /^[a-z0-9/._-]*$/.test(output) ? output : output.normalize('NFC').toLowerCase()
}

function complaints(thing: Thing, owner: Thing): Diagnostic[] {
  const [source, ownerSource] = [sourceOf(thing), sourceOf(owner)]
  if (typeof thing.from !== 'string' && thing.from.kind === 'redirect') return [redirectTaken({ file: thing.from.source }, thing.permalink)]
  if (source !== undefined && ownerSource !== undefined) {
    return [
      thing.output === owner.output
        ? sameAddress({ file: source }, ownerSource, thing.output)
        : sameAddressButCase({ file: source }, ownerSource, thing.output),
    ]
  }
  const isGenerated = typeof thing.from !== 'string' && thing.from.kind === 'generated' && !thing.from.replaceable
  return isGenerated && ownerSource !== undefined ? [generatedYields({ file: ownerSource }, thing.from.what, thing.permalink)] : []
}

// Undefined for what the program or the theme adds.
function sourceOf(thing: Thing): SourcePath | undefined {
  if (thing.from === 'posts') return 'source' in thing ? thing.source : undefined
  return thing.from !== 'theme' && thing.from.kind === 'source' ? thing.from.source : undefined
}
