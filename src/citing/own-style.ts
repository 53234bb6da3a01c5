// The style of references where a site names none: author and year in the text, as most fields read them, in any language that the theme speaks.
// It is made here and not by the CSL library, which takes a second for 200 works, and 150 ms before the first.

import { escapeHtml } from '../text/escape.ts'
import { compareNaturally } from '../text/natural.ts'
import type { Citation, CitedItem, CitedPiece, Reference } from '../words/cited.ts'
import type { Say } from '../words/words.ts'
import { type Formatted, type Formatter, idOfReference, keysOf, richText, type ToFormat } from './formatting.ts'
import { type Name, others } from './names.ts'
import { withRanges } from './pages.ts'
import { type Item, yearOf } from './to-csl.ts'

/** An item as texts call it. */
interface Called {
  readonly item: Item
  /** `Vaswani et al.` */
  readonly who: string
  /** `2017a` */
  readonly year: string
}

export const ownStyle: Formatter = text => {
  const called = callItems(text)
  const list = [...called.values()].map(
    (each): Reference => ({
      key: each.item.id,
      id: idOfReference(each.item.id),
      mark: '',
      words: describe(each, text),
    }),
  )
  const said = new Map(text.citations.map(citation => [citation.written, sayCitation(citation, called, text.say)]))
  return { said, list } satisfies Formatted
}

// In the order of the list. Works of one year that would be called the same get a letter.
function callItems({ citations, uncited, items, say }: ToFormat): ReadonlyMap<string, Called> {
  const plain = [...new Set([...keysOf(citations), ...uncited])].flatMap(key => {
    const item = items.get(key)
    return item === undefined ? [] : [{ item, who: whoWrote(item, say), year: escapeHtml(yearOf(item.issued)) || say('noDate') }]
  })
  const keyOf = ({ item, year }: Called): string => [namesOf(item).map(familyOf).join(' ') || item.title, year, item.title].join('\n')
  const sorted = plain.toSorted((one, other) => compareNaturally(keyOf(one), keyOf(other)))
  const calledThe = ({ who, year }: Called): string => `${who}\n${year}`
  const counts = new Map<string, number>()
  for (const each of sorted) counts.set(calledThe(each), (counts.get(calledThe(each)) ?? 0) + 1)
  const given = new Map<string, number>()
  return new Map(
    sorted.map(each => {
      const name = calledThe(each)
      const place = given.get(name) ?? 0
      given.set(name, place + 1)
      const letter = (counts.get(name) ?? 0) > 1 ? String.fromCharCode(97 + (place % 26)) : ''
      return [each.item.id, { ...each, year: each.year + letter }]
    }),
  )
}

function namesOf({ author, editor }: Item): readonly Name[] {
  return author ?? editor ?? []
}

function familyOf({ family, literal, 'non-dropping-particle': particle }: Name): string {
  return [particle, family ?? literal].filter(part => part !== undefined).join(' ')
}

function whoWrote(item: Item, say: Say): string {
  const names = namesOf(item)
  const [first, second] = names
  // Without a name a work is called by the beginning of its title.
  if (first === undefined) return `<i>${richText((item['title-short'] as string | undefined) ?? firstWords(item.title ?? item.id))}</i>`
  const called = escapeHtml(familyOf(first))
  if (second === undefined) return called
  return names.length > 2 || second === others ? `${called} ${say('andOthers')}` : `${called} &amp; ${escapeHtml(familyOf(second))}`
}

function firstWords(title: string): string {
  const words = title.split(' ')
  return words.length <= 5
    ? title
    : `${words
        .slice(0, 4)
        .join(' ')
        .replace(/<[^>]*>/g, '')}…`
}

function sayCitation({ items, isInSentence }: Citation, called: ReadonlyMap<string, Called>, say: Say): readonly CitedPiece[] {
  const pieces = items.map(item => sayItem({ ...item, suffix: sayPlace(item.suffix, say) }, called, isInSentence))
  if (isInSentence) return pieces.flat()
  return ['(', ...pieces.flatMap((piece, index) => (index === 0 ? piece : ['; ', ...piece])), ')']
}

function sayItem(
  { key, prefix, suffix, withoutAuthor }: CitedItem,
  called: ReadonlyMap<string, Called>,
  isInSentence: boolean,
): CitedPiece[] {
  const found = called.get(key)
  const id = idOfReference(key)
  const place = withRanges(suffix)
  const behind = place === '' || /^[:.]/.test(place) ? escapeHtml(place) : `, ${escapeHtml(place)}`
  if (found === undefined) return [escapeHtml(`@${key}`)]
  const { who, year } = found
  if (isInSentence && behind === '') return [{ id, words: `${who} (${year})` }]
  if (isInSentence) return [{ id, words: `${who} (${year}` }, `${behind})`]
  const before = prefix === '' ? [] : [`${escapeHtml(prefix)} `]
  return [...before, { id, words: withoutAuthor ? year : `${who}, ${year}` }, ...(behind === '' ? [] : [behind])]
}

