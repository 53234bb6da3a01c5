// A body written as it was read, with nothing of a page around it.

import type { Frame } from '../../src/model.ts'
import { sayIn } from '../../src/words/words.ts'

export const plainFrame: Frame = {
  dress: 'plain',
  codeMarkup: 'lectern',
  address: ({ url }) => url,
  labelled: () => undefined,
  picture: () => undefined,
  topHeading: 2,
  idPrefix: '',
  say: sayIn('en'),
  firstFootnote: 1,
}
