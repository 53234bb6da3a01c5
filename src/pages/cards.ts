// The pictures that are drawn for posts which have none of their own, to be shown where somebody shares their address. A card is a page like
// others; its template is drawn by `io/draw-card.ts`.

import type { Config } from '../config/config.ts'
import type { Course } from '../course/course.ts'
import { type Entry, type OutputPath, outputPath, type Permalink, permalink } from '../model.ts'
import { decodePath } from '../text/url.ts'
import { labelOf } from './course-view.ts'
import type { PageKind } from './page-kind.ts'
import type { SiteView } from './view.ts'

/** The size that all networks show whole, in pixels. */
export const cardWidth = 1200
export const cardHeight = 630

export const cards: PageKind = view =>
  [...view.site.posts.map(post => cardOf(post, view)), ...view.courses.map(course => courseCard(course, view))].flatMap(card => {
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
export function cardOf(entry: Entry, view: SiteView): Card | undefined {
  const { config } = view
  if (!config.cards || entry.kind !== 'post' || entry.image !== undefined) return undefined
  const placed = view.placeOf.get(entry)
  const lecture = placed?.course.lectures[placed.place]
  const course = placed?.course.code || placed?.course.name || ''
  const label = placed === undefined || lecture === undefined ? '' : labelOf(placed.course, lecture, view.say)
  return cardAt(entry.permalink, entry.title, [course, label].filter(part => part !== '').join(' · '), config)
}

/** The card of a course. */
export function courseCard({ permalink, name, code }: Course, { config }: SiteView): Card | undefined {
  return config.cards ? cardAt(permalink, name, code, config) : undefined
}

function cardAt(page: Permalink, title: string, course: string, config: Config): Card {
  const address = permalink(`/assets/cards${page.replace(/(?:\/|\.html)$/, '')}.png`)
  return { permalink: address, output: outputPath(decodePath(address)), title, course, site: config.title }
}
