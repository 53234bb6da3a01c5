// `kramdown:` of the configuration, read into what its rules need; the defaults are Jekyll's.

import type { Data, DataMap } from '../model.ts'
import type { KramdownOptions } from './kramdown/parser.ts'

export function readKramdownOptions(written: DataMap): KramdownOptions {
  const highlighting = written['syntax_highlighter_opts']
  const quirks = written['gfm_quirks']
  return {
    hardWrap: written['hard_wrap'] === true,
    autoIds: written['auto_ids'] !== false,
    autoIdPrefix: typeof written['auto_id_prefix'] === 'string' ? written['auto_id_prefix'] : '',
    parseBlockHtml: written['parse_block_html'] === true,
    parseSpanHtml: written['parse_span_html'] !== false,
    tocLevels: levelsOf(written['toc_levels'] ?? null),
    smartQuotes: quotesOf(written['smart_quotes'] ?? null),
    footnoteStart: typeof written['footnote_nr'] === 'number' ? written['footnote_nr'] : 1,
    footnotePrefix: typeof written['footnote_prefix'] === 'string' ? written['footnote_prefix'] : '',
    defaultLanguage:
      typeof highlighting === 'object' && highlighting !== null && 'default_lang' in highlighting
        ? String(highlighting['default_lang'])
        : '',
    gfmParagraphEnd: !(Array.isArray(quirks) && !quirks.includes('paragraph_end')),
  }
}

// `2..3`, `[1, 2]` or `1,2`.
function levelsOf(value: Data): number[] {
  const all = [1, 2, 3, 4, 5, 6]
  const range = typeof value === 'string' ? /^(\d)\.\.(\d)$/.exec(value) : null
  if (range) return all.filter(level => level >= Number(range[1]) && level <= Number(range[2]))
  const listed = Array.isArray(value)
    ? value.map(Number)
    : typeof value === 'string'
      ? value.split(',').map(Number)
      : typeof value === 'number'
        ? [value]
        : all
  return listed.filter(level => all.includes(level))
}

const signs: Record<string, string> = {
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  sbquo: '‚',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  apos: "'",
  quot: '"',
}

function quotesOf(value: Data): [string, string, string, string] {
  const names = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(',').map(name => name.trim()) : []
  const [single = '‘', singleEnd = '’', double = '“', doubleEnd = '”'] = names.map(name => signs[name] ?? name)
  return [single, singleEnd, double, doubleEnd]
}
