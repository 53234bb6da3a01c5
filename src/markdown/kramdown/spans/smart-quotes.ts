// Straight quotes into curly ones, by rules that look at both neighbours, the first that fits in each place.

import { lazily } from '../../../text/lazily.ts'
import { scan, sticky } from '../cursor.ts'
import { addText, type Parser, type SpanRule } from '../parser.ts'
import { notSpace, space } from '../patterns.ts'

const punctuation = '[!"#$%\'()*+,\\-.\\/:;<=>?@\\[\\\\\\]^_`{|}~]'
const closer = '[^ \\\\\\t\\r\\n\\[{(\\-]'
const wordCharacter = '[\\p{L}\\p{M}\\p{N}\\p{Pc}]'
// No word boundary: behind punctuation no letter follows, but behind an underscore, which Ruby takes for a letter, one does.
const noBoundary = `(?:(?<=_)(?=${wordCharacter})|(?<!_)(?!${wordCharacter}))`

/** What is put in place of the match: text that stays, or a quote by its index in `smartQuotes`. */
type Part = 'before' | 'left' | 'right' | 'left-single' | 'left-double' | 'right-single'

// Classes of Unicode take milliseconds to read, so they are read for the first quote.
const rules = lazily((): readonly (readonly [expression: RegExp, parts: readonly Part[]])[] => [
  [sticky(`()(["'])(?=[_*]{1,2}${notSpace})`, 'u'), ['left']],
  [sticky(`()(["'])(?=${punctuation}(?!\\.\\.)${noBoundary})`, 'u'), ['right']],
  [sticky(`(${space}?)"'(?=\\w)`, 'u'), ['before', 'left-double', 'left-single']],
  [sticky(`(${space}?)'"(?=\\w)`, 'u'), ['before', 'left-single', 'left-double']],
  [sticky(`(${space}?)'(?=\\d\\ds)`, 'u'), ['before', 'right-single']],
  [sticky(`(${space})(['"])(?=\\w)`, 'u'), ['before', 'left']],
  [sticky(`(${closer})(['"])`, 'u'), ['before', 'right']],
  [sticky(`()(["'])(?=${space}|s(?!${wordCharacter})|$)`, 'u'), ['right']],
  [sticky(`([^]?)'`, 'u'), ['before', 'left-single']],
  [sticky(`([^]?)"`, 'u'), ['before', 'left-double']],
])

export const smartQuotes: SpanRule = {
  name: 'smart quotes',
  start: sticky(`[^\\\\]?["']`, 'u'),
  read(parser) {
    for (const [expression, parts] of rules()) {
      const match = scan(parser.cursor, expression)
      if (!match) continue
      addText(parser.tree, parts.map(part => partText(parser, part, match)).join(''))
      return true
    }
    return false
  },
}

function partText({ options: { smartQuotes: signs } }: Parser, part: Part, [, before = '', quote]: RegExpExecArray): string {
  if (part === 'before') return before
  if (part === 'left-single') return signs[0]
  if (part === 'right-single') return signs[1]
  if (part === 'left-double') return signs[2]
  return signs[(quote === '"' ? 2 : 0) + (part === 'left' ? 0 : 1)] ?? ''
}
