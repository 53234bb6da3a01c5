// The number of a lecture, and which rule gave it.

import { textOf } from '../config/readers.ts'
import { bareNumber, type Clues, fileWords } from './clues.ts'
import type { NumberedTitle } from './numbered-title.ts'
import { readNumeral } from './numeral.ts'
import type { CourseFound } from './rules.ts'

export interface NumberFound {
  /** Empty where nothing says one. */
  readonly number: string
  readonly because: string
  /** Another number that something less sure says, with what says it. */
  readonly against?: { readonly number: string; readonly because: string }
}

export function numberOf(clues: Clues, { numbers }: CourseFound): NumberFound {
  const bare = numbers === 'any' ? bareNumber(clues.entry) : undefined
  // `04-trees.md`, “Trees (part 2)”, is the fourth lecture of its course.
  const counts = (found: NumberedTitle | undefined): found is NumberedTitle =>
    found !== undefined && (found.sureness !== 'part' || (numbers !== 'lectures' && bare === undefined))
  const all: { readonly number: string; readonly because: string }[] = []
  const { keys, title, file, entry } = clues
  const counted =
    entry.kind !== 'page' || entry.collection === undefined ? undefined : readNumeral(textOf(entry.data['number'] ?? null) ?? '')
  if (keys.number !== undefined)
    all.push({ number: readNumeral(keys.number) ?? keys.number.trim(), because: `lecture: ${keys.number} in its front matter` })
  else if (counted !== undefined && numbers === 'any') all.push({ number: counted, because: `number: ${counted} in its front matter` })
  if (counts(title)) all.push({ number: title.number, because: `“${title.written}” in its title` })
  if (counts(file)) all.push({ number: file.number, because: `“${file.written}” in the name of its file` })
  if (bare !== undefined)
    all.push({
      number: bare,
      because: `the number in ${entry.title.includes(bare) ? 'its title' : `the name of its file, ${fileWords(entry)}`}`,
    })
  const [first, ...others] = all
  if (first === undefined) return { number: '', because: '' }
  // A file is called `…-part-2` for reasons of its own, a guest's lecture may be counted with the others, and the file of lecture 2.1 say 2.
  const against = others.find(({ number }) => number !== first.number && number !== 'guest' && !first.number.startsWith(`${number}.`))
  return { ...first, ...(against === undefined || bare === against.number ? {} : { against }) }
}
