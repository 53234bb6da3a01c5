// Texts that stand in the midst of others, `![[Title#Heading]]`: what of the site is shown where, with what that asks the site for itself. A text may
// show one that shows others; what would show itself, or stands too deep, is a link.

import { type Body, type Frame, isEmbed, isNamedLink, type NamedLink, type NamedTarget } from '../body.ts'
import { type Diagnostic, type Place, placeInBody } from '../diagnostic.ts'
import { shownAsLink, shownInLine, showsItself, showsTooDeep, showsTooMany } from '../diagnostics/links.ts'
import { withCitationNotes } from '../markdown/citation-notes.ts'
import { partOf } from '../markdown/part-of.ts'
import type { Entry } from '../model.ts'
import { lazily } from '../text/lazily.ts'

/** What a text asks for by its links, names and labels, answered. */
export interface Known extends Pick<Frame, 'labelled' | 'named' | 'cited'> {
  /** What stands in the midst of it. */
  readonly shown: ShownTexts
}

/** A text in the midst of another, or a part of it. */
export interface ShownText {
  readonly entry: Entry
  readonly body: Body
  readonly known: Known
  readonly target: NamedTarget
}

/** What stands in the place of each link that shows something, by its key; or why nothing does. */
export type ShownTexts = ReadonlyMap<string, ShownText | NotShown>

/** The same may be written in the midst of a line, where nothing is shown. */
export function shownKey({ written, isAlone }: NamedLink): string {
  return isAlone === true ? written : `${written} in line`
}

interface NotShown {
  readonly why: 'no text' | 'in line' | 'itself' | 'too deep' | 'too many'
  /** What would have been shown. */
  readonly place: string
}

/** How a text comes to be shown. */
export interface Showing {
  /** What it stands in, the page's own text first. */
  readonly within: readonly string[]
  /** How many more may be shown on the page. */
  readonly left: { count: number }
}

/** Texts stand in one another so deep at most, and so many on one page: more is a mistake, or is never read. */
const [deepest, most] = [3, 100]

export interface ShownTextsOf {
  /** What of the site a link names, and the id of the place in it; empty for the whole. Undefined where that is no text, or not there. */
  readonly placeOf: (entry: Entry, link: NamedLink, body: Body) => Promise<{ readonly entry: Entry; readonly id: string } | undefined>
  readonly read: (entry: Entry) => Promise<Body>
  readonly known: (entry: Entry, body: Body, showing: Showing) => Promise<Known>
}

export type FindShown = (entry: Entry, body: Body, named: Known['named'], showing?: Showing) => Promise<ShownTexts>

export function makeShownTexts({ placeOf, read, known }: ShownTextsOf): FindShown {
  const bodies = new Map<Entry, Promise<Body>>()
  const bodyOf = (entry: Entry): Promise<Body> => {
    const body = bodies.get(entry) ?? read(entry)
    bodies.set(entry, body)
    return body
  }
  return async (entry, body, named, showing = { within: [nameOf(entry, '')], left: { count: most } }) => {
    const shown = new Map<string, ShownText | NotShown>()
    for (const link of linksIn(body)) {
      const [found, target] = isEmbed(link) ? [await placeOf(entry, link, body), named(link)] : []
      if (found === undefined || target === undefined || shown.has(shownKey(link))) continue
      const place = nameOf(found.entry, found.id)
      const why = reasonAgainst(link, found.entry, place, showing)
      const whole = why === undefined ? await bodyOf(found.entry) : undefined
      const part = whole && (found.id === '' ? whole : partOf(whole, found.id))
      if (part === undefined) shown.set(shownKey(link), { why: why ?? 'no text', place })
      else {
        showing.left.count -= 1
        const inside = await known(found.entry, part, { ...showing, within: [...showing.within, place] })
        shown.set(shownKey(link), { entry: found.entry, body: withCitationNotes(part, inside.cited), known: inside, target })
      }
    }
    return shown
  }
}

// Of a part only its own.
function linksIn({ tokens, namedLinks }: Body): readonly NamedLink[] {
  if (!namedLinks.some(isEmbed)) return []
  const made = tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => isNamedLink(type))
  return made.flatMap(({ meta }) => namedLinks[Number(meta?.['index'])] ?? [])
}

function nameOf({ source }: Entry, id: string): string {
  return `${source}#${id}`
}

function reasonAgainst(link: NamedLink, { format }: Entry, place: string, { within, left }: Showing): NotShown['why'] | undefined {
  if (format !== 'markdown') return 'no text'
  if (link.isAlone !== true) return 'in line'
  if (within.includes(place)) return 'itself'
  return within.length > deepest ? 'too deep' : left.count <= 0 ? 'too many' : undefined
}

/** All that are shown on a page with these, those within others too. */
export function allShown(shown: ShownTexts): readonly ShownText[] {
  return [...shown.values()].flatMap(each => ('why' in each ? [] : [each, ...allShown(each.known.shown)]))
}

/** What is a link though its author would have it shown. */
export function notShown(entry: Entry, { namedLinks }: Body, shown: ShownTexts): Diagnostic[] {
  const lines = lazily(() => entry.body.split('\n'))
  return (shown.size === 0 ? [] : namedLinks).flatMap(link => {
    const found = shown.get(shownKey(link))
    const why = found && reasonIn(found, nameOf(entry, ''))
    return why === undefined ? [] : [say(why, placeInBody(entry, lines(), link.line, link.written), link.written)]
  })
}

// In what is shown too, where it comes back to the page or goes on without end; what else is wrong there is told of its own text.
function reasonIn(found: ShownText | NotShown, own: string, isWithin = false): NotShown['why'] | undefined {
  if ('why' in found) {
    const isOurs = !isWithin || (found.why === 'itself' && found.place === own) || found.why.startsWith('too')
    return isOurs ? found.why : undefined
  }
  for (const inner of found.known.shown.values()) {
    const why = reasonIn(inner, own, true)
    if (why !== undefined) return why
  }
  return undefined
}

function say(why: NotShown['why'], place: Place, written: string): Diagnostic {
  switch (why) {
    case 'no text':
      return shownAsLink(place, written)
    case 'in line':
      return shownInLine(place, written)
    case 'itself':
      return showsItself(place, written)
    case 'too deep':
      return showsTooDeep(place, written, deepest)
    case 'too many':
      return showsTooMany(place, written, most)
  }
}
