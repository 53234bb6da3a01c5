// What one build leaves to the next, in a file beside the output.

import { keptText, readKept } from '../io/kept-file.ts'
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

/** What `readKeptSite` reads, as a text. */
export function keptSite(program: string, { pages, bodies }: KeptSite): string {
  return keptText(program, { pages: [...pages.values()], bodies: [...bodies] } satisfies WrittenSite)
}
