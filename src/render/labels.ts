// What has a label in one lecture and is referred to in another, and the lectures themselves. A lecture is only read for it where its source holds the label, and once.

import { hash } from 'node:crypto'
import type { Body, Frame } from '../body.ts'
import type { Course, Lecture } from '../course/course.ts'
import type { Findings } from '../course/find-courses.ts'
import { type Diagnostic, placeInBody } from '../diagnostic.ts'
import { missingReference } from '../diagnostics/texts.ts'
import type { Entry } from '../model.ts'
import { labelOf } from '../pages/course-view.ts'
import { lazily } from '../text/lazily.ts'
import { nearest } from '../text/nearest.ts'
import { remembered } from '../text/remembered.ts'
import { slugify } from '../text/slug.ts'
import { type LabelledElsewhere, sayLabelled } from '../words/labelled.ts'
import type { Say } from '../words/words.ts'
import type { Fingerprints } from './freshness.ts'

export interface Labels {
  /** What a text refers to in others. */
  readonly elsewhere: (entry: Entry, body: Body) => Promise<Frame['labelled']>
  /** Those of its references that nothing has, neither in it nor in another lecture. */
  readonly problems: (entry: Entry, body: Body, labelled: Frame['labelled']) => Diagnostic[]
  /** What the site answers to references to other texts, in a hash. */
  readonly answers: (entry: Entry, asked: readonly string[]) => string
}

export interface LabelsOf {
  readonly courses: Findings
  readonly fingerprints: Fingerprints
  readonly read: (entry: Entry) => Promise<Body['labels']>
  readonly sayFor: (entry: Entry) => Say
}

type Owners = ReadonlyMap<string, Entry>

export function makeLabels({ courses, fingerprints, read, sayFor }: LabelsOf): Labels {
  const lectures = lazily(() => lecturesOf(courses))
  const ownerOf = (entry: Entry, label: string): Entry | undefined => {
    const owner = lectures().get(entry)?.owners().get(label)
    return owner === entry ? undefined : owner
  }
  const lectureOf = (entry: Entry, label: string): LabelledElsewhere | undefined => {
    const place = lectures().get(entry)
    const called = label.startsWith('lec-') ? place?.called().get(lectureKey(label.slice(4))) : undefined
    if (place === undefined || called?.entry === undefined) return undefined
    const text = labelOf(place.course, called, sayFor(entry)) || called.subject || called.entry.title
    const number = /^\d/.test(called.number) ? { number: called.number } : {}
    return { address: called.entry.permalink, text, labelled: { id: '', name: text }, ...number }
  }
  const labelsOf = remembered<Entry, Promise<Body['labels']>>()
  return {
    elsewhere: async (entry, body) => {
      labelsOf(entry, async () => body.labels)
      const found = new Map<string, LabelledElsewhere>()
      for (const label of referredElsewhere(body)) {
        const lecture = lectureOf(entry, label)
        if (lecture !== undefined) found.set(label, lecture)
        const owner = ownerOf(entry, label)
        const there = owner && (await labelsOf(owner, () => read(owner))).get(label)
        if (owner === undefined || there === undefined) continue
        const say = sayFor(entry)
        const number = lectures().get(owner)?.number ?? ''
        const place = number === '' ? owner.title : say('lecture', { number })
        const text = say('inOther', { name: sayLabelled(there, say), place })
        found.set(label, { address: `${owner.permalink}#${there.id}`, text, labelled: there })
      }
      return label => found.get(label)
    },
    problems: (entry, body, labelled) => missingIn(entry, body, labelled, lectures().get(entry)),
    answers: (entry, asked) => {
      if (asked.length === 0) return ''
      const owners = asked.map(label => {
        const lecture = lectureOf(entry, label)
        if (lecture !== undefined) return lecture
        const owner = ownerOf(entry, label)
        return owner && [fingerprints.whole(owner) ?? owner.body, owner.permalink, lectures().get(owner)?.number]
      })
      return hash('sha1', JSON.stringify(owners), 'base64')
    },
  }
}