// A number alone is a page, as in Pandoc.
function sayPlace(suffix: string, say: Say): string {
  const [, pages, rest = ''] = /^(\d+(?:-{1,2}\d+|–\d+)?(?:,\s*\d+(?:-{1,2}\d+|–\d+)?)*)($|,.*$)/s.exec(suffix) ?? []
  return pages === undefined ? suffix : say('onPages', { pages, count: /\D/.test(pages) ? 2 : 1 }) + rest
}

/** A list with more names shows as many and no more. */
const mostNames = 10

// Who, when, what, where it stands, who published it, and the way to it.
function describe({ item, year }: Called, { say, lang }: Pick<ToFormat, 'say' | 'lang'>): string {
  const text = (name: string): string => richText((item[name] as string | undefined) ?? '')
  const authors = listNames(item.author ?? [], say)
  const editors = listNames(item.editor ?? [], say)
  const isPart = text('container-title') !== ''
  const leads = authors === '' && editors !== '' ? `${editors} ${say('editors', { count: item.editor?.length ?? 1 })}` : authors
  // Without a name and a title a work is called by its key, as where it is cited.
  const name = text('title') || (leads === '' ? escapeHtml(item.id) : '')
  const title = isPart ? name : `<i>${name}</i>`
  const edition = text('edition') === '' ? '' : ` (${sayEdition(text('edition'), lang, say)})`
  // That of a chapter is its book's.
  const called = isPart ? title : title + edition + sayVersion(text('version'))
  const parts = [
    ...(leads === '' ? [`${called} (${year})`] : [`${leads} (${year})`, called]),
    ...(isPart
      ? [container(item, { text, edition, editors: authors === '' ? '' : editors, say })]
      : [[text('genre'), text('number')].filter(part => part !== '').join(' ')]),
    [text('publisher-place'), text('publisher')].filter(part => part !== '').join(': '),
    text('note'),
    addressOf(item, say),
  ]
  return parts
    .filter(part => part !== '' && part !== '<i></i>')
    .map(part => (/[.?!…](?:<\/i>)?$/.test(part) || part.startsWith('<a ') ? part : `${part}.`))
    .join(' ')
}

// Of a program.
function sayVersion(version: string): string {
  return version === '' ? '' : ` (${version.replace(/^(?=\d)/, 'v')})`
}

function sayEdition(edition: string, lang: string, say: Say): string {
  if (!/^\d+$/.test(edition)) return edition
  const kind = new Intl.PluralRules('en', { type: 'ordinal' }).select(Number(edition))
  const ending = lang.startsWith('en') ? (({ one: 'st', two: 'nd', few: 'rd' } as Partial<Record<string, string>>)[kind] ?? 'th') : ''
  return say('edition', { number: edition + ending })
}

type TextOf = (name: string) => string

interface Container {
  readonly text: TextOf
  readonly edition: string
  readonly editors: string
  readonly say: Say
}

function container({ type, editor }: Item, { text, edition, editors, say }: Container): string {
  const name = `<i>${text('container-title')}</i>`
  const [volume, issue, pages] = [text('volume'), text('issue'), text('page')]
  const place = (volume === '' ? '' : ` ${volume}`) + (issue === '' ? '' : `(${issue})`) + edition
  const edited = editors === '' ? '' : `${editors} ${say('editors', { count: editor?.length ?? 1 })}, `
  const behind = [name + place, pages].filter(part => part !== '').join(', ')
  return type.startsWith('article') ? behind : say('inBook', { book: edited + behind })
}

function listNames(names: readonly Name[], say: Say): string {
  const shown = names.filter(name => name !== others).slice(0, mostNames)
  const listed = shown.map(name => escapeHtml(fullName(name)))
  if (shown.length < names.length) return `${listed.join(', ')}, ${say('andOthers')}`
  return listed.length < 2 ? listed.join('') : `${listed.slice(0, -1).join(', ')}, &amp; ${listed.at(-1)}`
}

function fullName(name: Name): string {
  const { given = '', suffix } = name
  // Where the family's name comes first anyway, nothing stands between.
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u.test(familyOf(name) + given))
    return familyOf(name) + given
  return [familyOf(name), initials(given), suffix].filter(part => part !== undefined && part !== '').join(', ')
}

// Where a script has capitals, a given name is told by them.
function initials(given: string): string {
  const words = given.split(/\s+/).filter(word => word !== '')
  return words.every(word => /^\p{Lu}/u.test(word))
    ? words.map(word => word.replace(/(\p{Lu})[\p{Ll}\p{M}.’']*/gu, '$1.')).join(' ')
    : given
}

function addressOf({ DOI, URL: url, accessed }: Item, say: Say): string {
  const address = DOI === undefined ? (url as string | undefined) : `https://doi.org/${DOI as string}`
  if (address === undefined) return ''
  const seen = accessed !== undefined && DOI === undefined ? ` (${say('accessed', { date: dayOf(accessed) })})` : ''
  const encoded = address.replace(/[<>"\s\\^`{|}]/g, encodeURIComponent)
  return `<a href="${escapeHtml(encoded)}">${escapeHtml(address.replace(/^https?:\/\//, ''))}</a>${seen}`
}

function dayOf(date: NonNullable<Item['accessed']>): string {
  if ('literal' in date) return date.literal
  return (date['date-parts'][0] ?? []).map(part => String(part).padStart(2, '0')).join('-')
}
