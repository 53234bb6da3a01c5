// The words that styles ask for by their names, as a locale of CSL (https://docs.citationstyles.org/en/stable/specification.html#locale-files):
// months as the runtime has them, and what else a reference says; in a language that has no line here it says the rest in English.

import { ownValue } from '../text/own-value.ts'

/** One or several of a thing, in full and in short. */
type Term = readonly [one: string, many: string, shortOne?: string, shortMany?: string]

const english: Readonly<Record<string, Term>> = {
  accessed: ['accessed', 'accessed'],
  and: ['and', 'and'],
  'and others': ['and others', 'and others'],
  anonymous: ['anonymous', 'anonymous', 'anon.', 'anon.'],
  at: ['at', 'at'],
  'available at': ['available at', 'available at'],
  by: ['by', 'by'],
  circa: ['circa', 'circa', 'c.', 'c.'],
  cited: ['cited', 'cited'],
  edition: ['edition', 'editions', 'ed.', 'eds.'],
  'et-al': ['et al.', 'et al.'],
  forthcoming: ['forthcoming', 'forthcoming'],
  from: ['from', 'from'],
  ibid: ['ibid.', 'ibid.'],
  in: ['in', 'in'],
  'in press': ['in press', 'in press'],
  internet: ['internet', 'internet'],
  letter: ['letter', 'letter'],
  'no date': ['no date', 'no date', 'n.d.', 'n.d.'],
  online: ['online', 'online'],
  'original-work-published': ['original work published', 'original work published'],
  'presented at': ['presented at the', 'presented at the'],
  reference: ['reference', 'references', 'ref.', 'refs.'],
  retrieved: ['retrieved', 'retrieved'],
  version: ['version', 'versions', 'v.', 'v.'],
  book: ['book', 'books', 'bk.', 'bks.'],
  chapter: ['chapter', 'chapters', 'chap.', 'chaps.'],
  column: ['column', 'columns', 'col.', 'cols.'],
  figure: ['figure', 'figures', 'fig.', 'figs.'],
  folio: ['folio', 'folios', 'fol.', 'fols.'],
  issue: ['number', 'numbers', 'no.', 'nos.'],
  line: ['line', 'lines', 'l.', 'll.'],
  note: ['note', 'notes', 'n.', 'nn.'],
  number: ['number', 'numbers', 'no.', 'nos.'],
  opus: ['opus', 'opera', 'op.', 'opp.'],
  page: ['page', 'pages', 'p.', 'pp.'],
  'number-of-pages': ['page', 'pages', 'p.', 'pp.'],
  paragraph: ['paragraph', 'paragraphs', 'para.', 'paras.'],
  part: ['part', 'parts', 'pt.', 'pts.'],
  section: ['section', 'sections', 'sec.', 'secs.'],
  'sub verbo': ['sub verbo', 'sub verbis', 's.v.', 's.vv.'],
  verse: ['verse', 'verses', 'v.', 'vv.'],
  volume: ['volume', 'volumes', 'vol.', 'vols.'],
  editor: ['editor', 'editors', 'ed.', 'eds.'],
  translator: ['translator', 'translators', 'trans.', 'trans.'],
  editortranslator: ['editor & translator', 'editors & translators', 'ed. & trans.', 'eds. & trans.'],
  director: ['director', 'directors', 'dir.', 'dirs.'],
}

