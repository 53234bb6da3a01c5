// Works that a list of references has though nothing in the text cites them, as Pandoc asks for them: `nocite: "@a, @b"` in the front matter, or `@*` for
// the whole bibliography.

import { texts } from '../config/readers.ts'
import type { Entry } from '../model.ts'
import type { Items } from './bibliographies.ts'

/** True for a text that lists works without citing them. */
export function listsUncited(entry: Entry): boolean {
  return namesIn(entry).length > 0
}

/** The keys of such works, known or not. */
export function uncitedIn(entry: Entry, items: Items): readonly string[] {
  const names = namesIn(entry)
  return names.includes('*') ? [...items.keys()] : names
}

function namesIn({ data }: Entry): readonly string[] {
  const written = texts.read(data['nocite'] ?? null) ?? []
  return written.flatMap(text => [...text.matchAll(/@\{?([^\s,;{}[\]]+)/g)].map(([, name = '']) => name))
}
