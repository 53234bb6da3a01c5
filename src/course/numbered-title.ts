// `Notes on Distributed Systems, Lecture 1 – Time and order`: the number in a title, the word it stands by, and what stands around both.

import { lazily } from '../text/lazily.ts'
import { digitPattern, hanPattern, mayHaveNumber, numberWordsIn, readNumeral, romanPattern, withPlainDigits } from './numeral.ts'
import { countedSigns, guestWords, koreanSigns, lectureWords, meetingWords, partWords } from './words.ts'

/** How surely a number speaks of a course: by a word for lecture, for a meeting that may be one, or for a part of anything. */
export type Sureness = 'lecture' | 'meeting' | 'part'

export interface NumberedTitle {
  /** `3`, `1.5`, `2a`, `1–2`, or `guest`. */
  readonly number: string
  readonly sureness: Sureness
  /** The words that say so, as they are written. */
  readonly written: string
  /** What the parts of a whole have in common: `Notes on Distributed Systems`; may be empty. */
  readonly stem: string
  /** What this one is about: `Time and order`; may be empty. */
  readonly subject: string
}

/** Where a title has several numbers (`Lecture 17: Generative models (part 1)`), the surest word counts. */
export function readNumberedTitle(title: string): NumberedTitle | undefined {
  const text = withPlainDigits(title)
  const guest = guestWord().test(text) ? guestPattern.exec(text) : null
  if (guest !== null) return around(title, guest.index, guest[0], 'guest', 'lecture')
  if (!mayHaveNumber(text)) return undefined
  for (const [sureness, words] of wordsBySureness()) {
    const found = patternFor(text, words, sureness)?.exec(text) ?? null
    if (found === null) continue
    const numeral = found.slice(1).find(group => group !== undefined) ?? ''
    const number = readNumeral(numeral)
    // `The best part I ever saw` counts nothing.
    const isPronoun = numeral === 'I' && /^\s+\p{Ll}/u.test(text.slice(found.index + found[0].length))
    if (number !== undefined && !isPronoun) return around(title, found.index, found[0], number, sureness)
  }
  return undefined
}

const edge = String.raw`(?<![\p{L}\p{N}])`
const guestPattern = new RegExp(`${edge}(?:${guestWords.join('|')})(?!\\p{L})`, 'iu')
const guestWord = lazily(() => new RegExp(guestWords.join('|'), 'iu'))

const wordsBySureness = lazily((): readonly (readonly [Sureness, readonly RegExp[]])[] => [
  ['lecture', lectureWords.map(findWords)],
  ['meeting', meetingWords.map(findWords)],
  ['part', partWords.map(findWords)],
])

function findWords(words: string): RegExp {
  return new RegExp(words, 'iu')
}

// A number behind the word (`Lecture 3`, `Part II`), one in front that counts it off (`3rd lecture`, `3. Vorlesung`: `3 lectures` counts them all),
// and the forms of Chinese, Japanese and Korean. The pattern is made of the words and numbers that occur in the text: one of all languages takes V8
// 23 ms to compile, and as much again for a title that is not Latin.
function patternFor(text: string, words: readonly RegExp[], sureness: Sureness): RegExp | undefined {
  const occurring = words.filter(word => word.test(text)).map(({ source }) => source)
  const forms = [
    ...(occurring.length === 0 ? [] : withWord(`(?:${occurring.join('|')})`, numberWordsIn(text))),
    // 第5回 is a lecture, and 第5回勉強会 the fifth meeting of a club.
    ...(text.includes('第') ? [`第\\s*(\\d{1,3}|${hanPattern})\\s*[${countedSigns[sureness]}](?<!回(?=\\p{L}))`] : []),
    ...(/[가-힣]/.test(text) ? [`(?:제\\s*)?(?<!\\d)(\\d{1,3})\\s*(?:${koreanSigns[sureness]})(?!\\p{L})`] : []),
  ]
  return forms.length === 0 ? undefined : new RegExp(forms.join('|'), 'iu')
}

function withWord(word: string, numberWords: readonly string[]): string[] {
  const spelt = numberWords.join('|')
  const number = `(${[digitPattern, `${romanPattern}(?![.’'])`, ...(spelt === '' ? [] : [`(?:${spelt})`])].join('|')})`
  return [
    `${edge}${word}[.:]?[\\s_-]*(?:#|no\\.?|nr\\.?|n[º°]|№)?\\s*${number}(?![\\p{L}\\p{N}])`,
    `${edge}(\\d{1,3})(?:st|nd|rd|th|\\.|re|ère|er|e|ème|[ªº]|-?[яй])\\s*${word}(?!\\p{L})`,
    ...(spelt === '' ? [] : [`${edge}(${spelt})\\s+${word}(?!\\p{L})`]),
  ]
}

function around(title: string, index: number, written: string, number: string, sureness: Sureness): NumberedTitle {
  const [before, behind] = [title.slice(0, index), title.slice(index + written.length).replace(ofHowMany, '')]
  const facts = { number, sureness, written: written.trim() }
  const open = before.search(/[(（][^(（]*$/)
  const close = behind.search(/[)）]/)
  // `Time and order (Distributed Systems, Lecture 1)`: the whole is told in the brackets, or, where they hold the number alone, in front of them.
  if (open >= 0 && close >= 0 && !/[)）]/.test(before.slice(open))) {
    const [inside, outside] = [trimmed(before.slice(open + 1)), trimmed(before.slice(0, open))]
    const rest = trimmed(`${behind.slice(0, close)} ${behind.slice(close + 1)}`)
    return inside === '' ? { ...facts, stem: outside, subject: rest } : { ...facts, stem: inside, subject: trimmed(`${outside} ${rest}`) }
  }
  return { ...facts, stem: trimmed(before), subject: trimmed(behind) }
}

const ofHowMany = /^\s*(?:of|von|sur|de|\/)\s*\d+/i

/** A piece of a title without the signs that parted it from the rest. */
export function trimmed(text: string): string {
  return text.replace(/^[\s:：,，.;|/·–—-]+|[\s:：,，;|/·–—([（【-]+$/gu, '').replace(/^[)）]\s*/, '')
}
