// The same text in other languages: entries that share a name for it in their front matter, or a file name in folders that are called by their
// languages (`posts/de/2024-01-01-a.md` beside `posts/2024-01-01-a.md`).

import type { Config } from '../config/config.ts'
import { textOf } from '../config/readers.ts'
import type { Entry, Site } from '../model.ts'
import { frontMatterKeys } from '../posts/keys.ts'
import type { Translation } from '../templates/contract.ts'
import { nameOfLanguage } from '../words/dates.ts'

/** All versions of an entry, its own among them, by the order of the site; none where there is but one. */
export type TranslationsOf = (entry: Entry) => readonly Entry[]

export function translationsIn({ posts, pages }: Site, config: Config): TranslationsOf {
  const groups = new Map<string, Entry[]>()
  for (const entry of [...posts, ...pages]) {
    const key = keyOf(entry)
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return entry => {
    const group = groups.get(keyOf(entry)) ?? []
    const tongues = new Set(group.map(other => languageOf(other, config)))
    // Two texts in one language under one name are no translations of each other.
    return tongues.size > 1 && tongues.size === group.length ? group : []
  }
}

/** As templates are told. */
export function translationLinks(entries: readonly Entry[], config: Config): Translation[] {
  return entries.map(entry => {
    const lang = languageOf(entry, config)
    const url = config.baseurl + entry.permalink
    return { title: nameOfLanguage(lang), url, lang, canonical: config.url === '' ? '' : config.url + url }
  })
}

const names = ['translation', ...frontMatterKeys.translation.aliases]

function keyOf({ source, lang, data }: Entry): string {
  const translation = names.map(name => textOf(data[name] ?? null)).find(name => name !== undefined)
  if (translation !== undefined) return `name ${translation}`
  const parts = source.split('/')
  return `file ${(lang === undefined ? parts : parts.filter(part => part.toLowerCase() !== lang.toLowerCase())).join('/')}`
}

function languageOf({ lang }: Entry, config: Config): string {
  return (lang ?? config.lang).replaceAll('_', '-')
}
