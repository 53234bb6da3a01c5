// An entry of a `.bib` file as CSL knows it (https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types): BibTeX's and
// biblatex's types and fields by the names that styles ask for.

import { ownValue } from '../text/own-value.ts'
import { type BibEntry, months } from './bibtex.ts'
import { type Name, readNames } from './names.ts'
import { texToText } from './tex-text.ts'

/** What is cited, as CSL-JSON has it. */
export interface Item {
  readonly id: string
  readonly type: string
  readonly title?: string
  readonly author?: readonly Name[]
  readonly editor?: readonly Name[]
  readonly issued?: CslDate
  readonly accessed?: CslDate
  readonly [variable: string]: string | readonly Name[] | CslDate | undefined
}

export type CslDate = { readonly 'date-parts': readonly (readonly number[])[] } | { readonly literal: string }

const types: Readonly<Record<string, string>> = {
  article: 'article-journal',
  book: 'book',
  mvbook: 'book',
  booklet: 'pamphlet',
  collection: 'book',
  conference: 'paper-conference',
  dataset: 'dataset',
  electronic: 'webpage',
  inbook: 'chapter',
  incollection: 'chapter',
  inproceedings: 'paper-conference',
  inreference: 'entry-encyclopedia',
  letter: 'personal_communication',
  manual: 'book',
  mastersthesis: 'thesis',
  online: 'webpage',
  patent: 'patent',
  periodical: 'periodical',
  phdthesis: 'thesis',
  presentation: 'speech',
  proceedings: 'book',
  report: 'report',
  software: 'software',
  techreport: 'report',
  thesis: 'thesis',
  unpublished: 'manuscript',
  video: 'motion_picture',
  www: 'webpage',
}

/** Fields that are one variable whatever the type, those that win first. */
const variables: readonly (readonly [variable: string, ...fields: string[]])[] = [
  ['container-title', 'booktitle', 'journaltitle', 'journal', 'maintitle'],
  ['collection-title', 'series'],
  ['volume', 'volume'],
  ['chapter-number', 'chapter'],
  ['publisher', 'publisher', 'institution', 'school', 'organization'],
  ['publisher-place', 'address', 'location'],
  ['event-title', 'eventtitle'],
  ['version', 'version'],
  ['note', 'note'],
  ['ISBN', 'isbn'],
  ['ISSN', 'issn'],
  ['title-short', 'shorttitle'],
]

/** All entries of a file; one that names another with `crossref` has what that one has and it has not. */
export function toItems(entries: readonly BibEntry[]): readonly Item[] {
  // Of two with one key texts cite the first; capitals make no difference to BibTeX.
  const byKey = new Map(entries.toReversed().flatMap(entry => [[entry.key.toLowerCase(), entry] as const, [entry.key, entry] as const]))
  const fieldsOf = makeInheritance(key => byKey.get(key.trim()) ?? byKey.get(key.trim().toLowerCase()))
  return entries.map(entry => toItem({ ...entry, fields: fieldsOf(entry) }))
}

type Fields = BibEntry['fields']

/** Entries name one another so deep at most, and in circles. */
const deepest = 100

// What an entry has with what it takes from others, each looked at once: four levels of sixty entries that name all of the next are a file of 90 KB,
// and thirteen million ways through it.
function makeInheritance(entryOf: (key: string) => BibEntry | undefined): (entry: BibEntry) => Fields {
  const known = new Map<BibEntry, Fields>()
  const fieldsOf = (entry: BibEntry, depth = 0): Fields => {
    const made = known.get(entry)
    if (made !== undefined || depth > deepest) return made ?? entry.fields
    // In a circle an entry has what is its own.
    known.set(entry, entry.fields)
    const fields = withParents(entry.fields, key => {
      const parent = entryOf(key)
      return parent === undefined || parent === entry ? new Map() : fieldsOf(parent, depth + 1)
    })
    known.set(entry, fields)
    return fields
  }
  return fieldsOf
}

// BibTeX's `crossref` names the book that holds it, whose title is that of the book; biblatex's `xdata` only what several have alike.
function withParents(own: Fields, fieldsOf: (key: string) => Fields): Fields {
  const book = fieldsOf(own.get('crossref') ?? '')
  const common = [...new Set((own.get('xdata') ?? '').split(','))].flatMap(key => [...fieldsOf(key)])
  if (book.size + common.length === 0) return own
  const ofBook = [...book].flatMap(([name, value]): [string, string][] => {
    if (name === 'title') return [['booktitle', value]]
    return book.has('title') && /^(?:booktitle|subtitle|shorttitle)$/.test(name) ? [] : [[name, value]]
  })
  return new Map([...ofBook, ...common, ...own])
}

function toItem({ type, key, fields }: BibEntry): Item {
  const csl = fields.get('entrysubtype') === 'magazine' ? 'article-magazine' : (ownValue(types, type) ?? 'document')
  const text = (name: string): string => texToText(fields.get(name) ?? '')
  const put = (variable: string, value: string): Record<string, string> => (value === '' ? {} : { [variable]: value })
  const plain = variables.map(([variable, ...names]) => put(variable, names.map(text).find(value => value !== '') ?? ''))
  return {
    id: key,
    type: csl,
    ...put('title', titleOf(fields)),
    ...Object.assign({}, ...plain),
    ...people('author', fields.get('author')),
    ...people('editor', fields.get('editor')),
    ...people('translator', fields.get('translator')),
    // What has no pages has the number of the article.
    ...put('page', text('pages').replace(/\s*[-–—]+\s*/g, '–') || text('eid') || text('articleno')),
    ...put(
      csl.startsWith('article') ? 'issue' : csl === 'report' || csl === 'patent' ? 'number' : 'collection-number',
      text('number') || text('issue'),
    ),
    ...put('edition', editionOf(text('edition'))),
    ...put('genre', genreOf(type, text('type'))),
    ...dated('issued', dateOf(fields)),
    ...dated('accessed', readDate(text('urldate'))),
    ...addressesOf(fields),
    ...(fields.get('howpublished') === undefined || isAddress(text('howpublished'))
      ? {}
      : put('publisher', text('publisher') || text('howpublished'))),
  }
}