const elsewhere: Readonly<Record<string, Readonly<Record<string, Term>>>> = {
  de: {
    accessed: ['zugegriffen', 'zugegriffen'],
    and: ['und', 'und'],
    edition: ['Auflage', 'Auflagen', 'Aufl.', 'Aufl.'],
    in: ['in', 'in'],
    'no date': ['ohne Datum', 'ohne Datum', 'o. J.', 'o. J.'],
    page: ['Seite', 'Seiten', 'S.', 'S.'],
    chapter: ['Kapitel', 'Kapitel', 'Kap.', 'Kap.'],
    volume: ['Band', 'Bände', 'Bd.', 'Bde.'],
    issue: ['Nummer', 'Nummern', 'Nr.', 'Nr.'],
    editor: ['Herausgeber', 'Herausgeber', 'Hrsg.', 'Hrsg.'],
  },
  es: {
    accessed: ['accedido', 'accedido'],
    and: ['y', 'y'],
    edition: ['edición', 'ediciones', 'ed.', 'eds.'],
    in: ['en', 'en'],
    'no date': ['sin fecha', 'sin fecha', 's. f.', 's. f.'],
    page: ['página', 'páginas', 'p.', 'pp.'],
    chapter: ['capítulo', 'capítulos', 'cap.', 'caps.'],
    volume: ['volumen', 'volúmenes', 'vol.', 'vols.'],
    editor: ['editor', 'editores', 'ed.', 'eds.'],
  },
  fr: {
    accessed: ['consulté le', 'consulté le'],
    and: ['et', 'et'],
    edition: ['édition', 'éditions', 'éd.', 'éd.'],
    in: ['in', 'in'],
    'no date': ['sans date', 'sans date', 's. d.', 's. d.'],
    page: ['page', 'pages', 'p.', 'p.'],
    chapter: ['chapitre', 'chapitres', 'chap.', 'chap.'],
    volume: ['volume', 'volumes', 'vol.', 'vol.'],
    editor: ['éditeur', 'éditeurs', 'éd.', 'éd.'],
  },
  tr: {
    and: ['ve', 've'],
    'et-al': ['vd.', 'vd.'],
    page: ['sayfa', 'sayfalar', 's.', 'ss.'],
    editor: ['editör', 'editörler', 'ed.', 'ed.'],
  },
  zh: { and: ['和', '和'], 'et-al': ['等', '等'], 'no date': ['无日期', '无日期'], page: ['页', '页'], editor: ['编', '编'] },
  ja: {
    and: ['と', 'と'],
    'et-al': ['他', '他'],
    'no date': ['日付なし', '日付なし'],
    page: ['ページ', 'ページ'],
    editor: ['編集者', '編集者', '編', '編'],
  },
  ko: {
    and: ['및', '및'],
    'et-al': ['외', '외'],
    'no date': ['연도 미상', '연도 미상'],
    page: ['쪽', '쪽'],
    editor: ['편집자', '편집자', '편', '편'],
  },
  ar: { and: ['و', 'و'], 'et-al': ['وآخرون', 'وآخرون'], page: ['صفحة', 'صفحات', 'ص.', 'ص.'] },
}

const quotes: Readonly<Record<string, readonly [string, string, string, string]>> = {
  de: ['„', '“', '‚', '‘'],
  fr: ['«\u00a0', '\u00a0»', '“', '”'],
  es: ['«', '»', '“', '”'],
  ja: ['「', '」', '『', '』'],
}

export function localeFor(lang: string): string {
  const base = lang.toLowerCase().split(/[-_]/)[0] ?? 'en'
  const terms = Object.entries({ ...english, ...ownValue(elsewhere, base) }).map(([name, words]) => termXml(name, words))
  const [open, close, openInner, closeInner] = ownValue(quotes, base) ?? ['“', '”', '‘', '’']
  const signs = {
    'open-quote': open,
    'close-quote': close,
    'open-inner-quote': openInner,
    'close-inner-quote': closeInner,
    'page-range-delimiter': '–',
  }
  const single = Object.entries(signs).map(([name, sign]) => `<term name="${name}">${sign}</term>`)
  const isEnglish = base === 'en'
  return `<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="${base}">
<style-options punctuation-in-quote="${isEnglish}"/>
<date form="text">${isEnglish ? monthFirst : dayFirst}</date>
<date form="numeric"><date-part name="year"/><date-part name="month" form="numeric-leading-zeros" prefix="-"/><date-part name="day" form="numeric-leading-zeros" prefix="-"/></date>
<terms>${[...terms, ...single, ...months(base), ...ordinals(isEnglish)].join('')}</terms></locale>`
}

const monthFirst = '<date-part name="month" suffix=" "/><date-part name="day" suffix=", "/><date-part name="year"/>'
const dayFirst = '<date-part name="day" suffix=" "/><date-part name="month" suffix=" "/><date-part name="year"/>'

function termXml(name: string, [one, many, shortOne, shortMany]: Term): string {
  const form = (attribute: string, single: string, multiple: string): string =>
    `<term name="${name}"${attribute}><single>${escaped(single)}</single><multiple>${escaped(multiple)}</multiple></term>`
  return form('', one, many) + (shortOne === undefined ? '' : form(' form="short"', shortOne, shortMany ?? shortOne))
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;')
}

function months(base: string): string[] {
  return (['long', 'short'] as const).flatMap(month => {
    const name = new Intl.DateTimeFormat(base, { month, timeZone: 'UTC' })
    return Array.from({ length: 12 }, (_, index) => {
      const number = String(index + 1).padStart(2, '0')
      const form = month === 'short' ? ' form="short"' : ''
      return `<term name="month-${number}"${form}>${name.format(Date.UTC(2024, index, 1))}</term>`
    })
  })
}

function ordinals(isEnglish: boolean): string[] {
  if (!isEnglish) return ['<term name="ordinal">.</term>']
  const special = { '01': 'st', '02': 'nd', '03': 'rd', '11': 'th', '12': 'th', '13': 'th' }
  return [
    '<term name="ordinal">th</term>',
    ...Object.entries(special).map(([number, ending]) => `<term name="ordinal-${number}">${ending}</term>`),
  ]
}