function missingIn(entry: Entry, { labels, references }: Body, labelled: Frame['labelled'], place: InCourse | undefined): Diagnostic[] {
  const lines = lazily(() => entry.body.split('\n'))
  const known = lazily(() => {
    const called = [...(place?.called().keys() ?? [])].map(name => `lec-${name}`)
    return [...labels.keys(), ...(place?.owners().keys() ?? []), ...called]
  })
  const written = lazily(() => new Set(labelsIn(entry.body)))
  return references
    .filter(({ label }) => !labels.has(label) && labelled(label) === undefined)
    .map(({ label, line }) => {
      // As it may be written: `@eq-loss`, {eq}`loss`, `\@ref(thm:cap)`, `\@ref(tab:one)`.
      const forms = [`@${label}`, label.replace(/^eq-/, ''), label.replace('-', ':'), label.replace(/^[a-z]+-/, '')]
      const place = placeInBody(entry, lines(), line, ...forms)
      return missingReference(place, label, written().has(label) ? label : nearest(label, known()))
    })
}

/** The labels that a text refers to and does not have itself. */
export function referredElsewhere({ labels, references }: Body): readonly string[] {
  if (references.length === 0) return []
  return [...new Set(references.map(({ label }) => label))].filter(label => !labels.has(label))
}

/** An entry of a course. */
interface InCourse {
  readonly course: Course
  /** Of a lecture. */
  readonly number: string
  readonly owners: () => Owners
  /** Its lectures by all that `@lec-…` may call them. */
  readonly called: () => ReadonlyMap<string, Lecture>
}

// What belongs to a course shares one look at all of its sources.
function lecturesOf({ courses }: Findings): ReadonlyMap<Entry, InCourse> {
  return new Map(
    courses.flatMap(course => {
      const { lectures, besides } = course
      const owners = lazily(() => ownersIn([...lectures.flatMap(({ entry }) => entry ?? []), ...besides]))
      const called = lazily(() => new Map(lectures.toReversed().flatMap(lecture => keysOf(lecture).map(key => [key, lecture] as const))))
      return [
        ...besides.map(entry => [entry, { course, number: '', owners, called }] as const),
        ...lectures.flatMap(({ entry, number }) => (entry === undefined ? [] : [[entry, { course, number, owners, called }] as const])),
      ]
    }),
  )
}

// By its number, by what it is about, and by its file.
function keysOf({ number, subject, entry }: Lecture): readonly string[] {
  return [number, slugify(subject), entry?.slug ?? ''].map(lectureKey).filter(key => key !== '')
}

function lectureKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/^0+(?=\d)/, '')
    .replaceAll('–', '-')
}

// How sources give something a label: `{#thm-cap}`, a line `(clocks)=`, and an option of a diagram; and an equation: `\label{loss}`, `$$ (loss)`,
// `:label: loss`.
const [anyLabel, equationLabel] = [
  /\{[^{}\n]*#(\p{L}[\p{L}\p{N}_:.-]*)|^\(([\p{L}\p{N}][\p{L}\p{N}_:. -]*)\)=$|^[ \t>]*(?:#|%%|\/\/|--)\|[ \t]*(?:lst-)?label:[ \t]*["']?([\w:.-]+)|^[ \t>]*:(?:label|name):[ \t]*(\S+)/gmu,
  /\\label\{(?:eq[:-])?([^{}]+)\}|\$\$[ \t]*\((?:eq[:-])?(\p{L}[\p{L}\p{N}_:.-]*)\)|^:label:[ \t]*(?:eq[:-])?(\S+)/gmu,
]

function labelsIn(body: string): readonly string[] {
  const found = (pattern: RegExp): string[] =>
    [...body.matchAll(pattern)].map(([, ...groups]) => groups.find(group => group !== undefined) ?? '')
  return [...found(anyLabel), ...found(equationLabel).map(label => `eq-${label.replace(/\s+/g, '-')}`)]
}

// Of two lectures with the same label, it is that of the former.
function ownersIn(entries: readonly Entry[]): Owners {
  const owners = new Map<string, Entry>()
  for (const entry of entries) for (const label of labelsIn(entry.body)) if (!owners.has(label)) owners.set(label, entry)
  return owners
}