function titleOf(fields: BibEntry['fields']): string {
  const text = (name: string): string =>
    texToText(fields.get(name) ?? '', { keepsCase: true }).replace(/^<span class="nocase">([^<]*)<\/span>$/, '$1')
  const [title, subtitle] = [text('title'), text('subtitle')]
  return subtitle === '' ? title : `${title}: ${subtitle}`
}

function people(variable: string, names: string | undefined): Record<string, readonly Name[]> {
  const read = names === undefined ? [] : readNames(names)
  return read.length === 0 ? {} : { [variable]: read }
}

function genreOf(type: string, written: string): string {
  if (written === 'phdthesis' || (written === '' && type === 'phdthesis')) return 'PhD thesis'
  if (written === 'mathesis' || (written === '' && type === 'mastersthesis')) return 'Master’s thesis'
  return written
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

// Styles write `2` as their language has it; `2nd`, `Second`, `2. Auflage` and `3rd ed.` mean the same. What else an author says is said.
function editionOf(written: string): string {
  const [, number, word = ''] =
    /^(?:(\d+)(?:st|nd|rd|th|\.)?|([a-z]+))(?:\s+(?:ed|edn|edition|auflage|aufl|éd|édition)\.?)?$/i.exec(written) ?? []
  const place = ordinals.indexOf(word.toLowerCase())
  return number ?? (place < 0 ? written : String(place + 1))
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text)
}

/** Where the servers that biblatex knows have their preprints and books. */
const servers: Readonly<Record<string, string>> = {
  arxiv: 'https://arxiv.org/abs/',
  jstor: 'https://www.jstor.org/stable/',
  pubmed: 'https://pubmed.ncbi.nlm.nih.gov/',
  hdl: 'https://hdl.handle.net/',
  googlebooks: 'https://books.google.com/books?id=',
}
const ofArxiv = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/
const namesArxiv = /\barXiv:\s*(\d{4}\.\d{4,5}(?:v\d+)?)/i

// A preprint has the address of its server. Who exports one often writes its number behind the name of a journal.
function addressesOf(fields: BibEntry['fields']): Record<string, string> {
  const raw = (name: string): string =>
    (fields.get(name) ?? '')
      .replace(/\\url\{([^{}]*)\}/, '$1')
      .replace(/\\([_%&#~])/g, '$1')
      .replace(/[{}\s]/g, '')
  const doi = raw('doi').replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, '')
  const [number, inWords] = [
    raw('eprint').replace(/^arxiv:/i, ''),
    namesArxiv.exec(fields.get('journal') ?? fields.get('howpublished') ?? '')?.[1],
  ]
  const server = ownValue(servers, (raw('eprinttype') || raw('archiveprefix') || (ofArxiv.test(number) ? 'arxiv' : '')).toLowerCase())
  const preprint = server !== undefined && number !== '' ? server + number : inWords === undefined ? '' : servers['arxiv'] + inWords
  const url = [raw('url'), preprint, raw('howpublished')].find(isAddress) ?? ''
  return { ...(doi === '' ? {} : { DOI: doi }), ...(url === '' ? {} : { URL: url }) }
}

function dated(variable: string, date: CslDate | undefined): Record<string, CslDate> {
  return date === undefined ? {} : { [variable]: date }
}

function dateOf(fields: BibEntry['fields']): CslDate | undefined {
  const date = texToText(fields.get('date') ?? '')
  if (date !== '') return readDate(date)
  const [year, month] = [texToText(fields.get('year') ?? ''), monthOf(fields.get('month') ?? '')]
  if (/^\d{1,4}$/.test(year) && month !== undefined) {
    const day = Number(texToText(fields.get('day') ?? ''))
    return { 'date-parts': [[Number(year), month, ...(day > 0 ? [day] : [])]] }
  }
  return readDate(year)
}

function monthOf(written: string): number | undefined {
  const text = texToText(written)
  const number = /^\d{1,2}$/.test(text) ? Number(text) : months.indexOf(text.slice(0, 3).toLowerCase()) + 1
  return number >= 1 && number <= 12 ? number : undefined
}

// `2017`, `2017-06-12`, and two of them with a slash or a dash between; anything else is told as it is written.
function readDate(text: string): CslDate | undefined {
  if (text === '') return undefined
  const range = /^(\d{4}(?:-\d{1,2}){0,2})(?:\s*[/–—]\s*(\d{4}(?:-\d{1,2}){0,2})?)?$/.exec(text)
  if (range === null) return { literal: text }
  const parts = range.slice(1).filter(part => part !== undefined)
  return { 'date-parts': parts.map(part => part.split('-').map(Number)) }
}

/** The year of a date, or what stands for it. */
export function yearOf(date: CslDate | undefined): string {
  if (date === undefined) return ''
  return 'literal' in date ? date.literal : [...new Set(date['date-parts'].map(([year]) => String(year)))].join('–')
}
