// Dashes, ellipses and guillemets.

import { sticky } from '../cursor.ts'
import { addText, type SpanRule } from '../parser.ts'

interface Sign {
  /** As kramdown's option `typographic_symbols` calls it. */
  readonly name: string
  readonly sign: string
}

const signs: Readonly<Record<string, Sign>> = {
  '---': { name: 'mdash', sign: '—' },
  '--': { name: 'ndash', sign: '–' },
  '...': { name: 'hellip', sign: '…' },
  '\\<<': { name: '', sign: '<<' },
  '\\>>': { name: '', sign: '>>' },
  '<< ': { name: 'laquo_space', sign: '«\u00a0' },
  ' >>': { name: 'raquo_space', sign: '\u00a0»' },
  '<<': { name: 'laquo', sign: '«' },
  '>>': { name: 'raquo', sign: '»' },
}

export const typographicSigns: SpanRule = {
  name: 'typographic signs',
  start: sticky('---|--|\\.\\.\\.|\\\\<<|\\\\>>|<< | >>|<<|>>'),
  read(parser, [whole]) {
    if (!parser.options.isTypographic && parser.options.isGfm) return false
    parser.cursor.at += whole.length
    const { name, sign } = signs[whole] ?? { name: '', sign: whole }
    addText(parser.tree, parser.options.typographicSigns[name] ?? sign)
    return true
  },
}
