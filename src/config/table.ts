// Tables as `_data` holds them, read as Ruby's CSV reads them for Jekyll. The only file that imports csv-parse, whose traps are:
// - it throws at the first mistake, and then names the line it had come to, which for an open quote is the last line of the file;
//   so the cell is found by the bytes up to the last one that was read;
// - it guesses the line end from the first line, so that a later one of the other kind would become a part of a cell;
// - a row longer or shorter than the first is an error to it, and an empty cell the same as a pair of quotes, unless it is told otherwise;
// - with `columns` the last of two equal names counts, and in Ruby the first does, so rows are made into maps here.

import { type CastingContext, CsvError, parse } from 'csv-parse/sync'
import type { Data, DataMap } from '../model.ts'

export interface Table {
  /** A map a row; none where the text is broken. */
  readonly rows: readonly DataMap[]
  readonly problem?: TableProblem
}

export interface TableProblem {
  /** Where the cell begins that cannot be read. */
  readonly offset: number
  readonly message: string
  readonly hint: string
}

type Cell = string | null

/** The first row holds the names. A cell without a name is found by the empty name, a missing or empty one is null. Never throws. */
export function readTable(text: string, separator: ',' | '\t'): Table {
  const hasQuotes = hasEmptyQuotes.test(text)
  try {
    const [names = [], ...rows] = parse(text, {
      delimiter: separator,
      record_delimiter: ['\r\n', '\n'],
      bom: true,
      relax_column_count: true,
      ...(hasQuotes ? { cast: (cell: string, { quoting }: CastingContext) => (cell === '' && !quoting ? null : cell) } : {}),
    }) as Cell[][]
    return { rows: rows.map(cells => rowOf(names, cells, hasQuotes)) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { rows: [], problem: problemOf(error, text, separator) }
  }
}

// To ask of each cell how it was written takes most of the time, and only a pair of quotes makes an empty one differ from a missing one.
const hasEmptyQuotes = /(?:^|[,\t\r\n\ufeff])""(?:[,\t\r\n]|$)/

function rowOf(names: readonly Cell[], cells: readonly Cell[], hasQuotes: boolean): DataMap {
  const row: Record<string, Data> = Object.create(null)
  for (let index = 0; index < Math.max(names.length, cells.length); index++) {
    const name = names[index] ?? ''
    if (!(name in row)) row[name] = hasQuotes ? (cells[index] ?? null) : cells[index] || null
  }
  return row
}

// What authors get wrong, in plain words.
const plainWords: Record<string, readonly [message: string, hint: string]> = {
  CSV_QUOTE_NOT_CLOSED: [
    'the quote that opens this cell is never closed',
    'close it; a quote that belongs to the text is written twice: ""',
  ],
  INVALID_OPENING_QUOTE: [
    'a quote stands inside a cell that does not begin with one',
    'put the whole cell in quotes, and write the one in it twice: "5"" disk"',
  ],
  CSV_INVALID_CLOSING_QUOTE: ['a cell goes on after its closing quote', 'a quote that belongs to the text is written twice: "5"" disk"'],
}

function problemOf(error: CsvError, text: string, separator: string): TableProblem {
  const [message, hint] = plainWords[error.code] ?? [error.message, 'correct the table at this cell']
  const end = charactersIn(text, Number(error['bytes'] ?? 0))
  return { offset: text.charAt(end) === separator ? end + 1 : end, message, hint }
}

function charactersIn(text: string, bytes: number): number {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text).subarray(0, bytes)).length
}
