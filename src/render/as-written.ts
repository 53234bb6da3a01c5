// How Markdown is written that is no text of its own: what a filter makes is read again as a part of the text, which then resolves its links and
// shifts its headings.

import type { Frame } from '../model.ts'
import { sayIn } from '../words/words.ts'

export const asWritten: Frame = {
  dress: 'plain',
  address: ({ url }) => url,
  picture: () => undefined,
  topHeading: undefined,
  idPrefix: '',
  firstFootnote: 1,
  say: sayIn('en'),
}
