// What the pages of a site are made of, in a few characters. Somebody who has kept a page needs to make it again only if its bodies or
// the rest have changed. No page says what it depends on, so none can forget to: the rest is everything but the bodies.

import { createHash, hash } from 'node:crypto'
import type { SiteInput } from '../io/read-site.ts'
import { hasLiquid } from '../liquid/render-liquid.ts'
import type { Entry, Site } from '../model.ts'
import { featuresOf, type RelatedMemory } from '../pages/related.ts'

export interface Fingerprints {
  /**
   * Of the configuration, the templates, all addresses and the front matter of all texts; undefined where a template may ask for what
   * changes by itself, such as the time of day.
   */
  readonly rest: () => string | undefined
  /** Of one body; undefined for one with Liquid, which may show anything. */
  readonly body: (entry: Entry) => string | undefined
}

export function makeFingerprints(input: SiteInput, site: Site, memory: RelatedMemory): Fingerprints {
  return {
    rest: () => (input.templates.some(({ text }) => asksForMore.test(text)) ? undefined : restOf(input, site, memory)),
    body: ({ body }) => (hasLiquid(body) ? undefined : hash('sha1', body, 'base64')),
  }
}

/** All that the pages of other texts may show of an entry whose body has no Liquid: everything but the body. */
export function apartFromBody(entry: Entry, memory: RelatedMemory): string {
  const related = entry.kind === 'post' ? featuresOf(entry, memory).map(({ text }) => text) : []
  return JSON.stringify([{ ...entry, body: '', bodyLine: 0 }, related])
}

const asksForMore = /\bnew Date\b|\bDate\.now\b|\bDate\(|\bMath\.random\b|\bperformance\b|\bprocess\b|\bglobalThis\b|\bimport\(/

function restOf({ config, templates, themeFiles, includes, data }: SiteInput, site: Site, memory: RelatedMemory): string {
  const made = createHash('sha256')
  const add = (value: unknown): unknown => made.update(`${JSON.stringify(value)}\n`)
  add([config, templates, [...includes], data, themeFiles.map(({ source, integrity }) => [source.path, integrity])])
  add(site.files.map(({ permalink }) => permalink))
  // A feed without a post tells the moment of the build.
  if (site.posts.length === 0) add(site.now)
  for (const entry of [...site.posts, ...site.pages]) made.update(apartFromBody(entry, memory))
  return made.digest('base64')
}
