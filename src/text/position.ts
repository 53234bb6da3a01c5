// Where in a text something stands, told the way editors count: lines and columns from 1.

import { lazily } from './lazily.ts'

/** A place in a file, with the line it stands on so that nobody has to read the file again to show it. */
export interface Position {
  readonly line: number
  readonly column: number
  /** How many characters are meant; the caret line is this long. */
  readonly length: number
  /** Of a line as long as a book only what stands around the place. */
  readonly lineText: string
  /** How many characters of the line stand in front of that; none where it is missing. */
  readonly left?: number
}

/** The position of `offset` (in UTF-16 units) in `text`. */
export function positionAt(text: string, offset: number, length = 1): Position {
  const before = text.slice(0, offset)
  return positionIn(text, before.split('\n').length, before.lastIndexOf('\n') + 1, offset, length)
}

/** The same for a text of which many positions are asked: its lines are counted once, when the first is. */
export function positionsIn(text: string): (offset: number, length?: number) => Position {
  const starts = lazily(() => lineStarts(text))
  return (offset, length = 1) => {
    const line = linesUpTo(starts(), offset)
    return positionIn(text, line, starts()[line - 1] ?? 0, offset, length)
  }
}

/** Where the lines of a text begin, by their numbers from 1; a line that there is not, at the end. */
export function lineStartsIn(text: string): (line: number) => number {
  const starts = lazily(() => lineStarts(text))
  return line => starts()[line - 1] ?? text.length
}

function positionIn(text: string, line: number, start: number, offset: number, length: number): Position {
  const end = text.indexOf('\n', offset)
  const column = offset - start + 1
  return { line, column, length: Math.max(1, length), ...shown(withoutReturn(text.slice(start, end < 0 ? undefined : end)), column) }
}

// A file may be a single line, with a thousand places in it.
const longestShown = 1000

function shown(line: string, column: number): Pick<Position, 'lineText' | 'left'> {
  if (line.length <= longestShown) return { lineText: line }
  const left = Math.max(0, column - 1 - longestShown / 2)
  return { lineText: line.slice(left, left + longestShown), left }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}

// How many of the lines begin at the offset or before it; the first always does.
function linesUpTo(starts: readonly number[], offset: number): number {
  let [low, high] = [1, starts.length]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle - 1] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

/** The position of `needle` on line `line` (from 1) of a text or of its lines, or of that line's first character that is not a space. */
export function positionOnLine(text: string | readonly string[], line: number, needle = ''): Position {
  const lines = typeof text === 'string' ? text.split('\n', line) : text
  const lineText = withoutReturn(lines[line - 1] ?? '')
  const found = needle === '' ? -1 : lineText.indexOf(needle)
  const column = found >= 0 ? found + 1 : lineText.length - lineText.trimStart().length + 1
  return { line, column, length: found >= 0 ? needle.length : 1, ...shown(lineText, column) }
}

/** The position of the end `rest` of line `line` (from 1) of `text`, or of the line's first character where it does not end so. */
export function positionOfRest(text: string, line: number, rest: string): Position {
  const lineText = withoutReturn(text.split('\n', line)[line - 1] ?? '')
  if (rest === '' || !lineText.endsWith(rest)) return positionOnLine(text, line)
  const column = lineText.length - rest.length + 1
  return { line, column, length: 1, ...shown(lineText, column) }
}

/** The same position counted in a file in which the text begins on line `start` (from 1). */
export function below(position: Position, start: number): Position {
  return { ...position, line: position.line + start - 1 }
}
