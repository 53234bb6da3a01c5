// What one build leaves to the next, in a file beside the output.

import { keep, readKept } from '../io/kept-file.ts'
import type { OutputPath } from '../model.ts'
import type { KeptBody, KeptPage } from './freshness.ts'

export interface KeptSite {
  readonly pages: ReadonlyMap<OutputPath, KeptPage>
  /** By fingerprint. */
  readonly bodies: ReadonlyMap<string, KeptBody>
}

export const nothingKept: KeptSite = { pages: new Map(), bodies: new Map() }

interface WrittenSite {
  readonly pages: readonly KeptPage[]
  readonly bodies: readonly (readonly [fingerprint: string, body: KeptBody])[]
}

/** What the same `program` has kept in `file`. */
export function readKeptSite(file: string, program: string): KeptSite {
  const kept = readKept(file, program) as WrittenSite | undefined
  return kept === undefined ? nothingKept : { pages: new Map(kept.pages.map(page => [page.output, page])), bodies: new Map(kept.bodies) }
}

export function keepSite(file: string, program: string, { pages, bodies }: KeptSite): void {
  keep(file, program, { pages: [...pages.values()], bodies: [...bodies] } satisfies WrittenSite)
}
