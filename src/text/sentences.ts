// The sentence around a part of a text.

/** What is left of the sentence in front of `words` and behind them: of a long one what stands next to them. */
export interface Around {
  readonly before: string
  readonly behind: string
}

/** Signs on either side. */
const most = 140

export function sentenceAround(before: string, words: string, behind: string): Around {
  const text = before + words + behind
  const [from, to] = [before.length, before.length + words.length]
  const ends = sentenceEnds(text)
  const begin = ends.findLast(end => end <= from) ?? 0
  const end = ends.find(place => place >= to) ?? text.length
  return { before: lastOf(text.slice(begin, from).trimStart()), behind: firstOf(text.slice(to, end).trimEnd()) }
}

// Unicode's rules, which are the same in nearly all languages, take each of these for an end.
const abbreviation = /(?:^|[\s(])(?:\p{L}|Dr|Prof|Mr|Mrs|Ms|St|vs|cf|e\.g|i\.e|al|Fig|Eq|Thm|Sec|Ch|No|Nr|vgl|bzw|pp)\.\s+$/u

function sentenceEnds(text: string): number[] {
  const segments = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)]
  return segments.filter(({ segment }) => !abbreviation.test(segment)).map(({ segment, index }) => index + segment.length)
}

function firstOf(text: string): string {
  if (text.length <= most) return text
  const space = text.lastIndexOf(' ', most)
  return `${text.slice(0, space > most / 2 ? space : most)}…`
}

function lastOf(text: string): string {
  if (text.length <= most) return text
  const space = text.indexOf(' ', text.length - most)
  return `…${text.slice(space >= 0 && space < text.length - most / 2 ? space + 1 : text.length - most)}`
}
