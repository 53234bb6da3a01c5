// The lectures of a course in one text: ids kept apart by what stands in front of them, footnotes counted through, and links between lectures
// turned inward.

import { waysBack, writeReferences } from '../citing/write-references.ts'
import type { Course } from '../course/course.ts'
import type { Entry, Html } from '../model.ts'
import { escapeHtml } from '../text/escape.ts'
import type { Cited } from '../words/cited.ts'
import { labelOf } from './course-view.ts'
import type { Ask, CitedTogether, EntryText, TextPlace } from './page.ts'
import type { SiteView } from './view.ts'

/** What a page with the whole course is given. */
export interface GivenParts {
  readonly entries: readonly Entry[]
  readonly labels: readonly {
    readonly id: string
    readonly prefix: string
    readonly permalink: string
    readonly label: string
    readonly title: string
    readonly url: string
    readonly printsSolutions: boolean
  }[]
  readonly texts: readonly EntryText[]
  readonly cited: CitedTogether
}

export async function partsGiven(course: Course, view: SiteView, { text, together }: Pick<Ask, 'text' | 'together'>): Promise<GivenParts> {
  const written = course.lectures.flatMap(lecture => (lecture.entry === undefined ? [] : [{ ...lecture, entry: lecture.entry }]))
  return {
    entries: written.map(({ entry }) => entry),
    labels: written.map((lecture, index) => {
      const label = labelOf(course, lecture, view.say)
      return {
        id: idOf(
          lecture.number,
          index,
          written.map(({ number }) => number),
        ),
        prefix: prefixOf(lecture.number, index, written),
        permalink: lecture.entry.permalink,
        label: lecture.subject === '' ? '' : label,
        title: lecture.subject || label || lecture.entry.title,
        url: view.config.baseurl + lecture.entry.permalink,
        printsSolutions: lecture.entry.data['print'] === 'solutions',
      }
    }),
    texts: await Promise.all(written.map(({ entry }) => text(entry))),
    cited: await together(written.map(({ entry }) => entry)),
  }
}

// By its number, so that an address into the page lasts; where two have the same, or it has none, by its place.
function idOf(number: string, index: number, all: readonly string[]): string {
  const isOnlyOne = /^\d/.test(number) && all.filter(other => other === number).length === 1
  return isOnlyOne ? `l${number.replace(/[^\da-z]+/g, '-')}` : `p${index + 1}`
}

// Of one without a number of its own a letter, by its place among those.
function prefixOf(number: string, index: number, all: readonly { readonly number: string }[]): string {
  const isOwn = (each: string): boolean => /^\d/.test(each) && all.filter(other => other.number === each).length === 1
  if (isOwn(number)) return `${number}.`
  const before = all.slice(0, index).filter(other => !isOwn(other.number)).length
  return `${String.fromCharCode(65 + (before % 26))}.`
}

export interface PlacedText {
  readonly id: string
  readonly label: string
  readonly title: string
  readonly url: string
  readonly printsSolutions: boolean
  readonly text: EntryText
  readonly place: TextPlace
}

/** How places of the whole are addressed: one in a lecture, and a reference. */
export interface Ways {
  readonly leads: (id: string, anchor: string) => string
  readonly toReference: (id: string) => string
}

const onOnePage: Ways = {
  leads: (id, anchor) => `#${anchor === '' ? id : `${id}-${anchor}`}`,
  toReference: id => `#${id}`,
}

/** The list of all references, which leads back to the lectures; empty where they cite nothing. */
export function referencesOf({ labels, texts, cited }: GivenParts, heading: string, { leads }: Ways = onOnePage): Html | '' {
  if (cited.list.length === 0) return ''
  const backTo = waysBack(
    labels.flatMap(({ id }, index) =>
      (texts[index]?.citations ?? []).flatMap((citation, place) =>
        cited.said.has(citation.written) ? [{ citation, address: escapeHtml(leads(id, `cite-${place + 1}`)) }] : [],
      ),
    ),
  )
  return writeReferences(cited.list, { heading, level: 2, backTo })
}

/** Each lecture with its place in the whole, which is one page by default. */
export function placesOf({ labels, texts, cited }: GivenParts, view: SiteView, { leads, toReference }: Ways = onOnePage): PlacedText[] {
  const idOfUrl = new Map(labels.map(({ url, id }) => [url, id]))
  const inward = (address: string): string => {
    const [, path = '', anchor = ''] = /^([^#]*)(?:#(.*))?$/s.exec(withoutHost(address, view)) ?? []
    const id = idOfUrl.get(path)
    return id === undefined ? address : leads(id, anchor)
  }
  const prefixes = new Map(labels.map(({ permalink, prefix }) => [permalink, prefix]))
  const prefixAt = (address: string): string => prefixes.get(address.replace(/#.*/s, '')) ?? ''
  let [footnotes, citations] = [0, 0]
  return labels.flatMap((label, index) => {
    const text = texts[index]
    if (text === undefined) return []
    const through = { prefix: label.prefix, prefixAt }
    const place = {
      through,
      idPrefix: `${label.id}-`,
      topHeading: 3,
      firstFootnote: footnotes + 1,
      inward,
      cited: { said: cited.said, list: [], leads: toReference, ...notesOf(cited, citations, text) },
    }
    footnotes += text.footnotes
    citations += text.citations.length
    return [{ ...label, text, place }]
  })
}

// Those of all texts come one after the other.
function notesOf({ notes }: CitedTogether, before: number, { citations }: EntryText): Pick<Cited, 'notes'> {
  return notes === undefined ? {} : { notes: notes.slice(before, before + citations.length) }
}

function withoutHost(address: string, { config }: SiteView): string {
  return config.url !== '' && address.startsWith(`${config.url}/`) ? address.slice(config.url.length) : address
}
