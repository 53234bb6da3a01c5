// The code of a course, as universities give them: CS 329s, cs231n, EECS 16A, 6.824, 10-708.

import { lectureWords, meetingWords, partWords } from './words.ts'

/** Letters and a number; a number of MIT; one of Carnegie Mellon. What other things are numbered so (SHA-256, ISO 8601) is no course. */
const code =
  /(?<![\p{L}\p{N}.-])(?:(\p{Lu}{2,5}|\p{Lu}\p{Ll}{1,4}|\p{Ll}{2,5})[ -]?(\d{2,4}[A-Za-z]{0,2})|(\d{1,2}\.S?\d{3})|(\d{2}-\d{3}))(?![\p{L}\p{N}]|\.\d|-\d)/gu
const others =
  /^(?:sha|iso|din|rfc|ieee|rtx|gtx|covid|utf|http|https|error|arm|amd|intel|usb|mp|top|best|v|ver|version|page|year|in|of|to|for|the|and|at|by|on|from|since|until|ubuntu|debian|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|web|rust|java|scala|swift|ruby|perl|node|vue|es|php|gpt|llama|ipv|css|html|api|aws|sql|www|windows|mac|ios|vol|no|nr|ch|hw|ps|pset|exam|quiz|lab|cap|fig|eq)$/i

// `Clase 02` and `Teil 10` count, in whatever language.
const counting = new RegExp(`^(?:${[...lectureWords, ...meetingWords, ...partWords].join('|')})$`, 'iu')

export interface Code {
  /** By which two writings of it are the same: `cs329s`. */
  readonly key: string
  /** As it is written: `CS 329s`. */
  readonly written: string
}

/** The first code in a text. */
export function codeIn(text: string): Code | undefined {
  for (const [written, letters = '', number = ''] of text.matchAll(code)) {
    const isYear = /^(?:19|20)\d\d$/.test(number)
    if (!isYear && !others.test(letters) && !counting.test(letters)) return { key: keyOf(written), written }
  }
  return undefined
}

/** The code that a tag, a category or a folder is, if it is nothing else. */
export function codeAs(name: string): Code | undefined {
  const found = codeIn(name)
  return found?.written === name.trim() ? found : undefined
}

/** `CS 329s` and `cs-329S` are one course; the dots of `6.824` stay, as they are in its name. */
export function keyOf(written: string): string {
  return written.toLowerCase().replace(/(?<=\p{L})[ -]/gu, '')
}
