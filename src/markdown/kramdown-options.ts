// THE LIST of kramdown's options that mean something here; the defaults are Jekyll's. They stand in the group `kramdown` of the
// configuration, or in a text as `{::options name="value" /}`.

import type { Data, DataMap } from '../model.ts'
import { ownValue } from '../text/own-value.ts'
import { linkId } from './kramdown/blocks/definitions.ts'
import type { KramdownOptions } from './kramdown/parser.ts'
import { usualRouge } from './rouge-classes.ts'

const defaults: KramdownOptions = {
  hardWrap: false,
  autoIds: true,
  autoIdPrefix: '',
  parseBlockHtml: false,
  parseSpanHtml: true,
  tocLevels: [1, 2, 3, 4, 5, 6],
  smartQuotes: ['‘', '’', '“', '”'],
  typographicSigns: {},
  footnoteStart: 1,
  footnoteBackLink: '&#8617;',
  footnoteBackLinkInline: false,
  footnotePrefix: '',
  defaultLanguage: '',
  rouge: usualRouge,
  links: new Map(),
  gfmParagraphEnd: true,
}

const readers: Readonly<Record<string, (value: Data) => Partial<KramdownOptions>>> = {
  hard_wrap: value => ({ hardWrap: isTrue(value) }),
  auto_ids: value => ({ autoIds: !isFalse(value) }),
  auto_id_prefix: value => ({ autoIdPrefix: textOr(value, '') }),
  parse_block_html: value => ({ parseBlockHtml: isTrue(value) }),
  parse_span_html: value => ({ parseSpanHtml: !isFalse(value) }),
  toc_levels: value => ({ tocLevels: levelsOf(value) }),
  smart_quotes: value => ({ smartQuotes: quotesOf(value) }),
  typographic_symbols: value => ({ typographicSigns: signsIn(value) }),
  footnote_backlink: value => ({ footnoteBackLink: textOr(value, '') }),
  footnote_backlink_inline: value => ({ footnoteBackLinkInline: isTrue(value) }),
  footnote_nr: value => ({ footnoteStart: Number(value) || 1 }),
  footnote_prefix: value => ({ footnotePrefix: textOr(value, '') }),
  link_defs: value => ({ links: linksIn(value) }),
  syntax_highlighter_opts: rougeOptions,
  gfm_quirks: value => ({ gfmParagraphEnd: !(Array.isArray(value) && !value.includes('paragraph_end')) }),
}

/** `options` with what is `written` over them; a name that means nothing here is passed over. */
export function readKramdownOptions(written: DataMap, options: KramdownOptions = defaults): KramdownOptions {
  return Object.assign({}, options, ...Object.entries(written).map(([name, value]) => ownValue(readers, name)?.(value)))
}

// In a text every value is a text.
function isTrue(value: Data): boolean {
  return value === true || value === 'true'
}

function isFalse(value: Data): boolean {
  return value === false || value === 'false'
}

function textOr(value: Data, fallback: string): string {
  return typeof value === 'string' ? value : fallback
}

// `{ hellip: ..., ndash: – }`, or in a text `hellip_to_...,ndash_to_–`.
function signsIn(value: Data): KramdownOptions['typographicSigns'] {
  const pairs =
    typeof value === 'string'
      ? value.split(',').map(pair => pair.split(/_to_|=>/))
      : typeof value === 'object' && value !== null
        ? Object.entries(value)
        : []
  return Object.fromEntries(pairs.flatMap(([name, sign]) => (typeof sign === 'string' ? [[String(name).trim(), sign]] : [])))
}

// `default_lang: sh`, and what holds for blocks of code, in a group `block` or beside it.
function rougeOptions(value: Data): Partial<KramdownOptions> {
  const given = mapOr(value)
  const { line_numbers: numbers, start_line: first, css_class: preClass } = { ...given, ...mapOr(given['block'] ?? null) }
  const isNumbered = (numbers ?? false) !== false
  return {
    defaultLanguage: textOr(given['default_lang'] ?? null, ''),
    rouge: {
      firstLine: isNumbered ? (typeof first === 'number' ? first : 1) : undefined,
      preClass: textOr(preClass ?? null, usualRouge.preClass),
    },
  }
}

function mapOr(value: Data): DataMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as DataMap) : {}
}

// `home: ["https://example.org/", "Title"]`.
function linksIn(value: Data): KramdownOptions['links'] {
  return new Map(
    Object.entries(mapOr(value)).flatMap(([label, target]) => {
      const [url, title] = Array.isArray(target) ? target : []
      if (url === undefined || url === null) return []
      return [[linkId(label), { url: String(url), title: title === undefined || title === null ? undefined : String(title) }]]
    }),
  )
}

// `2..3`, `[1, 2]` or `1,2`.
function levelsOf(value: Data): readonly number[] {
  const range = typeof value === 'string' ? /^(\d)\.\.(\d)$/.exec(value) : null
  if (range) return defaults.tocLevels.filter(level => level >= Number(range[1]) && level <= Number(range[2]))
  const listed = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(',')
      : typeof value === 'number'
        ? [value]
        : undefined
  return listed === undefined ? defaults.tocLevels : listed.map(Number).filter(level => defaults.tocLevels.includes(level))
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

function quotesOf(value: Data): KramdownOptions['smartQuotes'] {
  const names = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(',').map(name => name.trim()) : []
  const [single, singleEnd, double, doubleEnd] = defaults.smartQuotes.map((sign, index) => {
    const name = names[index]
    return name === undefined ? sign : (ownValue(signs, name) ?? name)
  })
  return [single ?? '', singleEnd ?? '', double ?? '', doubleEnd ?? '']
}
