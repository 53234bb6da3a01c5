// THE LIST of kramdown's options that mean something here; the defaults are Jekyll's. They stand in the group `kramdown` of the
// configuration, or in a text as `{::options name="value" /}`.

import type { Data, DataMap } from '../model.ts'
import { ownValue } from '../text/own-value.ts'
import { linkId } from './kramdown/blocks/definitions.ts'
import type { KramdownOptions } from './kramdown/parser.ts'
import { usualRouge } from './rouge-classes.ts'

const defaults: KramdownOptions = {
  isGfm: true,
  hardWrap: false,
  autoIds: true,
  autoIdPrefix: '',
  autoIdStripping: false,
  headerOffset: 0,
  parseBlockHtml: false,
  parseSpanHtml: true,
  tocLevels: [1, 2, 3, 4, 5, 6],
  smartQuotes: ['‘', '’', '“', '”'],
  typographicSigns: {},
  isTypographic: true,
  isMathBare: false,
  joinsCjkLines: false,
  footnoteStart: 1,
  footnoteBackLink: '&#8617;',
  footnoteBackLinkInline: false,
  footnotePrefix: '',
  defaultLanguage: '',
  isColoured: true,
  rouge: usualRouge,
  links: new Map(),
  gfmParagraphEnd: true,
}

const readers: Readonly<Record<string, (value: Data) => Partial<KramdownOptions>>> = {
  input: value => ({ isGfm: !/^kramdown$/i.test(textOr(value, '')) }),
  hard_wrap: value => ({ hardWrap: isTrue(value) }),
  auto_ids: value => ({ autoIds: !isFalse(value) }),
  auto_id_prefix: value => ({ autoIdPrefix: textOr(value, '') }),
  auto_id_stripping: value => ({ autoIdStripping: isTrue(value) }),
  header_offset: value => ({ headerOffset: Number(value) || 0 }),
  parse_block_html: value => ({ parseBlockHtml: isTrue(value) }),
  parse_span_html: value => ({ parseSpanHtml: !isFalse(value) }),
  toc_levels: value => ({ tocLevels: levelsOf(value) }),
  smart_quotes: value => ({ smartQuotes: quotesOf(value) }),
  typographic_symbols: value => ({ typographicSigns: signsIn(value) }),
  math_engine: value => ({ isMathBare: value === null || isFalse(value) || /^(?:nil)?$/.test(textOr(value, '-')) }),
  remove_line_breaks_for_cjk: value => ({ joinsCjkLines: isTrue(value) }),
  footnote_backlink: value => ({ footnoteBackLink: textOr(value, '') }),
  footnote_backlink_inline: value => ({ footnoteBackLinkInline: isTrue(value) }),
  footnote_nr: value => ({ footnoteStart: Number(value) || 1 }),
  footnote_prefix: value => ({ footnotePrefix: textOr(value, '') }),
  link_defs: value => ({ links: linksIn(value) }),
  syntax_highlighter: value => ({ isColoured: !isNoHighlighter(value) }),
  syntax_highlighter_opts: rougeOptions,
  gfm_quirks: quirksIn,
}

/** `options` with what is `written` over them; a name that means nothing here is passed over. */
export function readKramdownOptions(written: DataMap, options: KramdownOptions = defaults): KramdownOptions {
  return Object.assign({}, options, ...Object.entries(written).map(([name, value]) => ownValue(readers, name)?.(value)))
}

/** Other names than Rouge's stand for what a site of old had, and GitHub colours its code by Rouge all the same. */
export function isNoHighlighter(value: Data): boolean {
  return value === 'none' || isFalse(value)
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

// A list, or in a text its names with commas between them.
function quirksIn(value: Data): Partial<KramdownOptions> {
  const names = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',').map(name => name.trim()) : undefined
  if (names === undefined) return {}
  return { gfmParagraphEnd: names.includes('paragraph_end'), isTypographic: !names.includes('no_auto_typographic') }
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
  const { line_numbers: numbers, start_line: first, css_class: preClass, disable } = { ...given, ...mapOr(given['block'] ?? null) }
  const ofSpans = { ...given, ...mapOr(given['span'] ?? null) }
  return {
    defaultLanguage: textOr(given['default_lang'] ?? null, ''),
    rouge: {
      firstLine: isOn(numbers) ? (typeof first === 'number' ? first : 1) : undefined,
      preClass: textOr(preClass ?? null, usualRouge.preClass),
      isOff: isOn(disable),
      isOffInLines: isOn(ofSpans['disable']),
    },
  }
}

// As Ruby has it: whatever is neither `false` nor nothing.
function isOn(value: Data | undefined): boolean {
  return value !== undefined && value !== null && value !== false
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
