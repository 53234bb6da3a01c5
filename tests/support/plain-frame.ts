// A text by itself, and a body written as it was read, with nothing of a page around it.

import type { Frame } from '../../src/body.ts'
import type { Text } from '../../src/markdown/markdown.ts'
import { sourcePath } from '../../src/model.ts'
import { sayIn } from '../../src/words/words.ts'

export const plainFrame: Frame = {
  dress: 'plain',
  codeMarkup: 'lectern',
  address: ({ url }) => url,
  labelled: () => undefined,
  named: () => undefined,
  cited: undefined,
  picture: () => undefined,
  topHeading: 2,
  idPrefix: '',
  say: sayIn('en'),
  firstFootnote: 1,
  through: undefined,
}

export function plainText(text: string): Text {
  return { source: sourcePath('posts/x.md'), original: text, line: 1, format: 'markdown', whole: { text, formulas: [] }, macros: {} }
}
