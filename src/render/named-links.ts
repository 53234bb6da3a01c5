// Links by name, `[[Title#Heading]]`: what of the site has that name, and where in it the heading is. A text is only read for its headings where a
// link names one, and once.

import { hash } from 'node:crypto'
import type { Token } from 'markdown-it'
import type { Body, BodyHeading, Frame, NamedLink, NamedTarget } from '../body.ts'
import { type Diagnostic, type Place, placeInBody } from '../diagnostic.ts'
import { doubleName, missingHeading, missingName } from '../diagnostics/links.ts'
import type { Entry } from '../model.ts'
import type { Named, Names } from '../site/names.ts'
import { lazily } from '../text/lazily.ts'
import { nearest } from '../text/nearest.ts'
import { remembered } from '../text/remembered.ts'
import { type Fingerprints, isEntry } from './freshness.ts'
import type { Titles } from './titles.ts'

export interface NamedLinks {
  /** What the names in a text mean. */
  readonly meant: (entry: Entry, body: Body) => Promise<Frame['named']>
  /** The text that a link names and the id of the place in it; empty for the whole. Undefined where that is no text, or not there. */
  readonly placeOf: (entry: Entry, link: NamedLink, body: Body) => Promise<{ readonly entry: Entry; readonly id: string } | undefined>
  readonly problems: (entry: Entry, body: Body) => Promise<Diagnostic[]>
  /** What the site answers to such links, in a hash. */
  readonly answers: (entry: Entry, links: readonly AskedName[]) => string
}

/** What such a link asks for; of a text that is shown, all of it. */
export type AskedName = Pick<NamedLink, 'name' | 'heading'> & { readonly isShown?: true }

export interface NamedLinksOf {
  readonly names: () => Names
  readonly fingerprints: Fingerprints
  readonly read: (entry: Entry) => Promise<Places>
  /** Writes what has formulas or code in it. */
  readonly titles: Titles
}

/** What a link may lead to in a text. */
type Places = Pick<Body, 'headings' | 'labels'>

interface KnownHeading {
  readonly id: string
  readonly words: string
  /** What its author calls it, where that is not its words: a paragraph's `^name`. */
  readonly name?: string
}

export function makeNamedLinks({ names, fingerprints, read, titles }: NamedLinksOf): NamedLinks {
  const targetsOf = (entry: Entry, { name }: AskedName): readonly Named[] => (name === '' ? [entry] : names().called(name, entry))
  const headingsIn = remembered<Entry, Promise<readonly KnownHeading[]>>()
  const headingsOf = async (target: Entry, entry: Entry, body: Body): Promise<readonly KnownHeading[]> =>
    target === entry ? placesIn(body) : headingsIn(target, () => read(target).then(placesIn))
  const headingOf = async (
    entry: Entry,
    target: Named | undefined,
    { heading }: NamedLink,
    body: Body,
  ): Promise<KnownHeading | undefined> =>
    heading === '' || target === undefined || !isEntry(target) ? undefined : headingCalled(heading, await headingsOf(target, entry, body))
  const problemsOf = async (entry: Entry, link: NamedLink, body: Body, place: () => Place): Promise<Diagnostic[]> => {
    const [target, ...others] = targetsOf(entry, link)
    if (target === undefined) return [missingName(place(), link, nearest(link.name, names().all()))]
    if (others.length > 0) return [doubleName(place(), link.name, target.source, others[0]?.source ?? '')]
    if (link.heading === '' || !isEntry(target) || (await headingOf(entry, target, link, body)) !== undefined) return []
    const there = (await headingsOf(target, entry, body)).map(({ name, words }) => name ?? words)
    return [missingHeading(place(), link, target === entry ? undefined : target.source, nearest(link.heading, there))]
  }
  return {
    meant: async (entry, body) => {
      const found = new Map<string, NamedTarget>()
      for (const link of body.namedLinks) {
        const [target] = targetsOf(entry, link)
        const heading = await headingOf(entry, target, link, body)
        if (target === undefined || (link.name === '' && heading === undefined)) continue
        const place = heading === undefined ? placeInFile(target, link) : `#${heading.id}`
        const address = target === entry && place !== '' ? place : target.permalink + place
        const words = wordsFor(link, target, heading, names())
        found.set(link.written, { address, words, ...(/[$`]/.test(words) && { html: await inEachDress(words, titles) }) })
      }
      return ({ written }) => found.get(written)
    },
    placeOf: async (entry, link, body) => {
      const [target] = targetsOf(entry, link)
      const heading = await headingOf(entry, target, link, body)
      if (target === undefined || !isEntry(target) || (heading === undefined && link.heading !== '')) return undefined
      return { entry: target, id: heading?.id ?? '' }
    },
    problems: async (entry, body) => {
      const lines = lazily(() => entry.body.split('\n'))
      const placed = (link: NamedLink) => () => placeInBody(entry, lines(), link.line, link.written)
      return (await Promise.all(body.namedLinks.map(link => problemsOf(entry, link, body, placed(link))))).flat()
    },
    answers: (entry, links) => answersOf(links, link => targetsOf(entry, link), fingerprints),
  }
}

async function inEachDress(words: string, { ready, write }: Titles): Promise<NonNullable<NamedTarget['html']>> {
  await ready()
  return { page: write(words), plain: write(words, 'plain'), words: write(words, 'words') }
}

function headingCalled(heading: string, headings: readonly KnownHeading[]): KnownHeading | undefined {
  if (heading.startsWith('^')) return headings.find(({ name }) => name === heading)
  const meant = sameWords(heading)
  return headings.find(({ id, words, name }) => id === heading || name === heading || (words !== '' && sameWords(words) === meant))
}

function answersOf(links: readonly AskedName[], targetsOf: (link: AskedName) => readonly Named[], { whole }: Fingerprints): string {
  if (links.length === 0) return ''
  const answers = links.map(link => {
    const [target, ...others] = targetsOf(link)
    const other = others[0]?.source
    if (target === undefined || !isEntry(target)) return [target?.permalink, other]
    const isRead = link.heading !== '' || link.isShown === true
    return [target.permalink, target.title, other, isRead ? (whole(target) ?? target.body) : '']
  })
  return hash('sha1', JSON.stringify(answers), 'base64')
}

// Paragraphs by what they are called, and what can be referred to by its label.
function placesIn({ headings, labels }: Places): KnownHeading[] {
  const named = [...labels].map(([name, { id, name: words }]) => ({ id, words: name.startsWith('^') ? words : '', name }))
  return [...headings.map(knownHeading), ...named]
}

function knownHeading({ id, tokens }: BodyHeading): KnownHeading {
  return { id, words: wordsOf(tokens) }
}

// Formulas and code as a title has them.
function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content }) => {
      if (type === 'math_inline') return `$${content}$`
      if (type === 'code_inline') return `\`${content}\``
      return /^(?:text|wikilink)$/.test(type) ? content : /break$/.test(type) ? ' ' : ''
    })
    .join('')
    .trim()
}

// Obsidian leaves out the signs that its own links cannot hold.
function sameWords(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

// `[[slides.pdf#page=3]]` opens at that page.
function placeInFile(target: Named, { heading }: NamedLink): string {
  return heading === '' || isEntry(target) ? '' : `#${encodeURI(heading)}`
}

function wordsFor({ name }: NamedLink, target: Named, heading: KnownHeading | undefined, { isTitle }: Names): string {
  if (name === '') return heading?.words ?? ''
  const called = isEntry(target) && !isTitle(name, target) ? target.title : name
  return heading === undefined || heading.name !== undefined ? called : `${called} > ${heading.words}`
}
