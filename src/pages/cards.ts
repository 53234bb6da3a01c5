// The pictures that are drawn for posts which have none of their own, to be shown where somebody shares their address. A card is a page like
// others; its template is drawn by `io/draw-card.ts`.

import type { Config } from '../config/config.ts'
import { type Entry, type OutputPath, outputPath, type Permalink, permalink } from '../model.ts'
import { decodePath } from '../text/url.ts'
import type { PageKind } from './page-kind.ts'

/** The size that all networks show whole, in pixels. */
export const cardWidth = 1200
export const cardHeight = 630

export const cards: PageKind = ({ site, config }) =>
  site.posts.flatMap(post => {
    const card = cardOf(post, config)
    if (card === undefined) return []
    const { permalink, output, ...given } = card
    const from = { kind: 'generated', what: 'a card', replaceable: true } as const
    return [{ permalink, output, from, inSitemap: false, template: { kind: 'card' }, given: async () => given } as const]
  })

export interface Card {
  readonly permalink: Permalink
  readonly output: OutputPath
  readonly title: string
  /** The course and the lecture, if the post says so; or empty. */
  readonly course: string
  readonly site: string
}

/** The card of a post; undefined where the site has none, or the post has a picture of its own. */
export function cardOf(entry: Entry, config: Config): Card | undefined {
  if (!config.cards || entry.kind !== 'post' || entry.image !== undefined) return undefined
  const address = permalink(`/assets/cards${entry.permalink.replace(/(?:\/|\.html)$/, '')}.png`)
  const { course, lecture } = entry.data
  const name = typeof course === 'string' ? course : ''
  const number = typeof lecture === 'number' || typeof lecture === 'string' ? `Lecture ${lecture}` : ''
  return {
    permalink: address,
    output: outputPath(decodePath(address)),
    title: entry.title,
    course: [name, number].filter(part => part !== '').join(' · '),
    site: config.title,
  }
}
