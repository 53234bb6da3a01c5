// What the theme says in its own voice, and how a phrase is said in a language. THE LIST of languages; each is a file beside this one.

import { lazily } from '../text/lazily.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en, type PhraseName, type Words } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ja } from './ja.ts'
import { ko } from './ko.ts'
import type { Phrase } from './phrase.ts'
import { tr } from './tr.ts'
import { zh } from './zh.ts'
import { zhHant } from './zh-hant.ts'

/** Words by language, a BCP 47 tag in lower case. */
export const languages: Readonly<Record<string, Words>> = {
  en,
  ar,
  de,
  es,
  fr,
  ja,
  ko,
  tr,
  zh,
  'zh-hant': zhHant,
  'zh-tw': zhHant,
  'zh-hk': zhHant,
}

/** What stands for the names in braces: `{count}` also decides between singular and plural. */
export type PhraseValues = Readonly<Record<string, string | number>>

/** Says a phrase. */
export type Say = (name: PhraseName, values?: PhraseValues) => string

/** Says phrases in `language`, or in English where it has none of our files. `own` are phrases that the site words otherwise. */
export function sayIn(language: string, own: Words = {}): Say {
  const words = { ...en, ...wordsOf(language), ...own }
  const locale = isKnown(language) ? language.replaceAll('_', '-') : 'en'
  const plural = new Intl.PluralRules(locale)
  const written = numbersIn(locale)
  return (name, values = {}) => {
    const phrase: Phrase = words[name]
    const text = typeof phrase === 'string' ? phrase : (phrase[plural.select(Number(values['count'] ?? 0))] ?? phrase.other)
    return text.replace(/\{(\w+)\}/g, (whole, key: string) => {
      const value = values[key]
      return typeof value === 'number' ? written(value) : (value ?? whole)
    })
  }
}

// To make the first `Intl.NumberFormat` takes 14 ms, and English needs none.
function numbersIn(locale: string): (value: number) => string {
  if (/^en(?:$|-)/.test(locale)) return String
  const format = lazily(() => new Intl.NumberFormat(locale, { useGrouping: false }))
  return value => format().format(value)
}

// True for a language that this program speaks.
function isKnown(language: string): boolean {
  return keyOf(language) !== undefined
}

function wordsOf(language: string): Words {
  return languages[keyOf(language) ?? 'en'] ?? en
}

// `zh-Hant-TW` is looked for whole, then without its last part, and so on.
function keyOf(language: string): string | undefined {
  const parts = language.toLowerCase().split(/[-_]/)
  const candidates = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'))
  return candidates.find(candidate => Object.hasOwn(languages, candidate))
}

/** Says phrases in any language; what each takes to know is found once. */
export function speakers(own: Words = {}): (language: string) => Say {
  const known = new Map<string, Say>()
  return language => {
    const say = known.get(language) ?? sayIn(language, own)
    known.set(language, say)
    return say
  }
}

/** The phrases among what an author has written under `words`. */
export function wordsFrom(written: Readonly<Record<string, unknown>>): Words {
  return Object.fromEntries(Object.entries(written).filter(([name, value]) => name in en && isPhrase(value)))
}

function isPhrase(value: unknown): value is Phrase {
  return typeof value === 'string' || (typeof value === 'object' && value !== null && 'other' in value && typeof value.other === 'string')
}

/** Phrases that the scripts of pages say, which hold the English ones themselves. */
const scriptPhrases = [
  'copy',
  'copied',
  'wrap',
  'close',
  'colours',
  'automatic',
  'light',
  'dark',
  'diagram',
  'diagramText',
  'markRead',
  'isRead',
  'readCount',
  'forgetRead',
  'search',
  'searchLabel',
  'searchClose',
  'searchKeys',
  'searchNothing',
  'searchFound',
  'searchBest',
  'searchFails',
] as const satisfies readonly PhraseName[]

/** What scripts say in `language`, as JSON; empty where they know it. */
export function scriptWords(language: string, own: Words = {}): string {
  const words = { ...wordsOf(language), ...own }
  const said = scriptPhrases.filter(name => words[name] !== undefined && words[name] !== en[name])
  return said.length === 0 ? '' : JSON.stringify(Object.fromEntries(said.map(name => [name, words[name]])))
}
