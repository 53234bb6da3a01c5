// What all texts of a site share while they are rendered: the site, the tags and filters, and what was read before.

import type { ReadTag, Template } from './reading/parser.ts'
import type { Evaluate, Run } from './running/run.ts'
import type { LiquidSite } from './site.ts'
import type { Clock } from './values/time.ts'

/** What stands before the bar, and what stands behind the colon. */
export type Filter = (run: Run, input: unknown, given: readonly unknown[]) => unknown

export interface Engine {
  readonly site: LiquidSite
  readonly clock: Clock
  readonly tags: ReadonlyMap<string, ReadTag>
  readonly filters: ReadonlyMap<string, Filter>
  /** Texts that were read, by themselves: layouts and includes come again with every page. */
  readonly templates: Map<string, Template>
  /** Expressions of filters that were read; undefined for what cannot be. */
  readonly conditions: Map<string, Evaluate | undefined>
  readonly expressions: Map<string, Evaluate>
  /** What came of values that had to be waited for. */
  readonly settled: WeakMap<Promise<unknown>, unknown>
  /** Markdown and style sheets that filters asked for, on their way or there. */
  readonly converted: Map<string, string | Promise<string>>
  /** Addresses that were normalised, which is dear, and of which a site has few. */
  readonly addresses: Map<string, string>
  /** Languages whose colours can be given at once. */
  readonly languages: Set<string>
  /** What `include_cached` wrote, by the file and the parameters. */
  readonly cached: Map<string, string>
  /** A number for each object that was a parameter, to tell them apart by. */
  readonly identities: WeakMap<object, number>
}
