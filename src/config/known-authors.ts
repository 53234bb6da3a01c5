// Writers by the names that they have in `_data/authors.yml`, where jekyll-feed and jekyll-seo-tag look for them.

import type { Author, Data, DataMap } from '../model.ts'
import { authors, isMap } from './readers.ts'

/** `data` is what the files of `_data` hold. */
export function knownAuthors(named: readonly Author[], data: DataMap): readonly Author[] {
  const people = data['authors'] ?? null
  if (!isMap(people)) return named
  return named.map(author => (Object.hasOwn(people, author.name) ? personOf(author, people[author.name] ?? null) : author))
}

// Who has no other name there is called by the key.
function personOf(author: Author, person: Data): Author {
  const [found] = authors.read(person) ?? []
  return found === undefined ? author : { ...author, ...found, name: found.name || author.name }
}
