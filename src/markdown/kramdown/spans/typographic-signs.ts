// Dashes, ellipses and guillemets.

import { sticky } from '../cursor.ts'
import { addText, type SpanRule } from '../parser.ts'

const signs: Record<string, string> = {
  '---': '—',
  '--': '–',
  '...': '…',
  '\\<<': '<<',
  '\\>>': '>>',
  '<< ': '«\u00a0',
  ' >>': '\u00a0»',
  '<<': '«',
  '>>': '»',
}

export const typographicSigns: SpanRule = {
  name: 'typographic signs',
  start: sticky('---|--|\\.\\.\\.|\\\\<<|\\\\>>|<< | >>|<<|>>'),
  read(parser, [whole]) {
    parser.cursor.at += whole.length
    addText(parser.tree, signs[whole] ?? whole)
    return true
  },
}
