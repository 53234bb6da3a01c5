// Which pages of the last build can stay as they are. The laws of what is kept between builds:
// - a page's key is all that it is given, with entries and texts in it by their fingerprints, and all that every page of the site is given;
// - a text's fingerprint is its body and its front matter. What else went into it, the addresses and pictures that it asked the site for, is kept
//   with the answers, and the same text asks the same questions;
// - a page whose key is the same, whose bodies get the same answers, and whose file is the one that was written, stays; and what there was to say
//   about it is said again;
// - what may be otherwise next time (a text with Liquid, a template that asks for the time) has no key, and is made anew.
// So there is no graph of what depends on what: everything that a page is given is looked at, and only what is slow is left out.

import { hash } from 'node:crypto'
import type { Link } from '../body.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { Stamp } from '../io/staging.ts'
import { hasLiquid } from '../liquid/render-liquid.ts'
import type { Entry, OutputPath, SourcePath } from '../model.ts'
import type { Ask, EntryText, Given, Page, Summary } from '../pages/page.ts'
import type { Picture } from '../text/picture.ts'
import { remembered } from '../text/remembered.ts'

/** What a page was made of. */
export interface PageKey {
  /** Undefined for a page that is made anew each time. */
  readonly key: string | undefined
  /** The entries whose texts it shows. */
  readonly shows: readonly Entry[]
  /** Those of which it shows a summary, which outlives the text. */
  readonly lists: readonly Entry[]
}

/** What is kept of a page. */
export interface KeptPage {
  readonly output: OutputPath
  readonly key: string
  readonly stamp: Stamp
  readonly diagnostics: readonly Diagnostic[]
}

/** What a body asks the site for. */
export interface AskedByOne {
  readonly links: readonly Link[]
  /** The labels that it refers to in other texts. */
  readonly refersTo: readonly string[]
  /** The keys of works that it cites. */
  readonly cites: readonly string[]
  /** What it links by name. */
  readonly names: readonly { readonly name: string; readonly heading: string; readonly isShown?: true }[]
}

/** What is kept of a body. */
export interface KeptBody extends AskedByOne {
  /** What is asked by the texts that stand in the midst of it. */
  readonly shows: readonly (AskedByOne & { readonly source: SourcePath })[]
  /** A hash of the answers. */
  readonly answers: string
  readonly summary: Summary
  /** What is needed to check links to places; undefined where layouts of the site's own may add some. */
  readonly places?: Places
}

/** The links of a text that name a place in a page, and the places there are in it. */
export interface Places {
  readonly links: readonly Link[]
  readonly ids: readonly string[]
}

/** What the site answers to the questions of bodies. */
export interface Answers {
  readonly address: (entry: Entry, link: Link) => string
  /** Whether there is something at that address. */
  readonly isThere: (entry: Entry, link: Link) => boolean
  readonly picture: (address: string) => Picture | undefined
}

/** Fingerprints of entries, each made once. */
export interface Fingerprints {
  /** Of an entry without its body, for whoever only names it. */
  readonly front: (entry: Entry) => string
  /** With its body; undefined for one with Liquid, which may show anything. */
  readonly whole: (entry: Entry) => string | undefined
}

export function makeFingerprints(): Fingerprints {
  const front = once((entry: Entry) => hash('sha1', JSON.stringify({ ...entry, body: '' }), 'base64'))
  const whole = once((entry: Entry) => (hasLiquid(entry.body) ? undefined : hash('sha1', `${front(entry)}${entry.body}`, 'base64')))
  return { front, whole }
}

function once<Value extends object, Result>(make: (value: Value) => Result): (value: Value) => Result {
  const made = remembered<Value, Result>()
  return value => made(value, () => make(value))
}

/** A hash of what the site answers to the questions of a body. */
export function answersTo(links: readonly Link[], entry: Entry, { address, isThere, picture }: Answers): string {
  if (links.length === 0) return ''
  const answers = links.map(link => {
    const found = address(entry, link)
    return [found, isThere(entry, link), link.kind === 'image' ? (picture(found) ?? null) : null]
  })
  return hash('sha1', JSON.stringify(answers), 'base64')
}

/** Hashes of what all pages are given alike: those of templates, and the others, which know nothing of templates. */
export interface SharedKeys {
  readonly eta: string
  readonly others: string
}

/** Finds keys of pages: each is given what it asks for, but for every text a stand-in that is known by its fingerprint. */
export function makeKeys(
  shared: SharedKeys,
  { related, mentionedIn }: Pick<Ask, 'related' | 'mentionedIn'>,
  { front, whole }: Fingerprints,
): (page: Page) => Promise<PageKey> {
  const written = (_name: string, value: unknown): unknown => (isEntry(value) ? front(value) : value)
  return async page => {
    if (page.template.kind === 'jekyll')
      return {
        key: undefined,
        shows: entriesIn(await page.given({ text: noText, summary: noText, related, mentionedIn, together: noText })),
        lists: [],
      }
    const [shows, lists] = [new Set<Entry>(), new Set<Entry>()]
    const standIn =
      (among: Set<Entry>) =>
      async (entry: Entry): Promise<EntryText> => {
        among.add(entry)
        return standInFor(whole(entry))
      }
    const given = JSON.stringify(
      await page.given({ text: standIn(shows), summary: standIn(lists), related, mentionedIn, together: nothingCited }),
      written,
    )
    const isKnown = [...shows, ...lists].every(entry => whole(entry) !== undefined)
    const common = page.template.kind === 'eta' ? `${shared.eta} ${page.template.name}` : `${shared.others} ${page.template.kind}`
    return { key: isKnown ? hash('sha1', `${common} ${given}`, 'base64') : undefined, shows: [...shows], lists: [...lists] }
  }
}

const noText = (): never => {
  throw new Error('a page of a Jekyll site asked for a text before it is written')
}

// What texts cite is known by the texts.
const nothingCited: Ask['together'] = async () => ({ said: new Map(), list: [] })

function entriesIn(given: Given): Entry[] {
  return Object.values(given).filter(isEntry)
}

/** True for an entry among the things that a page is given. */
export function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && 'bodyLine' in value
}

// Nobody makes a page of it, so nobody asks it for more than what it is called.
function standInFor(fingerprint: string | undefined): EntryText {
  return { toJSON: () => fingerprint ?? null } as unknown as EntryText
}
