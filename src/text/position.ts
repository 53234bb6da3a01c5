// Where in a text something stands, told the way editors count: lines and columns from 1.

/** A place in a file, with the line it stands on so that nobody has to read the file again to show it. */
export interface Position {
  readonly line: number
  readonly column: number
  /** How many characters are meant; the caret line is this long. */
  readonly length: number
  readonly lineText: string
}

/** The position of `offset` (in UTF-16 units) in `text`. */
export function positionAt(text: string, offset: number, length = 1): Position {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  const start = before.lastIndexOf('\n') + 1
  const end = text.indexOf('\n', offset)
  const lineText = text.slice(start, end < 0 ? undefined : end).replace(/\r$/, '')
  return { line, column: offset - start + 1, length: Math.max(1, length), lineText }
}

/** The position of `needle` on line `line` (from 1) of a text or of its lines, or of that line's first character that is not a space. */
export function positionOnLine(text: string | readonly string[], line: number, needle = ''): Position {
  const lines = typeof text === 'string' ? text.split('\n', line) : text
  const lineText = (lines[line - 1] ?? '').replace(/\r$/, '')
  const found = needle === '' ? -1 : lineText.indexOf(needle)
  const column = found >= 0 ? found + 1 : lineText.length - lineText.trimStart().length + 1
  return { line, column, length: found >= 0 ? needle.length : 1, lineText }
}

/** The position of the end `rest` of line `line` (from 1) of `text`, or of the line's first character where it does not end so. */
export function positionOfRest(text: string, line: number, rest: string): Position {
  const position = positionOnLine(text, line)
  const isRest = rest !== '' && position.lineText.endsWith(rest)
  return isRest ? { ...position, column: position.lineText.length - rest.length + 1 } : position
}

/** The same position counted in a file in which the text begins on line `start` (from 1). */
export function below(position: Position, start: number): Position {
  return { ...position, line: position.line + start - 1 }
}
