// How Markdown is written that is no text of its own: what a filter makes is read again as a part of the text, which then resolves its links and
// shifts its headings.

import type { Frame } from '../body.ts'
import type { Text } from '../markdown/markdown.ts'
import { sourcePath } from '../model.ts'
import { lazily } from '../text/lazily.ts'
import { sayIn } from '../words/words.ts'

// Made when somebody asks: most sites never do.
const english = lazily(() => sayIn('en'))

export const asWritten: Frame = {
  dress: 'plain',
  codeMarkup: 'lectern',
  address: ({ url }) => url,
  labelled: () => undefined,
  named: () => undefined,
  cited: undefined,
  picture: () => undefined,
  topHeading: undefined,
  idPrefix: '',
  firstFootnote: 1,
  through: undefined,
  say: (name, values) => english()(name, values),
}

/** Such a piece of Markdown, which stands in no file. */
export function looseText(text: string): Text {
  return { source: sourcePath(''), original: text, line: 1, format: 'markdown', whole: { text, formulas: [] }, macros: {} }
}
